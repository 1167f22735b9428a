//! Operations that are known at run time alone.

use csta_codec::rose::OutgoingInvoke;
use csta_codec::services::{GetSwitchingFunctionDevices, SnapshotCall, SnapshotDevice};
use csta_codec::{Operation, OperationInfo};
use tokio::sync::oneshot;

use super::Client;
use crate::Error;
use crate::connection::{Answer, Reply, SegmentForm};
use crate::error::Cause;

/// The answer to an operation that was chosen at run time, in BER.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct EncodedAnswer {
    /// The result; `None` for an operation that is not confirmed.
    pub result: Option<Vec<u8>>,
    /// The arguments of the segments in which the rest of it came, if it did.
    pub segments: Vec<Vec<u8>>,
}

impl Client {
    /// Invokes an operation that is known at run time alone, with an argument in BER, and waits for
    /// its result and the segments that follow it; for an operation that is not confirmed, until it
    /// is on its way.
    ///
    /// What an operation starts in the switch, such as a monitor, has no stream here: what comes of
    /// it is [`Incoming`](crate::Incoming), and nothing stops it.
    ///
    /// # Errors
    ///
    /// As [`invoke`](Self::invoke).
    ///
    /// ```no_run
    /// # async fn clear(client: csta_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// use csta_codec::OperationInfo;
    ///
    /// let operation = OperationInfo::by_code(4).ok_or("no such operation")?;
    /// let argument = [0x30, 0x06, 0xA0, 0x04, 0x80, 0x02, 0x01, 0x11];
    /// let answer = client.invoke_encoded(operation, argument.to_vec()).await?;
    /// println!("{:02X?}", answer.result);
    /// # Ok(())
    /// # }
    /// ```
    pub async fn invoke_encoded(
        &self,
        operation: &'static OperationInfo,
        argument: Vec<u8>,
    ) -> Result<EncodedAnswer, Error> {
        if !operation.is_confirmed() {
            let (reply, sent) = oneshot::channel();
            self.encoded(operation, argument, Reply::Sent(reply)).await?;
            self.answer(sent).await?;
            return Ok(EncodedAnswer::default());
        }
        let Some(form) = form_of_segments(operation.code) else {
            let (reply, answer) = oneshot::channel();
            self.encoded(operation, argument, Reply::Request(reply)).await?;
            let result = self.answer(answer).await?;
            return checked(operation, &result, &[]);
        };
        let (reply, answer) = oneshot::channel();
        self.encoded(operation, argument, Reply::Segments { reply, form }).await?;
        let (result, segments) = self.answer(answer).await?;
        checked(operation, &result, &segments)
    }

    async fn encoded(
        &self,
        operation: &'static OperationInfo,
        argument: Vec<u8>,
        reply: Reply,
    ) -> Result<(), Error> {
        let invoke = OutgoingInvoke::encoded(operation.code, &argument);
        self.submit((operation.code, operation.name), invoke, reply).await
    }
}

/// The results of which operations may come in segments.
const fn form_of_segments(code: i32) -> Option<&'static SegmentForm> {
    Some(match code {
        SnapshotDevice::CODE => const { &SegmentForm::of::<SnapshotDevice>() },
        SnapshotCall::CODE => const { &SegmentForm::of::<SnapshotCall>() },
        GetSwitchingFunctionDevices::CODE => {
            const { &SegmentForm::of::<GetSwitchingFunctionDevices>() }
        }
        _ => return None,
    })
}

/// A result that is one of its type.
fn checked(
    operation: &'static OperationInfo,
    result: &Answer,
    segments: &[Answer],
) -> Result<EncodedAnswer, Error> {
    use csta_codec::Ber as _;

    let element = result.element();
    let check = operation.result.map_or(Ok(()), |result| result.check(&element));
    check.map_err(|error| Cause::Undecodable { operation: operation.name, error })?;
    let segments = segments.iter().map(|segment| segment.element().encode()).collect();
    Ok(EncodedAnswer { result: Some(element.encode()), segments })
}
