//! What logs show, and what they must not. It is alone in its program: where one thread logs and others do not, the
//! latter's indifference can be remembered for all.

#![allow(clippy::unwrap_used, reason = "a test may fail that way")]

mod support;

use csta_client::Client;
use support::{Text, scene};
use tracing::level_filters::LevelFilter;

fn logged(level: LevelFilter) -> String {
    let text = Text::default();
    let writer = text.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(level)
        .with_ansi(false)
        .with_writer(move || writer.clone())
        .finish();
    tracing::subscriber::with_default(subscriber, || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(scene(Client::builder()));
    });
    text.read()
}

#[test]
fn logs_show_no_number_at_info_and_never_a_password() {
    let info = logged(LevelFilter::INFO);
    assert!(info.contains("the association is open"), "{info}");
    assert!(info.contains("the association was released"), "{info}");
    assert!(info.contains("cannot be understood"), "{info}");
    assert!(!info.contains("0171555") && !info.contains("30313731"), "{info}");
    let all = logged(LevelFilter::TRACE);
    assert!(all.contains("operation=\"makeCall\""), "{all}");
    assert!(!all.contains("zqxwv"), "{all}");
}
