//! What can be seen of calls at one moment.

use super::{CallModel, ConnectionRef, ConnectionState, DeviceNumber};

/// A call as one of its devices sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallView {
    /// The device's connection.
    pub connection: ConnectionRef,
    /// Its state.
    pub own: ConnectionState,
    /// The others and their states. One that was called in vain has failed, and does not know.
    pub others: Vec<(DeviceNumber, ConnectionState)>,
}

impl CallModel {
    /// The calls of a device, the oldest first.
    #[must_use]
    pub fn snapshot(&self, device: DeviceNumber) -> Vec<CallView> {
        let view = |(id, own): (super::CallId, &super::Connection)| {
            let call = self.calls.get(&id);
            let connections = call.map_or([].as_slice(), super::Call::connections);
            let others = connections.iter().filter(|other| other.device != device);
            let unreached = call.and_then(|call| call.unreached);
            CallView {
                connection: ConnectionRef::new(id, device),
                own: own.state,
                others: others
                    .map(|other| (other.device, other.seen_state()))
                    .chain(unreached.map(|far| (far.device, ConnectionState::Fail)))
                    .collect(),
            }
        };
        self.connections_of(device).map(view).collect()
    }
}
