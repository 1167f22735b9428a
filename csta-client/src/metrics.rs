//! What is counted, through the `metrics` facade; nothing without the feature.
//!
//! The names are listed in the documentation of the crate.

macro_rules! counters {
    ($($function:ident $name:literal)*) => {
        $(pub(crate) fn $function() {
            #[cfg(feature = "metrics")]
            ::metrics::counter!(concat!("csta_client_", $name, "_total")).increment(1);
        })*
    };
}

counters! {
    request "requests"
    result "results"
    error "errors"
    reject "rejects"
    timeout "timeouts"
    unmatched "unmatched_answers"
    event "events"
    event_lost "events_lost"
    undecodable "undecodable"
    frame_received "frames_received"
    frame_sent "frames_sent"
    association_opened "associations_opened"
    association_closed "associations_closed"
}
