//! Which devices a switch has.

use csta_codec::Operation;
use csta_codec::services::{
    Escape, GetSwitchingFunctionDevices, GetSwitchingFunctionDevicesArgument,
    GetSwitchingFunctionDevicesResult, ReqDeviceCategory, SwitchingFunctionDevices,
    SwitchingFunctionDevicesArgument,
};
use kme_private::{DeviceCategory, DeviceList};
use tokio::sync::oneshot;

use crate::connection::{Reply, Segment, Segmented};
use crate::snapshot::read_all;
use crate::{Client, Error, SwitchDevices};

/// Which devices a switch has.
impl Client {
    /// Reads which devices of a category a Panasonic switch has, by its private data:
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
        self.request::<Escape>(&argument.get(), Reply::DeviceList { reply, category }).await?;
        self.answer(list).await
    }

    /// Reads which devices of a category a switch has, by the service of the standard; all
    /// without a category.
    ///
    /// # Errors
    ///
    /// As [`invoke`](Self::invoke), and if a segment of the list is missing or late.
    pub async fn switch_devices(
        &self,
        category: Option<ReqDeviceCategory>,
    ) -> Result<SwitchDevices, Error> {
        let mut argument = GetSwitchingFunctionDevicesArgument::new();
        argument.requested_device_category = category;
        let (_, segments) = self.collect::<GetSwitchingFunctionDevices>(&argument).await?;
        let segments = read_all(GetSwitchingFunctionDevices::NAME, &segments)?;
        Ok(SwitchDevices { segments })
    }
}

impl Segmented for GetSwitchingFunctionDevices {
    type Segment = SwitchingFunctionDevices;

    fn cross_ref<'a: 'a>(result: &GetSwitchingFunctionDevicesResult<'a>) -> Option<&'a [u8]> {
        Some(result.service_cross_ref_id.as_bytes())
    }

    fn segment<'a: 'a>(segment: &SwitchingFunctionDevicesArgument<'a>) -> Segment<'a> {
        Segment {
            cross_ref: segment.service_cross_ref_id.as_bytes(),
            number: segment.segment_id,
            is_last: segment.last_segment,
        }
    }
}
