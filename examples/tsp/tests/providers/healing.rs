//! Lines come back: after links that break, telephones that are not plugged in, and calls whose
//! end was missed.

use csta_codec::types::CdrTransferMode;
use pbx_sim::model::UserAct;
use pbx_sim::{Config, Extension, Fault};
use tokio::time::{Instant, sleep, timeout};
use tsp::{
    AddressId, CallState, DisconnectMode, Error, LineChange, LineState, Notification,
    ProviderChange, ProviderNotification,
};

use crate::office::{LIMIT, Office, SECOND, settings};

/// The states of a line as they are told.
fn state_of(notification: Notification, number: &str) -> Option<LineState> {
    match notification {
        Notification::Line(own) if &*own.number == number => match own.change {
            LineChange::State { address: AddressId::Main, state } => Some(state),
            _ => None,
        },
        _ => None,
    }
}

#[tokio::test(start_paused = true)]
async fn a_link_that_breaks_is_seen_at_each_line_and_heals() {
    let mut office = Office::new(Config::default(), settings()).await;
    let lines = [office.provider.line("101").unwrap(), office.provider.line("102").unwrap()];
    for line in &lines {
        line.open().await.unwrap();
        line.ready(LIMIT).await.unwrap();
    }
    lines[0].dial("102").await.unwrap();
    lines[1].ready(LIMIT).await.unwrap();
    while lines[1].calls().is_empty() {
        sleep(SECOND / 100).await;
    }
    let call = lines[1].calls()[0].id;
    let down = Fault::Restart { lasting: 10 * SECOND, keeps_calls: true };
    office.pbx.fault(down).await.unwrap();
    for number in ["101", "102"] {
        office
            .until(|told| {
                state_of(told, number).filter(|state| *state == LineState::WaitingForLink)
            })
            .await;
    }
    assert!(!office.provider.status().link.is_up());
    let refused = lines[0].hold(None).await;
    assert!(matches!(refused, Err(Error::NotMonitored { .. })), "{refused:?}");
    let refused = lines[0].dial("103").await;
    assert!(matches!(refused, Err(Error::Operation { .. })), "{refused:?}");
    assert_eq!(lines[1].calls()[0].id, call, "calls are kept for a while");
    for line in &lines {
        line.ready(LIMIT).await.unwrap();
    }
    assert_eq!(lines[1].calls()[0].id, call, "and are the same");
    assert_eq!(lines[1].calls()[0].state, CallState::Offering);
    lines[1].answer(None).await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn calls_are_given_up_if_the_link_stays_away() {
    let mut office = Office::new(Config::default(), settings()).await;
    let line = office.provider.line("101").unwrap();
    line.open().await.unwrap();
    line.ready(LIMIT).await.unwrap();
    line.dial("102").await.unwrap();
    office.pbx.user("102", UserAct::Answer).await.unwrap();
    let down = Fault::Restart { lasting: 300 * SECOND, keeps_calls: true };
    office.pbx.fault(down).await.unwrap();
    let begin = Instant::now();
    let ended = office
        .until(|told| match told {
            Notification::Call(own) if own.call.state == CallState::Idle => Some(own.call),
            _ => None,
        })
        .await;
    assert_eq!(ended.disconnect, Some(DisconnectMode::Unavailable));
    assert!((begin.elapsed() + SECOND) > 60 * SECOND, "{:?}", begin.elapsed());
    line.ready(LIMIT).await.unwrap();
    assert_eq!(line.calls().len(), 1, "it went on");
}

#[tokio::test(start_paused = true)]
async fn a_line_that_the_pbx_refuses_says_why_and_is_tried_again() {
    let mut office = Office::new(Config::default(), settings()).await;
    let added = office.provider.import(b"199,Guest").await.unwrap();
    let line = &added[0];
    line.open().await.unwrap();
    let refused = line.ready(LIMIT).await.unwrap_err();
    let code = refused.refusal().and_then(|refusal| refusal.code.clone()).unwrap();
    assert!(code.is("operation", "invalidDeviceID"), "{code}");
    assert_eq!(code.number, 12);
    assert!(refused.to_string().contains("invalid device ID"), "{refused}");
    let begin = Instant::now();
    office.pbx.add(Extension::new("199", "")).await.unwrap();
    office.until(|told| state_of(told, "199").filter(LineState::is_monitored)).await;
    assert!(begin.elapsed() <= 61 * SECOND, "{:?}", begin.elapsed());
    line.ready(LIMIT).await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn call_records_that_are_refused_are_told_once_for_each_link() {
    let refused_services = vec!["startCDRTransmission".to_owned()];
    let config = Config { refused_services, ..Config::default() };
    let mut wanted = settings();
    wanted.call_records = Some(CdrTransferMode::TransferAtEndOfCall);
    wanted.call_records_delay = SECOND;
    let mut office = Office::new(config, wanted).await;
    let lost = |told| match told {
        Notification::Provider(ProviderNotification {
            change: ProviderChange::CallRecordsLost { why, retry_in },
            ..
        }) => Some((why, retry_in)),
        _ => None,
    };
    let (why, retry_in) = office.until(lost).await;
    assert!(why.contains("refused startCDRTransmission"), "{why}");
    assert!((retry_in - 60.0).abs() < f64::EPSILON, "{retry_in}");
    let again = timeout(300 * SECOND, async {
        while lost(office.told.next().await?).is_none() {}
        Some(())
    });
    assert!(again.await.is_err(), "four further attempts were refused for the same reason");
    let down = Fault::Restart { lasting: 10 * SECOND, keeps_calls: true };
    office.pbx.fault(down).await.unwrap();
    office.until(lost).await;
}

#[tokio::test(start_paused = true)]
async fn a_telephone_that_is_unplugged_is_out_of_service_until_it_is_back() {
    let mut office = Office::new(Config::default(), settings()).await;
    let line = office.provider.line("101").unwrap();
    line.open().await.unwrap();
    line.ready(LIMIT).await.unwrap();
    office.pbx.user("101", UserAct::Unplug).await.unwrap();
    office.until(|told| state_of(told, "101").filter(|own| *own == LineState::OutOfService)).await;
    let refused = line.dial("102").await.unwrap_err();
    assert!(refused.to_string().contains("callingDeviceOutOfService"), "{refused}");
    office.pbx.user("101", UserAct::PlugIn).await.unwrap();
    office.until(|told| state_of(told, "101").filter(LineState::is_monitored)).await;
    line.dial("102").await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_call_whose_end_was_missed_ends_by_the_next_snapshot_with_a_reason() {
    let mut quick = settings();
    quick.snapshot_interval = Some(20 * SECOND);
    let mut office = Office::new(Config::default(), quick).await;
    let line = office.provider.line("102").unwrap();
    line.open().await.unwrap();
    line.ready(LIMIT).await.unwrap();
    office.pbx.user("101", UserAct::Dial("102".to_owned())).await.unwrap();
    office.until(|told| matches!(told, Notification::Call(_)).then_some(())).await;
    office.pbx.fault(Fault::LoseEvents(10)).await.unwrap();
    let begin = Instant::now();
    office.pbx.user("101", UserAct::HangUp).await.unwrap();
    let mut told = Vec::new();
    office
        .until(|notification| {
            if let Notification::Call(own) = notification {
                told.push((own.call.state, own.event, own.call.disconnect));
            }
            (told.len() == 2).then_some(())
        })
        .await;
    let mode = Some(DisconnectMode::Unavailable);
    let ended = [(CallState::Disconnected, "snapshot", mode), (CallState::Idle, "snapshot", mode)];
    assert_eq!(told, ended);
    assert!(begin.elapsed() <= 21 * SECOND, "{:?}", begin.elapsed());
}

#[tokio::test(start_paused = true)]
async fn a_pbx_that_is_taken_is_told_as_such_and_tried_again() {
    let office = Office::new(Config::default(), settings()).await;
    let registry = tsp::Registry::new(Default::default());
    let mut told = registry.notifications();
    let second = crate::office::join(&registry, &office.pbx, settings()).await;
    let refused = second.ready(LIMIT).await.unwrap_err();
    assert!(refused.to_string().contains("rejected-permanent"), "{refused}");
    let retry_in = told
        .until("a refusal", LIMIT, |told| match told {
            Notification::Provider(own) => match own.change {
                ProviderChange::LinkDown { retry_in, .. } => Some(retry_in),
                _ => None,
            },
            _ => None,
        })
        .await
        .unwrap();
    assert!((59.0..=60.0).contains(&retry_in), "{retry_in}");
    office.registry.close().await;
    let up = told.until("the link", LIMIT, |told| match told {
        Notification::Provider(own) => (own.change == ProviderChange::LinkUp).then_some(()),
        _ => None,
    });
    up.await.unwrap();
}
