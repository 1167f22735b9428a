//! How a link to a site is made.

use std::io;
use std::time::Duration;

use csta_client::MAX_APDU;
use csta_codec::Operation;
use csta_codec::services::RequestSysStat;
use serde_json::json;
use tokio::io::DuplexStream;

use super::serving::Serving;
use crate::{Bus, Site, Sites, invoke, subject};

/// How long the multiplexer of a site may take to say that it is there.
const PRESENCE: Duration = Duration::from_secs(2);

/// A site of the bus for programs that speak CSTA: each connection is an association as the PBX of
/// the site would have it, without a socket.
///
/// Monitors are served from the events on the bus, the list of devices from the bucket of lines, and
/// all else is asked of the multiplexer of the site, once at most: whether something was carried out
/// is not known when no answer comes. What belongs to an association in the PBX, as call records and
/// registrations do, is not to be had.
///
/// A connection ends when NATS is away, when the multiplexer of the site is, or when it has no PBX;
/// to connect again says which. Where events were missed, the application is told that messages were
/// lost, so that it takes snapshots.
#[derive(Clone, Debug)]
pub struct SiteLink {
    pub(super) bus: Bus,
    pub(super) sites: Sites,
    pub(super) site: Site,
    pub(super) user: Option<String>,
}

impl SiteLink {
    /// A link to a site; requests are made as a user of its multiplexer, if one is given.
    #[must_use]
    pub const fn new(bus: Bus, sites: Sites, site: Site, user: Option<String>) -> Self {
        Self { bus, sites, site, user }
    }

    /// Connects, on the present tokio runtime.
    ///
    /// # Errors
    ///
    /// Who is not there: NATS, the site, its multiplexer or its PBX.
    pub async fn connect(&self) -> io::Result<DuplexStream> {
        self.check()?;
        // What happens from now on is held until it is read.
        let events = self.bus.client().subscribe(subject::events(&self.site)).await;
        let events = events.map_err(io::Error::other)?;
        self.bus.client().flush().await.map_err(io::Error::other)?;
        self.presence().await?;
        let (near, far) = tokio::io::duplex(MAX_APDU * 2);
        tokio::spawn(Serving::new(self.clone()).run(far, events));
        Ok(near)
    }

    /// Whether everybody is there, as far as is known without asking.
    pub(super) fn check(&self) -> io::Result<()> {
        let away = |text: String| Err(io::Error::new(io::ErrorKind::NotConnected, text));
        if !self.bus.is_connected() {
            return away("NATS is away".to_owned());
        }
        let known = self.sites.known();
        match known.sites.get(&self.site) {
            None => away(format!("there is no site {} on the bus", self.site)),
            Some(state) if !state.linked => {
                let reason = state.reason.as_deref().unwrap_or("it is not told why");
                away(format!("{} has no link to the PBX: {reason}", state.holder))
            }
            Some(_) => Ok(()),
        }
    }

    /// Whether the multiplexer of the site answers.
    pub(super) async fn presence(&self) -> io::Result<()> {
        let user = self.user.as_deref();
        let asked = invoke(&self.bus, &self.site, RequestSysStat::NAME, user, json!({}), PRESENCE);
        match asked.await {
            // Whatever it says, it is there.
            Ok(_) => Ok(()),
            Err(error) => {
                let text = format!("no multiplexer of {} answers: {}", self.site, error.text);
                Err(io::Error::new(io::ErrorKind::NotConnected, text))
            }
        }
    }
}
