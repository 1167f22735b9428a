//! The applications that are there, and what goes out to them.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::SystemTime;

use bytes::BytesMut;
use csta_client::{FrameCodec, FrameError, MAX_APDU};
use csta_codec::types::CstaVersion;
use tokio_util::codec::Encoder;

use super::outlet::Outlet;
use super::pool::Pool;
use crate::users::Users;
use crate::{Access, ApplicationId};

/// The applications that are there, and what goes out to them.
///
/// What is queued between two flushes goes out in one write for each application. Where it is for
/// the same applications altogether, which is what events of one device are, they are all written
/// the same octets.
#[derive(Debug, Default)]
pub(super) struct Seating {
    places: Vec<Place>,
    free: Vec<u32>,
    run: Run,
    /// The places with something pending.
    dirty: Vec<u32>,
    pool: Pool,
    /// Messages queued so far, one for each application that gets it.
    delivered: u64,
}

/// Where an application can be.
#[derive(Debug, Default)]
struct Place {
    generation: u32,
    outlet: Option<Arc<Outlet>>,
    pending: BytesMut,
    sent: u64,
    received: u64,
    info: Option<Box<ApplicationInfo>>,
}

/// What is known of an application besides what the core knows.
#[derive(Clone, Debug)]
pub(crate) struct ApplicationInfo {
    /// From where it comes.
    pub(crate) address: SocketAddr,
    /// As whom it has logged in, if it has.
    pub(crate) user: Option<String>,
    /// The hash of the password by which it has.
    pub(crate) password_hash: Option<String>,
    /// Whether it comes by TLS.
    pub(crate) is_encrypted: bool,
    /// The versions of CSTA that it offered.
    pub(crate) version: Option<CstaVersion>,
    /// What its user may do.
    pub(crate) access: Arc<Access>,
    /// Since when it is there.
    pub(crate) since: SystemTime,
}

impl ApplicationInfo {
    /// Whether its user is still there, with the password and the rights with which it has logged in.
    pub(super) fn is_of(&self, users: &Users) -> bool {
        match &self.user {
            None => true,
            Some(name) => users.by_name(name).is_some_and(|user| {
                Some(&user.password_hash) == self.password_hash.as_ref()
                    && user.access == self.access
            }),
        }
    }
}

/// Messages in a row that are for the same applications.
#[derive(Debug, Default)]
struct Run {
    to: Option<Arc<[ApplicationId]>>,
    octets: BytesMut,
    messages: u64,
}

/// An application as the status shows it.
#[derive(Debug)]
pub(crate) struct Seat<'a> {
    pub(crate) application: ApplicationId,
    pub(crate) info: &'a ApplicationInfo,
    /// How many messages it was sent.
    pub(crate) sent: u64,
    /// How many messages came from it.
    pub(crate) received: u64,
    /// How many octets wait for it.
    pub(crate) waiting: usize,
}

impl Place {
    /// Its way out, if it is still that of this generation.
    fn outlet(&self, generation: u32) -> Option<&Arc<Outlet>> {
        self.outlet.as_ref().filter(|_| self.generation == generation)
    }
}

impl Seating {
    /// Gives an application a place.
    pub(super) fn seat(&mut self, outlet: Arc<Outlet>, info: ApplicationInfo) -> ApplicationId {
        let slot = self.free.pop().unwrap_or_else(|| {
            self.places.push(Place::default());
            // There are as many as there may be connections, which fits.
            u32::try_from(self.places.len() - 1).unwrap_or(u32::MAX)
        });
        let mut application = ApplicationId { slot, generation: 0 };
        if let Some(place) = self.places.get_mut(slot as usize) {
            place.generation = place.generation.wrapping_add(1);
            application.generation = place.generation;
            place.outlet = Some(outlet);
            place.info = Some(Box::new(info));
            (place.sent, place.received) = (0, 0);
        }
        application
    }

    /// Frees the place of an application, if it has one.
    pub(super) fn vacate(&mut self, application: ApplicationId) -> Option<Arc<Outlet>> {
        let place = self.places.get_mut(application.slot as usize)?;
        place.outlet(application.generation)?;
        place.info = None;
        self.free.push(application.slot);
        place.outlet.take()
    }

    /// Takes in that messages came from an application. Returns whether it is there.
    pub(super) fn received(&mut self, application: ApplicationId, messages: usize) -> bool {
        let place = self.places.get_mut(application.slot as usize);
        let place = place.filter(|place| place.outlet(application.generation).is_some());
        if let Some(place) = place {
            place.received += messages as u64;
            return true;
        }
        false
    }

