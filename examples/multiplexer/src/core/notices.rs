//! What people are told, within bounds.

use std::mem::{Discriminant, discriminant};
use std::time::Instant;

use super::machine::Core;
use super::{ApplicationId, Notice, Output};
use crate::bounds::{Bounds, LeftOut};

/// What people are told.
#[derive(Debug, Default)]
pub(super) struct Notices {
    new: Vec<Notice>,
    bounds: Bounds<Discriminant<Notice>, ApplicationId, Notice>,
}

impl Notices {
    /// When it is to be told what was left out.
    pub(super) fn poll_timeout(&self) -> Option<Instant> {
        self.bounds.poll_timeout()
    }
}

impl Core {
    /// People are to know something.
    pub(super) fn notice(&mut self, notice: Notice) {
        self.notices.new.push(notice);
    }

    /// Tells people what is new, and what was left out.
    pub(super) fn tell_people(&mut self, now: Instant) {
        if self.notices.new.is_empty() && !self.notices.bounds.is_over(now) {
            return; // as mostly
        }
        for LeftOut { count, last } in self.notices.bounds.left_out(now) {
            let last = Box::new(last);
            self.outputs.push_back(Output::Notice(Notice::LeftOut { count, last }));
        }
        for notice in std::mem::take(&mut self.notices.new) {
            let (kind, about) = (discriminant(&notice), notice.application());
            if let Some(notice) = self.notices.bounds.admit(now, kind, about, notice) {
                self.outputs.push_back(Output::Notice(notice));
            }
        }
    }
}
