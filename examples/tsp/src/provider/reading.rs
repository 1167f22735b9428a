//! What is read from the PBX besides what a session reads.

use std::collections::BTreeMap;

use csta_client::{Client, Error, ErrorKind, Session};
use csta_codec::OctetString;
use csta_codec::services::ReqDeviceCategory;
use csta_codec::types::ConnectionId;
use kme_private::{DeviceCategory, DeviceNumber};

use super::loading::Listed;
use super::{Device, Shared};
use crate::{CallParties, FailureCode, Party, SwitchCallId};

/// Reads the telephones of the PBX: by Panasonic's private data, or, of a switch that does not know
/// those, by the service of the standard.
pub(super) async fn read_devices(session: &Session) -> Result<Listed, Error> {
    let client = session.client().await?;
    let error = match client.device_list(DeviceCategory::Station).await {
        Ok(list) => {
            let devices = list.entries().map(|entry| Device::from(&entry)).collect();
            return Ok(Listed { devices, is_complete: list.is_complete() });
        }
        Err(error) => error,
    };
    match error.kind() {
        ErrorKind::Refused | ErrorKind::Rejected | ErrorKind::Undecodable => {
            tracing::info!(%error, "no list of Panasonic's; that of the standard is asked for");
            let devices = read_standard(&client).await?;
            Ok(Listed { devices, is_complete: true })
        }
        _ => Err(error),
    }
}

/// The telephones in the list of the standard.
async fn read_standard(client: &Client) -> Result<Vec<Device>, Error> {
    let list = client.switch_devices(Some(ReqDeviceCategory::Station)).await?;
    let mut devices = Vec::new();
    for entry in list.entries() {
        let party = Party::from(&entry.device_id);
        let Some(number) = party.number() else { continue };
        let device = DeviceNumber::of(&entry.device_id);
        let number = number.to_owned();
        devices.push(Device { number, device, in_service: true, name: party.name });
    }
    Ok(devices)
}

/// Reads the names of lines: from the list of the standard, where devices have them, and of those
/// that have none there from their displays. No capture of a Panasonic switch shows a name.
pub(super) async fn read_names(session: &Session, shared: &Shared) -> Vec<(String, String)> {
    let Ok(client) = session.client().await else {
        return Vec::new();
    };
    let mut names = BTreeMap::new();
    match read_standard(&client).await {
        Ok(devices) => names
            .extend(devices.into_iter().filter_map(|device| Some((device.number, device.name?)))),
        Err(error) => tracing::info!(%error, "the PBX tells no names with its devices"),
    }
    let (nameless, pacing) = shared.with(|board| (board.nameless(), board.settings().pacing));
    for device in nameless {
        if names.contains_key(&device.number) {
            continue;
        }
        tokio::time::sleep(pacing).await;
        match client.display(device.id()).await {
            Ok(shown) => {
                let row = shown.get().display_list.iter().next().map(|display| {
                    let columns = display.physical_base_column_number.unwrap_or(0);
                    let columns = usize::try_from(columns).unwrap_or(0);
                    (display.contents_of_display.to_string(), columns)
                });
                if let Some(name) =
                    row.and_then(|(text, columns)| name_on(&device.number, &text, columns))
                {
                    names.insert(device.number.clone(), name);
                }
            }
            Err(error) => {
                let failure = error.failure();
                let code = failure.as_ref().and_then(FailureCode::of);
                if !code.is_some_and(|code| code.is("operation", "invalidDeviceID")) {
                    tracing::info!(%error, "the PBX tells no names by displays");
                    break;
                }
            }
        }
    }
    names.into_iter().collect()
}

/// The name that a display shows, if it shows one: text with letters in its first row, behind the
/// number of the telephone if that stands there, too.
fn name_on(number: &str, text: &str, columns: usize) -> Option<String> {
    let row: String = text.chars().take(if columns == 0 { usize::MAX } else { columns }).collect();
    let row = row.trim();
    let name = match row.strip_prefix(number) {
        Some(name) if name.starts_with(char::is_whitespace) => name.trim_start(),
        _ => row,
    };
    name.chars().any(char::is_alphabetic).then(|| name.to_owned())
}

/// Reads who takes part in a call.
pub(super) async fn read_call(
    session: &Session,
    device: &Device,
    call: &SwitchCallId,
) -> Option<CallParties> {
    let client = session.client().await.ok()?;
    let connection = ConnectionId::new(OctetString(call.as_bytes()), device.id());
    match client.snapshot_call(connection).await {
        Ok(snapshot) => Some(CallParties::of(&snapshot)),
        Err(error) => {
            tracing::debug!(%error, "who takes part in a call could not be read");
            None
        }
    }
}
