//! Settings that cannot be, alone or together.

use program::ProtocolLogs;
use std::fmt::Display;
use std::net::SocketAddr;
use std::ops::RangeInclusive;
use std::time::Duration;

use config_file::time::Time;

use super::{Config, Login};

/// A setting that cannot be.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{key}: {message}")]
pub struct SettingError {
    /// Its key in the file, such as `limits.applications`.
    pub key: &'static str,
    /// What is wrong with it, and what to do.
    pub message: String,
}

impl Config {
    /// Checks that all settings are in their ranges and go together.
    ///
    /// # Errors
    ///
    /// The first setting that does not.
    pub fn check(&self) -> Result<(), SettingError> {
        let (pbx, users, limits) = (&self.pbx, &self.users, &self.limits);
        if pbx.address.trim().is_empty() {
            return wrong("pbx.address", "is empty: expected HOST or HOST:PORT");
        }
        within("pbx.send_limit", pbx.send_limit, 16..=65_535)?;
        within("pbx.requests_in_flight", pbx.requests_in_flight, 1..=1000)?;
        duration("pbx.connect_timeout", pbx.connect_timeout, 1, 600)?;
        duration("pbx.answer_timeout", pbx.answer_timeout, 1, 600)?;
        duration("pbx.silence_timeout", pbx.silence_timeout, 1, 86_400)?;
        duration("pbx.call_records_after", pbx.call_records_after, 0, 3600)?;
        within("users.attempts", users.attempts, 1..=1000)?;
        duration("users.attempt_interval", users.attempt_interval, 1, 86_400)?;
        within("limits.applications", limits.applications, 1..=100_000)?;
        within("limits.call_record_applications", limits.call_record_applications, 0..=1)?;
        within("limits.hotel_applications", limits.hotel_applications, 0..=1000)?;
        within("limits.waiting", limits.waiting, 1..=100_000)?;
        within("limits.requests", limits.requests, 1..=10_000)?;
        within("limits.monitors", limits.monitors, 1..=100_000)?;
        within("limits.unread", limits.unread, 64 << 10..=1 << 30)?;
        duration("limits.keep_alive", limits.keep_alive, 1, 86_400)?;
        within("spool.size", self.spool.size, 64 << 10..=4 << 30)?;
        #[cfg(feature = "nats")]
        if let Some(bus) = &self.bus {
            bus.check()?;
        }
        if let Some(logs) = &self.protocol_logs {
            within("protocol_logs.size", logs.size, ProtocolLogs::SIZES)?;
            within("protocol_logs.files", logs.files, ProtocolLogs::FILES)?;
        }
        if self.tcp.is_none() && self.tls.is_none() {
            return wrong("tcp", "there is neither [tcp] nor [tls]: nobody could connect");
        }
        if users.file.is_none() {
            let advice = "needs users: set users.file, and add one by csta-mux user add";
            if self.tls.is_some() {
                return wrong("tls", advice);
            }
            if self.tcp.as_ref().is_some_and(|tcp| tcp.login == Login::Required) {
                return wrong("tcp.login", advice);
            }
        }
        self.check_ports()
    }

    fn check_ports(&self) -> Result<(), SettingError> {
        let tcp = self.tcp.as_ref().map(|tcp| tcp.listen);
        let tls = self.tls.as_ref().map(|tls| tls.listen);
        let web = self.web.as_ref().map(|web| web.listen);
        let clash = |one: Option<SocketAddr>, other: Option<SocketAddr>| match (one, other) {
            // Port 0 is any that is free.
            (Some(one), Some(other)) => {
                let covers = one.ip() == other.ip()
                    || one.ip().is_unspecified()
                    || other.ip().is_unspecified();
                one.port() != 0 && one.port() == other.port() && covers
            }
            _ => false,
        };
        if clash(tcp, tls) {
            return wrong("tls.listen", "is the port of tcp.listen: choose another");
        }
        if clash(tcp, web) || clash(tls, web) {
            return wrong("web.listen", "is a port of applications: choose another");
        }
        if let Some(web) = &self.web
            && !web.listen.ip().is_loopback()
            && web.token_file.is_none()
        {
            return wrong(
                "web.token_file",
                "is needed where other computers reach the status page",
            );
        }
        Ok(())
    }
}

pub(super) fn wrong(key: &'static str, message: impl Into<String>) -> Result<(), SettingError> {
    Err(SettingError { key, message: message.into() })
}

fn within<T: PartialOrd + Display>(
    key: &'static str,
    value: T,
    range: RangeInclusive<T>,
) -> Result<(), SettingError> {
    if range.contains(&value) {
        return Ok(());
    }
    wrong(key, format!("is {value}, where {} to {} can be", range.start(), range.end()))
}

pub(super) fn duration(
    key: &'static str,
    time: Duration,
    least: u64,
    most: u64,
) -> Result<(), SettingError> {
    let (least, most) = (Duration::from_secs(least), Duration::from_secs(most));
    if (least..=most).contains(&time) {
        return Ok(());
    }
    let [time, least, most] = [time, least, most].map(Time);
    wrong(key, format!("is {time}, where {least} to {most} can be"))
}
