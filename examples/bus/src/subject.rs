//! The subjects and names under which everything stands in NATS, in one place.

use crate::Site;

/// The stream of all call records.
pub const CALL_RECORDS_STREAM: &str = "csta-call-records";
/// The subjects of the stream of all call records.
pub const CALL_RECORDS: &str = "csta.*.call-record";
/// The bucket of the lines of all sites, and of their sites.
pub const LINES_BUCKET: &str = "csta-lines";
/// The bucket of what has been asked for lately, so that nothing is done twice.
pub const REQUESTS_BUCKET: &str = "csta-requests";

/// The subject of an event at a device: `csta.SITE.event.DEVICE.EVENT`.
///
/// ```
/// let site: bus::Site = "berlin".parse()?;
/// assert_eq!(bus::subject::event(&site, "101", "delivered"), "csta.berlin.event.101.delivered");
/// assert_eq!(bus::subject::event(&site, "*21", "failed"), "csta.berlin.event.=2A21.failed");
/// # Ok::<(), bus::SiteError>(())
/// ```
#[must_use]
pub fn event(site: &Site, device: &str, event: &str) -> String {
    format!("csta.{site}.event.{}.{}", token(device), token(event))
}

/// The subjects of all events of a site.
#[must_use]
pub fn events(site: &Site) -> String {
    format!("csta.{site}.event.>")
}

/// The subject of what is said of a site as a whole: `csta.SITE.status`.
#[must_use]
pub fn status(site: &Site) -> String {
    format!("csta.{site}.status")
}

/// The subject of requests for an operation: `csta.SITE.invoke.OPERATION`, and with a user behind
/// it those that are made as that user.
#[must_use]
pub fn invoke(site: &Site, operation: &str, user: Option<&str>) -> String {
    match user {
        Some(user) => format!("csta.{site}.invoke.{}.{}", token(operation), token(user)),
        None => format!("csta.{site}.invoke.{}", token(operation)),
    }
}

/// The subject of call records of a site.
#[must_use]
pub fn call_record(site: &Site) -> String {
    format!("csta.{site}.call-record")
}

/// The subject on which it is said that the lease is free.
#[must_use]
pub fn lease(site: &Site) -> String {
    format!("csta.{site}.lease")
}

/// The subject on which a multiplexer is asked to hand the PBX over to another one.
#[must_use]
pub fn hand_over(site: &Site) -> String {
    format!("csta.{site}.hand-over")
}

/// The bucket of the lease of a site.
#[must_use]
pub fn lease_bucket(site: &Site) -> String {
    format!("csta-lease-{site}")
}

/// The key of a line in the bucket of lines: `SITE.DEVICE`.
#[must_use]
pub fn line_key(site: &Site, device: &str) -> String {
    format!("{site}.{}", token(device))
}

/// The subjects on which the values of the lines of a site come.
#[must_use]
pub fn line_changes(site: &Site) -> String {
    format!("$KV.{LINES_BUCKET}.{site}.>")
}

/// The key of a site in the bucket of lines, which is no line's.
#[must_use]
pub fn site_key(site: &Site) -> String {
    site.to_string()
}

/// One part of a subject or key: letters, digits, `-` and `_` as they are, anything else as `=` and
/// two hexadecimal digits for each octet, as `=` is allowed in both; `=` alone for nothing.
#[must_use]
pub fn token(text: &str) -> String {
    use std::fmt::Write as _;

    if text.is_empty() {
        return "=".to_owned();
    }
    let mut token = String::with_capacity(text.len());
    for octet in text.bytes() {
        if octet.is_ascii_alphanumeric() || octet == b'-' || octet == b'_' {
            token.push(char::from(octet));
        } else {
            // Writing to a string does not fail.
            let _ = write!(token, "={octet:02X}");
        }
    }
    token
}

/// The text of which a [`token`] was made, or `None` if it is none.
#[must_use]
pub fn text(token: &str) -> Option<String> {
    if token == "=" {
        return Some(String::new());
    }
    let mut octets = Vec::with_capacity(token.len());
    let mut rest = token.bytes();
    while let Some(octet) = rest.next() {
        if octet == b'=' {
            let digits = [rest.next()?, rest.next()?];
            let digits = std::str::from_utf8(&digits).ok()?;
            octets.push(u8::from_str_radix(digits, 16).ok()?);
        } else {
            octets.push(octet);
        }
    }
    String::from_utf8(octets).ok()
}
