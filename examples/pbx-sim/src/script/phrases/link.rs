//! What goes wrong.

use std::time::Duration;

use bytes::Bytes;
use csta_codec::types::SystemStatus;

use crate::fault::Fault;
use crate::script::reading::{Phrase, phrase};
use crate::script::sentence::Sentence;

/// A frame in which no message of CSTA is.
const GARBAGE: &[u8] = b"\x00\x10\xA1\x0E\x02\x01\xFF\xFF\xFF\x7F\x00\x13\x37\xDE\xAD\xBE\xEF\x00";

/// How long a switch is down if nobody tells.
const RESTART: Duration = Duration::from_secs(10);

const fn restart(lasting: Duration, keeps_calls: bool) -> Sentence {
    Sentence::Fault(Fault::Restart { lasting, keeps_calls })
}

pub(super) const PHRASES: &[Phrase] = &[
    phrase("fail link", "breaks all connections to applications", |_| {
        Sentence::Fault(Fault::DropLink)
    }),
    phrase("abort", "aborts all associations", |_| Sentence::Fault(Fault::Abort)),
    phrase("freeze", "says nothing to applications any more", |_| {
        Sentence::Fault(Fault::Freeze(None))
    }),
    phrase("freeze for TIME", "says nothing to applications for a time", |v| {
        Sentence::Fault(Fault::Freeze(Some(v.time())))
    }),
    phrase("thaw", "ends freeze", |_| Sentence::Fault(Fault::Thaw)),
    phrase("delay TIME", "sends everything later by so much", |v| {
        Sentence::Fault(Fault::Delay(v.time()))
    }),
    phrase("delay off", "ends delay", |_| Sentence::Fault(Fault::Delay(Duration::ZERO))),
    phrase("lose COUNT events", "does not report the next events", |v| {
        Sentence::Fault(Fault::LoseEvents(v.count()))
    }),
    phrase("send garbage", "sends a frame with no message in it", |_| {
        Sentence::Fault(Fault::Octets(Bytes::from_static(GARBAGE)))
    }),
    phrase("send octets OCTETS", "sends octets as they are", |v| {
        Sentence::Fault(Fault::Octets(v.octets()))
    }),
    phrase("restart", "goes down for 10 seconds; calls are gone", |_| restart(RESTART, false)),
    phrase("restart for TIME", "goes down for a time; calls are gone", |v| {
        restart(v.time(), false)
    }),
    phrase("restart keeping calls", "goes down for applications alone, for 10 seconds", |_| {
        restart(RESTART, true)
    }),
    phrase("restart for TIME keeping calls", "goes down for applications alone", |v| {
        restart(v.time(), true)
    }),
    phrase("status initializing", "tells that the switch begins to work", |_| {
        Sentence::Status(SystemStatus::Initializing)
    }),
    phrase("status enabled", "tells that requests are served from now on", |_| {
        Sentence::Status(SystemStatus::Enabled)
    }),
    phrase("status normal", "tells that all is well", |_| Sentence::Status(SystemStatus::Normal)),
    phrase("status messagesLost", "tells that messages were lost", |_| {
        Sentence::Status(SystemStatus::MessagesLost)
    }),
    phrase("status disabled", "tells that the switch is out of service", |_| {
        Sentence::Status(SystemStatus::Disabled)
    }),
    phrase("status partiallyDisabled", "tells that parts of the switch are out of service", |_| {
        Sentence::Status(SystemStatus::PartiallyDisabled)
    }),
    phrase("status overloadImminent", "tells that there is nearly too much to do", |_| {
        Sentence::Status(SystemStatus::OverloadImminent)
    }),
    phrase("status overloadReached", "tells that there is too much to do", |_| {
        Sentence::Status(SystemStatus::OverloadReached)
    }),
    phrase("status overloadRelieved", "tells that this is over", |_| {
        Sentence::Status(SystemStatus::OverloadRelieved)
    }),
];
