//! Which providers are let in, and how many lines may be open.

use std::time::Duration;

use pbx_sim::csta::Notice;
use pbx_sim::{Config, Simulator};
use tsp::{Error, ProviderSettings, Registry, RegistrySettings};

use crate::office::{Office, join, settings};

const LIMIT: Duration = Duration::from_secs(10);

#[tokio::test(flavor = "multi_thread")]
async fn a_second_provider_for_one_pbx_is_refused_and_the_first_is_not_disturbed() {
    let pbx = Simulator::start(Config::default(), "127.0.0.1:0").await.unwrap();
    let registry = Registry::new(RegistrySettings::default());
    let address = pbx.address().to_string();
    let first = registry.add(ProviderSettings::new(&address).named("first")).await.unwrap();
    first.ready(LIMIT).await.unwrap();
    let mut notices = pbx.notices();
    // By the same address, and by a name that has it.
    for other in [address.clone(), format!("localhost:{}", pbx.address().port())] {
        let refused = registry.add(ProviderSettings::new(&other).named("second")).await;
        match refused {
            Err(error @ Error::SecondProvider { .. }) => {
                let text = error.to_string();
                assert!(text.contains("second") && text.contains("first"), "{text}");
            }
            other => panic!("{other:?}"),
        }
    }
    let same_name = registry.add(ProviderSettings::new("127.0.0.1:1").named("first")).await;
    assert!(matches!(same_name, Err(Error::ProviderName { .. })), "{same_name:?}");
    assert!(first.status().link.is_up());
    while let Ok(notice) = notices.try_recv() {
        let is_disturbed = matches!(notice, Notice::TurnedAway | Notice::Dissociated);
        assert!(!is_disturbed, "{notice:?}");
    }
    // When it has gone, its PBX is free.
    assert!(registry.remove(first.id()).await);
    while !matches!(notices.recv().await.unwrap(), Notice::Dissociated) {}
    let next = registry.add(ProviderSettings::new(&address).named("second")).await.unwrap();
    next.ready(LIMIT).await.unwrap();
    // When it was closed by its own handle, too.
    next.close().await;
    while !matches!(notices.recv().await.unwrap(), Notice::Dissociated) {}
    let last = registry.add(ProviderSettings::new(&address).named("second")).await.unwrap();
    last.ready(LIMIT).await.unwrap();
    assert_eq!(registry.providers().len(), 1);
    registry.close().await;
    assert_eq!(registry.providers().len(), 0);
}

#[tokio::test(start_paused = true)]
async fn lines_of_several_providers_are_told_apart() {
    let office = Office::new(Config::default(), settings().named("berlin")).await;
    let other = pbx_sim::Pbx::spawn(Config::default()).unwrap();
    let munich = join(&office.registry, &other, settings().named("munich")).await;
    munich.ready(LIMIT).await.unwrap();
    assert_eq!(office.registry.lines().len(), 40);
    match office.registry.find("101") {
        Err(Error::AmbiguousLine { candidates, .. }) => {
            assert_eq!(candidates, ["berlin/101", "munich/101"]);
        }
        other => panic!("{other:?}"),
    }
    let line = office.registry.find("munich/101").unwrap();
    assert_eq!(line.provider().name(), "munich");
    assert_eq!(office.registry.find(&line.id().to_string()).unwrap().id(), line.id());
    assert_ne!(office.registry.find("berlin/101").unwrap().id(), line.id());
    assert!(matches!(office.registry.find("999"), Err(Error::NoLine(_))));
}

#[tokio::test(start_paused = true)]
async fn as_many_lines_are_open_as_may_be_over_all_providers() {
    let limited = RegistrySettings { open_lines: 2, ..RegistrySettings::default() };
    let registry = Registry::new(limited);
    let (one, two) = (
        pbx_sim::Pbx::spawn(Config::default()).unwrap(),
        pbx_sim::Pbx::spawn(Config::default()).unwrap(),
    );
    let one = join(&registry, &one, settings().named("one")).await;
    let two = join(&registry, &two, settings().named("two")).await;
    for provider in [&one, &two] {
        provider.ready(LIMIT).await.unwrap();
    }
    let (first, second) = (one.line("101").unwrap(), two.line("101").unwrap());
    first.open().await.unwrap();
    first.open().await.unwrap(); // is open, and takes no other
    second.open().await.unwrap();
    let third = two.line("102").unwrap();
    match third.open().await {
        Err(Error::LineLimit { limit: 2, line }) => assert_eq!(line, "102"),
        other => panic!("{other:?}"),
    }
    assert_eq!(registry.open_lines(), (2, 2));
    assert!(first.close().await.unwrap());
    assert!(!first.close().await.unwrap());
    assert_eq!(registry.open_lines(), (1, 2));
    third.open().await.unwrap();
    third.ready(LIMIT).await.unwrap();
    registry.remove(two.id()).await;
    assert_eq!(registry.open_lines(), (0, 2), "a provider that goes gives its lines back");
    let gone = third.dial("103").await;
    assert!(gone.is_err(), "{gone:?}");
}

#[tokio::test(start_paused = true)]
async fn who_reads_too_slowly_is_told_what_was_missed_at_its_place() {
    let small = RegistrySettings { notifications: 8, ..RegistrySettings::default() };
    let registry = Registry::new(small);
    let mut told = registry.notifications();
    let pbx = pbx_sim::Pbx::spawn(Config::default()).unwrap();
    let provider = join(&registry, &pbx, settings()).await;
    provider.ready(LIMIT).await.unwrap();
    match told.next().await {
        Some(tsp::Notification::Lagged { lost }) => assert!(lost > 8, "{lost}"),
        other => panic!("{other:?}"),
    }
    assert!(!matches!(told.next().await, Some(tsp::Notification::Lagged { .. })));
}
