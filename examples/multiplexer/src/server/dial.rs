//! How the link to the switch is made.

use std::future::Future;
use std::sync::Arc;

use csta_client::{ClientBuilder, Error, Link, Transport};
use csta_codec::types::CstaVersion;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::tcp::OwnedWriteHalf;

use super::outlet::Outlet;
use super::wire::{Plain, READ_SWITCH, Rest, Sink, Source};

/// Makes associations with the switch.
pub(super) trait Dial: Send + Sync {
    type Line: Line;

    /// Connects and associates.
    fn associate(
        &self,
    ) -> impl Future<Output = Result<(Link<Self::Line>, Option<CstaVersion>), Error>> + Send;
}

/// A connection to the switch.
pub(super) trait Line: AsyncRead + AsyncWrite + Unpin + Send {
    type Source: Source;
    type Sink: Sink;

    /// Takes it apart. `outlet` makes the way out, of the socket where others may write to it as
    /// well. `None` if it is of a kind that is not made here.
    fn open(
        self,
        outlet: impl FnOnce(Option<OwnedWriteHalf>) -> Outlet,
    ) -> Option<(Arc<Outlet>, Self::Source, Self::Sink)>;
}

impl Dial for ClientBuilder {
    type Line = Transport;

    async fn associate(&self) -> Result<(Link<Transport>, Option<CstaVersion>), Error> {
        Self::associate(self).await
    }
}

impl Line for Transport {
    type Source = Plain;
    type Sink = Rest;

    fn open(
        self,
        outlet: impl FnOnce(Option<OwnedWriteHalf>) -> Outlet,
    ) -> Option<(Arc<Outlet>, Plain, Rest)> {
        let Self::Tcp(stream) = self else {
            // The builder has no TLS.
            return None;
        };
        let (half, socket) = stream.into_split();
        let outlet = Arc::new(outlet(Some(socket)));
        let (source, sink) = (Plain { half, room: READ_SWITCH }, Rest(Arc::clone(&outlet)));
        Some((outlet, source, sink))
    }
}
