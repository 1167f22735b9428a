//! Getting through to who is busy or does not answer.

use csta_codec::types::ParticipationType;

use crate::{CallId, Error, Line, Operation};

/// Getting through.
impl Line {
    /// Gives a call up, and asks to be called when the other end is free. When it is, a call comes
    /// into the state `offering` with the reason `callcompletion`; answering it calls the other end.
    ///
    /// # Errors
    ///
    /// [`Error::NoCall`] if there is no such call, [`Error::Operation`] if the PBX refuses.
    pub async fn call_back(&self, call: Option<CallId>) -> Result<(), Error> {
        let chosen = self.choose(Operation::CallBack, call)?;
        self.on_one(Operation::CallBack, &chosen, async |client, own| {
            client.call_back(own).await.map(drop)
        })
        .await
    }

    /// Breaks into the call of who is busy, so that all hear each other.
    ///
    /// # Errors
    ///
    /// [`Error::NoCall`] if there is no such call, [`Error::Operation`] if the PBX refuses.
    pub async fn intrude(&self, call: Option<CallId>) -> Result<(), Error> {
        let chosen = self.choose(Operation::Intrude, call)?;
        self.on_one(Operation::Intrude, &chosen, async |client, own| {
            client.intrude(own, ParticipationType::Active).await.map(drop)
        })
        .await
    }
}
