//! Panasonic's lists of devices, which come as Escape requests of the switch.

use std::collections::HashMap;
use std::time::Instant;

use csta_codec::services::{EscapeArgument, EscapeResult};
use csta_codec::{Element, Owned};
use kme_private::{
    DeviceCategory, DeviceList, DeviceListAssembler, DeviceListOutcome, DialogueId, Taken,
};
use tokio::sync::oneshot;

use crate::Error;
use crate::error::Cause;

/// Who waits for a list.
pub(crate) type Waiting = oneshot::Sender<Result<DeviceList, Error>>;

/// The dialogues that are under way, and who waits for them.
#[derive(Debug, Default)]
pub(crate) struct DeviceLists {
    assembler: DeviceListAssembler,
    waiting: HashMap<DialogueId, Waiting>,
}

impl DeviceLists {
    /// Starts a dialogue whose request is about to be sent.
    pub(crate) fn start(
        &mut self,
        now: Instant,
        category: DeviceCategory,
        waiting: Waiting,
    ) -> Option<DialogueId> {
        self.drop_abandoned(now);
        match self.assembler.start(now, category) {
            Ok(dialogue) => {
                self.waiting.insert(dialogue, waiting);
                Some(dialogue)
            }
            Err(_) => {
                let _ = waiting.send(Err(Cause::TooManyLists { limit: self.waiting.len() }.into()));
                None
            }
        }
    }

    /// Takes the result of the request.
    pub(crate) fn handle_result(
        &mut self,
        now: Instant,
        dialogue: DialogueId,
        result: &Owned<Element<'static>>,
    ) {
        let operation = "escape";
        let result = match result.read::<EscapeResult<'static>>() {
            Ok(result) => result,
            Err(error) => {
                return self.fail(now, dialogue, Cause::Undecodable { operation, error }.into());
            }
        };
        if let Err(error) = self.assembler.handle_result(now, dialogue, &result.get()) {
            return self.fail(now, dialogue, Cause::NotAcknowledged(error).into());
        }
        self.tell();
    }

    /// Ends a dialogue whose request has failed.
    pub(crate) fn fail(&mut self, now: Instant, dialogue: DialogueId, error: Error) {
        self.assembler.cancel(now, dialogue);
        if let Some(waiting) = self.waiting.remove(&dialogue) {
            // Whoever waited may have gone away.
            let _ = waiting.send(Err(error));
        }
    }

    /// Whether an Escape request of the switch is a part of a list.
    pub(crate) fn take(&mut self, now: Instant, argument: Option<&Element<'_>>) -> bool {
        if self.waiting.is_empty() {
            return false;
        }
        let Some(Ok(argument)) = argument.map(Element::read::<EscapeArgument<'_>>) else {
            return false;
        };
        let taken = self.assembler.handle_private_data(now, &argument);
        self.tell();
        matches!(taken, Some(Taken::Taken | Taken::Repeated | Taken::Held))
    }

    pub(crate) fn poll_timeout(&self) -> Option<Instant> {
        self.assembler.poll_timeout()
    }

    pub(crate) fn handle_timeout(&mut self, now: Instant) {
        self.assembler.handle_timeout(now);
        self.tell();
    }

    /// Ends all dialogues.
    pub(crate) fn end(&mut self, error: &Error) {
        for (_, waiting) in self.waiting.drain() {
            let _ = waiting.send(Err(error.clone()));
        }
    }

    fn tell(&mut self) {
        while let Some(DeviceListOutcome { dialogue, list }) = self.assembler.poll_outcome() {
            if let Some(waiting) = self.waiting.remove(&dialogue) {
                let _ = waiting.send(list.map_err(|error| Cause::NoDeviceList(error).into()));
            }
        }
    }

    /// Forgets the dialogues for which nobody waits any more.
    fn drop_abandoned(&mut self, now: Instant) {
        let assembler = &mut self.assembler;
        self.waiting.retain(|dialogue, waiting| {
            let wanted = !waiting.is_closed();
            if !wanted {
                assembler.cancel(now, *dialogue);
            }
            wanted
        });
    }
}
