//! What people are told, within bounds.

use std::mem::{Discriminant, discriminant};
use std::time::{Duration, Instant};

use rustc_hash::FxHashMap;

use super::clock::after;
use super::machine::Core;
use super::{ApplicationId, Notice, Output};

/// Bounds count anew after this time.
const PERIOD: Duration = Duration::from_secs(60);

/// How often people are told something of one kind about one application.
const ABOUT_ONE: u32 = 5;

/// How often they are told something of one kind at all: an application may come again and again
/// under another name.
const ABOUT_ALL: u32 = 20;

/// What people are told of one kind, and of one application or all: whoever does something wrong a
/// thousand times a second neither fills the log nor hides what else happens. What is left out is
/// counted, and told when the period is over.
#[derive(Debug, Default)]
pub(super) struct Notices {
    new: Vec<Notice>,
    counts: FxHashMap<(Discriminant<Notice>, Option<ApplicationId>), Count>,
    /// When the period ends that began with the first notice.
    ends: Option<Instant>,
    is_any_left_out: bool,
}

#[derive(Debug, Default)]
struct Count {
    told: u32,
    left_out: u64,
    last: Option<Notice>,
}

impl Count {
    /// Counts what is left out and is the last so far.
    fn leave_out(&mut self, notice: Notice) {
        self.left_out += 1;
        self.last = Some(notice);
    }
}

impl Notices {
    /// When it is to be told what was left out.
    pub(super) fn poll_timeout(&self) -> Option<Instant> {
        self.ends.filter(|_| self.is_any_left_out)
    }

    /// Returns the notice if people are to be told; counts it otherwise.
    fn admit(&mut self, notice: Notice) -> Option<Notice> {
        let kind = discriminant(&notice);
        let application = notice.application();
        // One that is beyond its own bound does not use up that of all.
        if application.is_some()
            && let Some(own) = self.counts.get_mut(&(kind, application))
            && own.told >= ABOUT_ONE
        {
            own.leave_out(notice);
            self.is_any_left_out = true;
            return None;
        }
        let all = self.counts.entry((kind, None)).or_default();
        if all.told >= ABOUT_ALL {
            all.leave_out(notice);
            self.is_any_left_out = true;
            return None;
        }
        all.told += 1;
        if application.is_some() {
            self.counts.entry((kind, application)).or_default().told += 1;
        }
        Some(notice)
    }

    /// Begins anew, if the period is over. Returns what was left out in it.
    fn renew(&mut self, now: Instant) -> Vec<Notice> {
        if self.ends.take_if(|ends| *ends <= now).is_none() {
            return Vec::new();
        }
        self.is_any_left_out = false;
        let left_out = |(_, Count { left_out, last, .. })| {
            Some(Notice::LeftOut { count: left_out, last: Box::new(last?) })
        };
        self.counts.drain().filter_map(left_out).collect()
    }
}

impl Core {
    /// People are to know something.
    pub(super) fn notice(&mut self, notice: Notice) {
        self.notices.new.push(notice);
    }

    /// Tells people what is new, and what was left out.
    pub(super) fn tell_people(&mut self, now: Instant) {
        for notice in self.notices.renew(now) {
            self.outputs.push_back(Output::Notice(notice));
        }
        for notice in std::mem::take(&mut self.notices.new) {
            if self.notices.ends.is_none() {
                self.notices.ends = Some(after(now, PERIOD));
            }
            if let Some(notice) = self.notices.admit(notice) {
                self.outputs.push_back(Output::Notice(notice));
            }
        }
    }
}