    /// How many applications are there.
    pub(super) fn len(&self) -> usize {
        self.places.len() - self.free.len()
    }

    pub(super) const fn delivered(&self) -> u64 {
        self.delivered
    }

    /// The ways out to all.
    pub(super) fn outlets(&self) -> impl Iterator<Item = &Outlet> {
        self.places.iter().filter_map(|place| place.outlet.as_deref())
    }

    /// The applications that are there, by place.
    pub(super) fn seats(&self) -> impl Iterator<Item = Seat<'_>> {
        self.places.iter().zip(0_u32..).filter_map(|(place, slot)| {
            Some(Seat {
                application: ApplicationId { slot, generation: place.generation },
                info: place.info.as_deref()?,
                sent: place.sent,
                received: place.received,
                waiting: place.outlet.as_ref()?.waiting(),
            })
        })
    }

    /// Queues a message for several applications, behind those that are for the same ones.
    ///
    /// # Errors
    ///
    /// If it fits into no frame; nothing is queued then.
    pub(super) fn queue_for(
        &mut self,
        to: &Arc<[ApplicationId]>,
        apdu: &[u8],
    ) -> Result<(), FrameError> {
        if !self.run.to.as_ref().is_some_and(|of_run| Arc::ptr_eq(of_run, to)) {
            self.end_run();
            self.run.to = Some(Arc::clone(to));
        }
        codec().encode(apdu, &mut self.run.octets)?;
        self.run.messages += 1;
        Ok(())
    }

    /// Queues a message for an application.
    ///
    /// # Errors
    ///
    /// If it fits into no frame; nothing is queued then.
    pub(super) fn queue(
        &mut self,
        application: ApplicationId,
        apdu: &[u8],
    ) -> Result<(), FrameError> {
        self.end_run();
        match self.pending(application, 1) {
            Some(pending) => codec().encode(apdu, pending),
            None => Ok(()),
        }
    }

    /// Puts the messages that are for the same applications behind what else each of them gets.
    fn end_run(&mut self) {
        let Some(to) = self.run.to.take() else {
            return;
        };
        let (octets, messages) = (std::mem::take(&mut self.run.octets), self.run.messages);
        self.run.messages = 0;
        for application in &*to {
            if let Some(pending) = self.pending(*application, messages) {
                pending.extend_from_slice(&octets);
            }
        }
        self.run.octets = self.pool.back(octets);
    }

    /// Where what is pending for an application is collected.
    fn pending(&mut self, application: ApplicationId, messages: u64) -> Option<&mut BytesMut> {
        let place = self.places.get_mut(application.slot as usize)?;
        place.outlet(application.generation)?;
        if place.pending.is_empty() {
            self.dirty.push(application.slot);
            place.pending = self.pool.take();
        }
        place.sent += messages;
        self.delivered += messages;
        Some(&mut place.pending)
    }

    /// Writes what is queued. Returns those who do not read, so that too much waits for them.
    pub(super) fn flush(&mut self) -> Vec<ApplicationId> {
        let mut lagging = Vec::new();
        if self.dirty.is_empty()
            && let Some(to) = self.run.to.take()
        {
            // Nothing but messages for the same applications: they need not be copied.
            for application in &*to {
                if let Some(place) = self.places.get_mut(application.slot as usize)
                    && let Some(outlet) = place.outlet(application.generation)
                {
                    if outlet.send(&self.run.octets).is_err() {
                        lagging.push(*application);
                    }
                    place.sent += self.run.messages;
                    self.delivered += self.run.messages;
                }
            }
            self.run.octets.clear();
            self.run.messages = 0;
            return lagging;
        }
        self.end_run();
        for slot in self.dirty.drain(..) {
            let Some(place) = self.places.get_mut(slot as usize) else {
                continue;
            };
            let octets = std::mem::take(&mut place.pending);
            if place.outlet.as_ref().is_some_and(|outlet| outlet.send(&octets).is_err()) {
                lagging.push(ApplicationId { slot, generation: place.generation });
            }
            self.pool.give(octets);
        }
        lagging
    }
}

/// Frames for applications, which take any length there is.
fn codec() -> FrameCodec {
    FrameCodec { send_limit: MAX_APDU, ..FrameCodec::default() }
}
