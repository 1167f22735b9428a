//! What is known of all sites, kept up to date.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::sleep;

use crate::{BucketError, Bus, LineChange, LineState, LineWatch, Site, SiteState};

/// How long to wait before it is tried again to read.
const PAUSE: Duration = Duration::from_millis(500);

/// How all sites and their lines are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Known {
    /// Whether all that there is has been read. What has been read stays when NATS goes away.
    pub is_present: bool,
    /// The sites.
    pub sites: BTreeMap<Site, SiteState>,
    /// The lines of each site, by device.
    pub lines: BTreeMap<Site, BTreeMap<String, LineState>>,
    /// Why nothing can be read at present.
    pub error: Option<String>,
}

/// Follows the sites of a bus and their lines: a handle, to be cloned at will. With the last one it
/// ends.
#[derive(Clone, Debug)]
pub struct Sites {
    known: watch::Receiver<Known>,
    _follower: Arc<JoinSet<()>>,
}

impl Sites {
    /// Begins to follow, on the present tokio runtime, and again whenever NATS has been away.
    ///
    /// # Panics
    ///
    /// Outside of a runtime.
    #[must_use]
    pub fn follow(bus: &Bus) -> Self {
        let (told, known) = watch::channel(Known::default());
        let mut follower = JoinSet::new();
        follower.spawn(follow(bus.clone(), told));
        Self { known, _follower: Arc::new(follower) }
    }

    /// How everything is at present. No task should hold this while it waits for something.
    #[must_use]
    pub fn known(&self) -> watch::Ref<'_, Known> {
        self.known.borrow()
    }

    /// How everything is, to be watched for changes.
    #[must_use]
    pub fn watch(&self) -> watch::Receiver<Known> {
        self.known.clone()
    }
}

async fn follow(bus: Bus, told: watch::Sender<Known>) {
    let mut connections = bus.connections();
    loop {
        connections.borrow_and_update();
        let read = tokio::select! {
            read = read(&bus, &told) => read,
            // What was there before may have changed unseen.
            Ok(()) = connections.changed() => continue,
        };
        let error = read.err().map(|error| error.to_string());
        told.send_if_modified(|known| {
            let is_new = known.error != error;
            known.error = error;
            is_new
        });
        sleep(PAUSE).await;
    }
}

/// Reads what there is and then each change, as long as that goes on.
async fn read(bus: &Bus, told: &watch::Sender<Known>) -> Result<(), BucketError> {
    let mut watch = match LineWatch::new(bus).await {
        Err(BucketError::Missing { .. }) => {
            // Nothing is there, and that is all that is to be known.
            told.send_if_modified(|known| !std::mem::replace(&mut known.is_present, true));
            return Ok(());
        }
        watch => watch?,
    };
    let mut fresh = Some(Known { is_present: true, ..Known::default() });
    while let Some(change) = watch.next().await {
        match (change?, &mut fresh) {
            (LineChange::Present, fresh) => {
                if let Some(fresh) = fresh.take() {
                    told.send_replace(fresh);
                }
            }
            (change, Some(fresh)) => fresh.learn(change),
            (change, None) => told.send_modify(|known| known.learn(change)),
        }
    }
    Ok(())
}

impl Known {
    fn learn(&mut self, change: LineChange) {
        match change {
            LineChange::Line(line) => {
                let lines = self.lines.entry(line.site.clone()).or_default();
                lines.insert(line.device.clone(), line);
            }
            LineChange::Gone { site, device } => {
                if let Ok(site) = site.parse::<Site>()
                    && let Some(lines) = self.lines.get_mut(&site)
                {
                    lines.remove(&device);
                }
            }
            LineChange::Site(site) => {
                self.sites.insert(site.site.clone(), site);
            }
            LineChange::SiteGone(site) => {
                if let Ok(site) = site.parse::<Site>() {
                    self.sites.remove(&site);
                }
            }
            LineChange::Unread { key, reason } => {
                tracing::warn!(key, reason, "a value on the bus cannot be understood");
            }
            LineChange::Present => {}
        }
    }
}
