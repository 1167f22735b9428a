//! Call detail records.

use csta_codec::services::{StartCdrTransmission, StartCdrTransmissionArgument};
use csta_codec::types::CdrTransferMode;
use tokio::sync::oneshot;

use crate::connection::Reply;
use crate::{CallRecords, Client, Error};

/// Call detail records.
impl Client {
    /// Starts the transmission of call detail records.
    ///
    /// Panasonic switches take one such transmission at a time, and have been seen to take it
    /// badly right after the association; wait a minute before.
    ///
    /// # Errors
    ///
    /// As [`invoke`](Self::invoke).
    ///
    /// ```no_run
    /// # async fn collect(client: csta_client::Client) -> Result<(), csta_client::Error> {
    /// use csta_client::CallRecordItem;
    /// use csta_codec::types::CdrTransferMode;
    /// use futures::StreamExt;
    ///
    /// let mut records = client.call_records(CdrTransferMode::TransferAtEndOfCall).await?;
    /// while let Some(item) = records.next().await {
    ///     match item {
    ///         CallRecordItem::Report(report) => {
    ///             for record in report.argument().get().cdr_info.iter() {
    ///                 println!("{record:?}");
    ///             }
    ///             // Only now: the switch keeps them until they are confirmed.
    ///             report.confirm();
    ///         }
    ///         CallRecordItem::Stored(reason) => println!("records wait: {reason:?}"),
    ///         CallRecordItem::Ended(why) => println!("{why}"),
    ///     }
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub async fn call_records(&self, mode: CdrTransferMode) -> Result<CallRecords, Error> {
        let argument = StartCdrTransmissionArgument::new(mode);
        let (reply, answer) = oneshot::channel();
        let reply = Reply::CallRecords { reply, stream: self.starting() };
        self.request::<StartCdrTransmission>(&argument, reply).await?;
        self.answer(answer).await
    }
}
