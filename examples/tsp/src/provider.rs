//! The connection to one PBX, and its lines.

use csta_client::{Client, ClientBuilder, CloseReason};
use csta_codec::types::capability::DeviceCategory;
use tokio::task::JoinHandle;

use crate::{Device, Error, Line};

/// A connection to a PBX.
#[derive(Debug)]
pub struct Provider {
    client: Client,
    connection: JoinHandle<CloseReason>,
}

impl Provider {
    /// Connects to a PBX at `HOST` or `HOST:PORT`, otherwise as `builder` says.
    ///
    /// # Errors
    ///
    /// If there is no association to be had; the error says why.
    pub async fn connect(pbx: &str, builder: &ClientBuilder) -> Result<Self, Error> {
        let connected = builder.clone().address(pbx).connect().await;
        let (client, connection) =
            connected.map_err(|error| Error::Connect { pbx: pbx.to_owned(), error })?;
        Ok(Self { client, connection: tokio::spawn(connection.run()) })
    }

    /// Reads the devices of a category from the PBX: [`Station`](DeviceCategory::Station) are the
    /// extensions, [`NetworkInterface`](DeviceCategory::NetworkInterface) the trunk lines.
    ///
    /// # Errors
    ///
    /// If the PBX does not tell them.
    pub async fn devices(&self, category: DeviceCategory) -> Result<Vec<Device>, Error> {
        let list = self.client.device_list(category).await.map_err(Error::Lines)?;
        let mut devices: Vec<Device> = list
            .entries()
            .map(|entry| Device {
                number: entry.number.map(|number| number.to_string()).unwrap_or_default(),
                device: entry.device_number(),
                in_service: entry.is_in_service(),
            })
            .collect();
        devices.sort_by(|a, b| (a.number.len(), &a.number).cmp(&(b.number.len(), &b.number)));
        Ok(devices)
    }

    /// Starts to monitor a device.
    ///
    /// # Errors
    ///
    /// If the PBX refuses: there is no such device, or there are too few licences.
    pub async fn open(&self, device: Device) -> Result<Line, Error> {
        Line::open(self.client.clone(), device).await
    }

    /// Releases the association, and waits for it to end.
    pub async fn close(self) {
        self.client.release();
        let _ = self.connection.await;
    }
}
