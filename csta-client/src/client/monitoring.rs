//! Monitors.

use csta_codec::services::{MonitorStart, MonitorStartArgument};
use csta_codec::types::{DeviceId, MonitorFilter, MonitorObject};
use tokio::sync::oneshot;

use crate::connection::Reply;
use crate::{Client, Error, Monitor};

/// Monitors: what happens in the switch, as streams.
impl Client {
    /// Starts a monitor on a device.
    ///
    /// Without a filter, all events come. A Panasonic switch names extensions by dialling number
    /// and trunk lines by device number.
    ///
    /// # Errors
    ///
    /// As [`invoke`](Self::invoke).
    ///
    /// ```no_run
    /// # async fn watch(client: csta_client::Client) -> Result<(), csta_client::Error> {
    /// use csta_client::MonitorItem;
    /// use csta_codec::types::DeviceId;
    /// use futures::StreamExt;
    ///
    /// let mut monitor = client.monitor(DeviceId::dialing_number("101"), None).await?;
    /// while let Some(item) = monitor.next().await {
    ///     match item {
    ///         MonitorItem::Event(event) => println!("{event:?}"),
    ///         MonitorItem::Lagged(lost) => println!("{lost} events lost"),
    ///         MonitorItem::Ended(why) => println!("{why}"),
    ///     }
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub async fn monitor(
        &self,
        device: DeviceId<'_>,
        filter: Option<MonitorFilter>,
    ) -> Result<Monitor, Error> {
        let mut argument = MonitorStartArgument::new(MonitorObject::DeviceObject(device));
        // Present and empty, as all known clients of Panasonic switches send it.
        argument.requested_monitor_filter = Some(filter.unwrap_or(MonitorFilter::new()));
        self.monitor_with(&argument).await
    }

    /// Starts a monitor with all options that the standard has: on a call, by call, for some
    /// media only.
    ///
    /// # Errors
    ///
    /// As [`invoke`](Self::invoke).
    pub async fn monitor_with(
        &self,
        argument: &MonitorStartArgument<'_>,
    ) -> Result<Monitor, Error> {
        let (reply, answer) = oneshot::channel();
        let reply = Reply::Monitor { reply, stream: self.starting() };
        self.request::<MonitorStart>(argument, reply).await?;
        self.answer(answer).await
    }
}
