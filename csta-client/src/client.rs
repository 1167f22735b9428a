//! The handle that applications use.

use std::time::Duration;

use csta_codec::services::{Escape, MonitorStart, MonitorStartArgument};
use csta_codec::types::{DeviceId, MonitorFilter, MonitorObject};
use csta_codec::{Ber, Operation, Owned};
use kme_private::{DeviceCategory, DeviceList};
use tokio::sync::{mpsc, oneshot};

use crate::connection::{Answer, Command, Housekeeping, Reply};
use crate::error::Cause;
use crate::{ClientBuilder, CloseReason, Error, Monitor};

/// A handle on an association, to be cloned at will.
///
/// Made by [`ClientBuilder::connect`] together with the
/// [`Connection`](crate::Connection) that does the work. When the last handle and monitor are
/// gone, the association is released.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) commands: mpsc::Sender<Command>,
    pub(crate) housekeeping: mpsc::UnboundedSender<Housekeeping>,
    pub(crate) answer_timeout: Duration,
    pub(crate) monitor_queue: usize,
}

impl Client {
    /// How to connect, to be filled in.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }

    /// Invokes an operation in the switch and waits for its result.
    ///
    /// Many can be under way at once. Dropping the future ends the waiting, not the operation.
    ///
    /// # Errors
    ///
    /// The switch refuses or does not understand it, does not answer in time, or the association
    /// ends; see [`ErrorKind`](crate::ErrorKind).
    ///
    /// ```no_run
    /// # async fn call(client: csta_client::Client) -> Result<(), csta_client::Error> {
    /// use csta_codec::services::{MakeCall, MakeCallArgument};
    /// use csta_codec::types::DeviceId;
    ///
    /// let (from, to) = (DeviceId::dialing_number("101"), DeviceId::dialing_number("102"));
    /// let result = client.invoke::<MakeCall>(&MakeCallArgument::new(from, to)).await?;
    /// println!("{:?}", result.get().calling_device);
    /// # Ok(())
    /// # }
    /// ```
    pub async fn invoke<O: Operation>(
        &self,
        argument: &O::Argument<'_>,
    ) -> Result<Owned<O::Result<'static>>, Error> {
        self.invoke_within::<O>(argument, self.answer_timeout).await
    }

    /// As [`invoke`](Self::invoke), with a time limit of its own.
    ///
    /// # Errors
    ///
    /// As [`invoke`](Self::invoke).
    pub async fn invoke_within<O: Operation>(
        &self,
        argument: &O::Argument<'_>,
        limit: Duration,
    ) -> Result<Owned<O::Result<'static>>, Error> {
        let (reply, answer) = oneshot::channel();
        self.command::<O>(argument, limit, Reply::Request(reply)).await?;
        read::<O>(answer.await.map_err(|_| gone(true))??)
    }

    /// Starts a monitor on a device: what happens there comes as a stream.
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
        let (items, received) = mpsc::channel(self.monitor_queue);
        let (reply, answer) = oneshot::channel();
        let reply = Reply::Monitor { reply, items };
        self.command::<MonitorStart>(&argument, self.answer_timeout, reply).await?;
        let started = answer.await.map_err(|_| gone(true))??;
        Ok(Monitor { items: received, started, housekeeping: self.housekeeping.clone() })
    }

    /// Reads which devices of a category a Panasonic switch has:
    /// [`Station`](DeviceCategory::Station) are its extensions,
    /// [`NetworkInterface`](DeviceCategory::NetworkInterface) its trunk lines.
    ///
    /// # Errors
    ///
    /// As [`invoke`](Self::invoke), and if the switch does not send the list in time. Whether a
    /// list is all of it, [`DeviceList::completeness`] says.
    ///
    /// ```no_run
    /// # async fn list(client: csta_client::Client) -> Result<(), csta_client::Error> {
    /// use kme_private::DeviceCategory;
    ///
    /// for extension in client.device_list(DeviceCategory::Station).await?.entries() {
    ///     println!("{:?} is {:?}", extension.number, extension.device_number());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub async fn device_list(&self, category: DeviceCategory) -> Result<DeviceList, Error> {
        let argument = kme_private::escape_for_devices(category);
        let (reply, list) = oneshot::channel();
        let reply = Reply::DeviceList { reply, category };
        self.command::<Escape>(&argument.get(), self.answer_timeout, reply).await?;
        list.await.map_err(|_| gone(true))?
    }

    /// Asks the switch to release the association. The [`Connection`](crate::Connection) ends
    /// when it has answered.
    pub fn release(&self) {
        // If the connection is gone, so is the association.
        let _ = self.housekeeping.send(Housekeeping::Release);
    }

    /// Ends the association at once, without waiting for the switch.
    pub fn abort(&self) {
        // If the connection is gone, so is the association.
        let _ = self.housekeeping.send(Housekeeping::Abort);
    }

    async fn command<O: Operation>(
        &self,
        argument: &O::Argument<'_>,
        limit: Duration,
        reply: Reply,
    ) -> Result<(), Error> {
        let argument = argument.encode();
        let command = Command { operation: O::CODE, name: O::NAME, argument, limit, reply };
        self.commands.send(command).await.map_err(|_| gone(false))
    }
}

/// Reads the answer to an operation.
pub(crate) fn read<O: Operation>(answer: Answer) -> Result<Owned<O::Result<'static>>, Error> {
    let operation = O::NAME;
    let (code, result) = answer.ok_or(Cause::WrongOperation { operation, code: None })?;
    if code != O::CODE {
        return Err(Cause::WrongOperation { operation, code: Some(code) }.into());
    }
    result.read().map_err(|error| Cause::Undecodable { operation, error }.into())
}

/// The connection is gone and cannot say why.
fn gone(sent: bool) -> Error {
    let reason = CloseReason::Disconnected("and its task ended");
    if sent { Error::closed_after_sending(reason) } else { Error::closed(reason) }
}
