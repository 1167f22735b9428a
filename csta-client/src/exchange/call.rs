//! A request as a future.

use std::future::poll_fn;
use std::task::{Context, Poll};

use super::shared::Exchange;
use crate::Error;
use crate::connection::Answer;

/// A request that is under way, and for which somebody waits. Dropping it ends the waiting.
#[derive(Debug)]
pub(crate) struct Call<'a> {
    exchange: &'a Exchange,
    /// Where the answer is found; `None` when it was taken.
    key: Option<usize>,
}

impl<'a> Call<'a> {
    pub(super) const fn new(exchange: &'a Exchange, key: usize) -> Self {
        Self { exchange, key: Some(key) }
    }

    /// Begins a request as soon as it is polled, and waits for its answer, if it was begun.
    pub(crate) async fn make(
        begin: impl FnOnce(&Context<'_>) -> Result<Option<Self>, Error>,
    ) -> Result<Option<Answer>, Error> {
        let (mut begin, mut call) = (Some(begin), None);
        poll_fn(|cx| match (&mut call, begin.take()) {
            (Some(call), _) => Self::poll(call, cx).map_ok(Some),
            // With whom it is to wake, so that it need not be polled again at once.
            (call, Some(begin)) => match begin(cx) {
                Ok(Some(begun)) => {
                    *call = Some(begun);
                    Poll::Pending
                }
                Ok(None) => Poll::Ready(Ok(None)),
                Err(error) => Poll::Ready(Err(error)),
            },
            (None, None) => Poll::Pending,
        })
        .await
    }

    fn poll(&mut self, cx: &Context<'_>) -> Poll<Result<Answer, Error>> {
        let Some(key) = self.key else { return Poll::Pending };
        let answer = self.exchange.lock().poll_call(key, cx);
        if answer.is_ready() {
            self.key = None;
        }
        answer
    }
}

impl Drop for Call<'_> {
    fn drop(&mut self) {
        if let Some(key) = self.key {
            let ended = self.exchange.lock().drop_call(key);
            if ended.is_some() {
                self.exchange.serve_waiting();
            }
        }
    }
}
