//! Files that are read again when they change: certificate, key and users.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use csta_client::ServerTls;
use tokio::sync::watch;
use tokio::time::{MissedTickBehavior, interval};

use super::shared::{Shared, now};
use crate::Severity;
use crate::certificate::Certificate;
use crate::config::Tls;
use crate::users::{Gate, Users};

/// How often files are looked at.
const LOOK: Duration = Duration::from_secs(2);

/// How long before it runs out, and then how often, it is said that a certificate does.
const WARN_BEFORE: Duration = Duration::from_secs(14 * 24 * 3600);
const WARN_EVERY: Duration = Duration::from_secs(24 * 3600);

/// What can be renewed while applications are connected.
#[derive(Debug)]
pub(super) struct Renewal {
    pub(super) shared: Arc<Shared>,
    pub(super) gate: Arc<Gate>,
    pub(super) users: Option<PathBuf>,
    pub(super) tls: Option<TlsRenewal>,
}

/// The certificate, and where a new one goes.
#[derive(Debug)]
pub(super) struct TlsRenewal {
    pub(super) settings: Tls,
    pub(super) not_after: SystemTime,
    pub(super) renew: watch::Sender<ServerTls>,
}

/// Whether files have changed: when they were written and how long they are.
#[derive(Debug, Default, PartialEq, Eq)]
struct Stamp(Vec<Option<(SystemTime, u64)>>);

impl Stamp {
    fn of(files: &[&PathBuf]) -> Self {
        let of = |file: &&PathBuf| {
            let metadata = fs::metadata(file).ok()?;
            Some((metadata.modified().ok()?, metadata.len()))
        };
        Self(files.iter().map(of).collect())
    }
}

impl Renewal {
    /// Looks at the files again and again. What cannot be used is told once, and what was there
    /// before stays.
    pub(super) async fn run(mut self) {
        let mut look = interval(LOOK);
        look.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let (mut users, mut certificate) = (self.users_stamp(), self.certificate_stamp());
        let mut warned = None;
        loop {
            look.tick().await;
            let found = self.users_stamp();
            if found != users {
                users = found;
                self.read_users();
            }
            let found = self.certificate_stamp();
            if found != certificate {
                certificate = found;
                self.read_certificate();
            }
            if let Some(tls) = &self.tls
                && let Some(left) = runs_out(tls.not_after)
                && warned.is_none_or(|at| now() - at >= WARN_EVERY)
            {
                warned = Some(now());
                let text = format!(
                    "the certificate of the TLS port runs out in {} days: renew it",
                    left.as_secs() / (24 * 3600)
                );
                tracing::warn!("{text}");
                self.shared.lock().recent.push(Severity::Warning, text);
            }
        }
    }

    fn users_stamp(&self) -> Stamp {
        Stamp::of(&self.users.iter().collect::<Vec<_>>())
    }

    fn certificate_stamp(&self) -> Stamp {
        let files = |tls: &TlsRenewal| Stamp::of(&[&tls.settings.certificate, &tls.settings.key]);
        self.tls.as_ref().map(files).unwrap_or_default()
    }

    fn read_users(&self) {
        let Some(path) = &self.users else {
            return;
        };
        match Users::load(path) {
            Ok(users) => {
                tracing::info!(users = users.len(), "the users were read again");
                self.gate.set_users(users);
                self.shared.lock().users_changed(now(), &self.gate.users());
            }
            Err(error) => self.refuse(&format!("the users stay as they were: {error}")),
        }
    }

    fn read_certificate(&mut self) {
        let Some(tls) = &mut self.tls else {
            return;
        };
        match Certificate::load(&tls.settings, SystemTime::now()) {
            Ok(certificate) => {
                tls.not_after = certificate.not_after;
                tls.renew.send_replace(certificate.tls);
                tracing::info!(
                    "the certificate was read again; it is for those who come from now on"
                );
            }
            // Certificate and key are two files: between the two they do not belong together.
            Err(error) => self.refuse(&format!("the certificate stays as it was: {error}")),
        }
    }

    fn refuse(&self, text: &str) {
        tracing::error!("{text}");
        self.shared.lock().recent.push(Severity::Error, text);
    }
}

/// How long a certificate is in force yet, if that is not long.
fn runs_out(not_after: SystemTime) -> Option<Duration> {
    let left = not_after.duration_since(SystemTime::now()).unwrap_or_default();
    (left < WARN_BEFORE).then_some(left)
}
