//! What the API answers with.

use serde::Serialize;
use tsp::{
    AddressCapabilities, AddressStatus, Call, DeviceCapabilities, Error, Line, LineInfo,
    LineStatus, ProviderStatus,
};

/// How the program is.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Status {
    pub(super) version: &'static str,
    pub(super) providers: Vec<ProviderStatus>,
    pub(super) open_lines: usize,
    pub(super) open_lines_limit: usize,
}

/// A line with its calls.
#[derive(Debug, Serialize)]
pub(super) struct LineWithCalls {
    #[serde(flatten)]
    pub(super) line: LineInfo,
    pub(super) calls: Vec<Call>,
}

/// What a line and each of its addresses can do.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct LineCapabilities {
    #[serde(flatten)]
    line: DeviceCapabilities,
    address_capabilities: Vec<AddressCapabilities>,
}

impl LineCapabilities {
    pub(super) fn of(line: &Line) -> Result<Self, Error> {
        let device = line.device_capabilities()?;
        let addresses = device.addresses.iter().map(|address| line.address_capabilities(*address));
        let address_capabilities = addresses.collect::<Result<_, _>>()?;
        Ok(Self { line: device, address_capabilities })
    }
}

/// How a line and each of its addresses are used.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct LineUse {
    #[serde(flatten)]
    line: LineStatus,
    addresses: Vec<AddressStatus>,
}

impl LineUse {
    pub(super) fn of(line: &Line) -> Result<Self, Error> {
        let addresses = line.device_capabilities()?.addresses;
        let addresses = addresses.into_iter().map(|address| line.address_status(address));
        Ok(Self { line: line.status()?, addresses: addresses.collect::<Result<_, _>>()? })
    }
}
