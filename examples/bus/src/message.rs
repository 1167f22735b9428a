//! What stands in the messages and values, as JSON.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::Site;

/// The version of all messages. It changes when a reader of the version before would misunderstand
/// them; members that it does not know are to be ignored.
pub const SCHEMA: u32 = 1;

/// An event at a device, on `csta.SITE.event.DEVICE.EVENT`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EventMessage {
    /// [`SCHEMA`].
    pub version: u32,
    /// The site.
    pub site: Site,
    /// The number of the event. It grows with each event of the site, also from one multiplexer to
    /// the next.
    pub sequence: u64,
    /// The number of the event of the site before, whether or not it could be published. Nothing for
    /// the first that a multiplexer publishes: what happened before is in the state of the lines.
    pub previous: Option<u64>,
    /// When the multiplexer received it.
    pub time: Timestamp,
    /// The device that is monitored: the number by which it is dialled, or else its number in the
    /// PBX.
    pub device: String,
    /// What the device is called, if that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The event by its identifier in ECMA-285: `delivered`.
    pub event: String,
    /// The event itself, in the form of ITU-T X.697.
    pub csta: Value,
    /// Numbers that occur in it and are to be shown otherwise, and how.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub numbers: BTreeMap<String, String>,
    /// Names of devices that occur in it, by number.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub names: BTreeMap<String, String>,
    /// The call that it changed, as it is now at the device.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call: Option<LineCall>,
}

/// How a line is at present, in the bucket [`LINES_BUCKET`](crate::subject::LINES_BUCKET).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LineState {
    /// [`SCHEMA`].
    pub version: u32,
    /// The site.
    pub site: Site,
    /// The device, as in events.
    pub device: String,
    /// The number by which it is dialled. The cordless telephone of a Super-Twin has that of the
    /// other one.
    pub number: String,
    /// Its number in the PBX, if the PBX lists it. Some events name it by this alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device_number: Option<u32>,
    /// Whether it can be used, as the PBX says.
    pub in_service: bool,
    /// What it is called, if that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The number of the last event of the site that is contained in it. Later ones change it.
    pub sequence: u64,
    /// When it became so.
    pub time: Timestamp,
    /// Whether events of it come, so that it is as it says here.
    pub monitored: bool,
    /// Why no events come, if that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Its calls, the oldest first.
    pub calls: Vec<LineCall>,
}

/// A call at a line, with TAPI's words; its numbers are formatted for people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LineCall {
    /// Its id in the PBX, which is used again after the call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call: Option<String>,
    /// Its state: `offering`, `connected`.
    pub state: String,
    /// Since when it has been in this state.
    pub since: Timestamp,
    /// Where it comes from: `outbound`, `internal`, `external`.
    pub origin: String,
    /// Who calls.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caller: Option<LineParty>,
    /// Who was called at first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub called: Option<LineParty>,
    /// With whom the line talks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub connected: Option<LineParty>,
    /// From where it was last redirected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub redirecting: Option<LineParty>,
    /// When it began at the line, or was first seen.
    pub began: Timestamp,
    /// When it was first connected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub connected_at: Option<Timestamp>,
}

/// Somebody in a call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LineParty {
    /// The number, or `withheld`, or the number of a device in the PBX.
    pub number: String,
    /// A name, if the PBX tells one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// How a site is: its key in [`LINES_BUCKET`](crate::subject::LINES_BUCKET), and on
/// `csta.SITE.status`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SiteState {
    /// [`SCHEMA`].
    pub version: u32,
    /// The site.
    pub site: Site,
    /// The multiplexer that has the PBX.
    pub holder: String,
    /// Since when it has had it, in this run of its program: another time is another takeover.
    #[serde(default)]
    pub since: Option<Timestamp>,
    /// When it was so.
    pub time: Timestamp,
    /// Whether the PBX is linked.
    pub linked: bool,
    /// Why it is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Up to which number events may have been numbered. Whoever takes over goes on behind it.
    pub reserved: u64,
    /// How many events could not be published in time since this multiplexer has had the PBX.
    pub missed: u64,
    /// How many call records wait to be published.
    pub call_records_waiting: u64,
}

/// A call record, in the stream [`CALL_RECORDS_STREAM`](crate::subject::CALL_RECORDS_STREAM).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CallRecordMessage {
    /// [`SCHEMA`].
    pub version: u32,
    /// The site.
    pub site: Site,
    /// When it was published.
    pub time: Timestamp,
    /// The multiplexer that published it.
    pub multiplexer: String,
    /// Whether it comes late, and out of order, from a multiplexer that does not have the PBX: it
    /// lay in the spool there when the multiplexer died.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub late: bool,
    /// The record, in the form of ITU-T X.697.
    pub csta: Value,
}

/// A request for an operation, on `csta.SITE.invoke.OPERATION`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct InvokeRequest {
    /// What makes this request one and the same when it is sent again: 1 to 128 octets, such as a
    /// UUID. It is remembered for
    /// [five minutes](crate::bucket::REQUEST_MEMORY).
    pub key: String,
    /// The argument, in the form of ITU-T X.697.
    #[serde(default)]
    pub argument: Value,
}

/// The longest key of a request, in octets.
pub const MAX_KEY: usize = 128;

/// The answer to a request.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct InvokeAnswer {
    /// [`SCHEMA`].
    pub version: u32,
    /// The site.
    pub site: Site,
    /// The operation.
    pub operation: String,
    /// How it went.
    #[serde(flatten)]
    pub outcome: InvokeOutcome,
}

/// How a request went.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum InvokeOutcome {
    /// The result of the operation, in the form of ITU-T X.697, and what followed in segments;
    /// nothing for an operation that is not confirmed.
    Result {
        /// The result.
        value: Value,
        /// The segments.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        segments: Vec<Value>,
    },
    /// The `UniversalFailure` by which the PBX or the multiplexer refused.
    Failure(Value),
    /// It was not carried out, or it is not known whether.
    Error(InvokeError),
}

/// Why there is no result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{text} ({code})")]
#[serde(rename_all = "camelCase")]
pub struct InvokeError {
    /// A number as HTTP has them: 400 for a request that is not as it should be, 403 for a user that is none, 404 for
    /// an operation that is none, 409 for a key that was used for something else, 429 for too many
    /// requests at once, 503 without the PBX, 504 without an answer.
    pub code: u16,
    /// In words.
    pub text: String,
    /// Whether it may have been carried out all the same.
    pub may_have_been_done: bool,
}
