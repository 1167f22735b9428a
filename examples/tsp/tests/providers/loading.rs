//! Which lines there are, and what they are called.

use numfmt::Config as Numbers;
use pbx_sim::{Config, Extension};
use tsp::{Error, LineChange, LineSettings, Notification, ProviderSettings};

use crate::office::{LIMIT, Office, settings};

fn with(lines: LineSettings) -> ProviderSettings {
    settings().lines(lines)
}

/// Waits until a line is called so.
async fn named(office: &mut Office, number: &str, expected: &str) {
    let is_named =
        |office: &Office| office.provider.line(number).unwrap().info().unwrap().name == expected;
    if !is_named(office) {
        office
            .until(|told| match told {
                Notification::Line(own) => match own.change {
                    LineChange::Name { name } => {
                        (&*own.number == number && name == expected).then_some(())
                    }
                    _ => None,
                },
                _ => None,
            })
            .await;
    }
    assert!(is_named(office));
}

#[tokio::test(start_paused = true)]
async fn lines_are_those_of_the_pbx_twins_with_two_addresses() {
    let office = Office::new(Config::default(), settings()).await;
    let expected: Vec<String> = (101..=120).map(|number: u32| number.to_string()).collect();
    assert_eq!(office.numbers(), expected);
    for line in office.provider.lines() {
        let info = line.info().unwrap();
        let is_twin = matches!(line.number(), "110" | "120");
        assert_eq!(info.addresses.len(), if is_twin { 2 } else { 1 });
        assert_eq!((info.in_service, info.is_manual, info.name.as_str()), (Some(true), false, ""));
    }
}

#[tokio::test(start_paused = true)]
async fn the_extension_range_says_which_devices_are_lines() {
    let mut numbers = Numbers::default();
    numbers.extensions.ranges = "105-109".to_owned();
    let office = Office::new(Config::default(), settings().numbers(&numbers).unwrap()).await;
    assert_eq!(office.numbers(), ["105", "106", "107", "108", "109"]);
}

#[tokio::test(start_paused = true)]
async fn a_switch_without_the_list_of_panasonic_is_asked_for_that_of_the_standard() {
    let refused_services = vec!["escape".to_owned()];
    let config = Config { refused_services, ..Config::default() };
    let office = Office::new(config, settings()).await;
    assert_eq!(office.numbers().len(), 20);
}

#[tokio::test(start_paused = true)]
async fn names_come_from_the_devices_if_they_are_wanted() {
    let mut config = Config::default();
    config.link.names = true;
    let read = LineSettings { read_names: true, ..LineSettings::default() };
    let mut office = Office::new(config.clone(), with(read)).await;
    named(&mut office, "101", "Anna Berger").await;
    // Not even where the list of devices has them.
    config.refused_services = vec!["escape".to_owned()];
    let not_read = Office::new(config, settings()).await;
    assert_eq!(not_read.numbers().len(), 20);
    assert_eq!(not_read.provider.line("101").unwrap().info().unwrap().name, "");
}

#[tokio::test(start_paused = true)]
async fn a_name_that_is_taken_back_leaves_the_one_that_was_read() {
    let mut config = Config::default();
    config.link.names = true;
    let read = LineSettings { read_names: true, ..LineSettings::default() };
    let mut office = Office::new(config, with(read)).await;
    named(&mut office, "101", "Anna Berger").await;
    office.provider.import(b"101,Reception\n").await.unwrap();
    named(&mut office, "101", "Reception").await;
    let line = office.provider.line("101").unwrap();
    let mut told = office.registry.notifications();
    assert!(office.provider.remove_line(line.id()).await.unwrap());
    let name = told.until("the name", LIMIT, |told| match told {
        Notification::Line(own) => Some(own.change),
        _ => None,
    });
    assert_eq!(name.await.unwrap(), LineChange::Name { name: "Anna Berger".to_owned() });
    assert_eq!(line.info().unwrap().name, "Anna Berger");
}

#[tokio::test(start_paused = true)]
async fn names_come_from_displays_where_devices_have_none() {
    let read = LineSettings { read_names: true, ..LineSettings::default() };
    let mut office = Office::new(Config::default(), settings()).await;
    let client = office.provider.client().await.unwrap();
    let device = csta_codec::types::DeviceId::dialing_number("103");
    client.set_display(device, "Carla Rossi").await.unwrap();
    drop(client);
    office.registry.close().await;
    let provider = crate::office::join(&office.registry, &office.pbx, with(read)).await;
    provider.ready(LIMIT).await.unwrap();
    office.provider = provider;
    named(&mut office, "103", "Carla Rossi").await;
}

#[tokio::test(start_paused = true)]
async fn names_that_are_given_have_precedence_and_lines_can_be_given_too() {
    let manual = vec![
        numfmt::Line::new("101", "Reception").unwrap(),
        numfmt::Line::new("301", "Door").unwrap(),
    ];
    let lines = LineSettings { manual, ..LineSettings::default() };
    let office = Office::new(Config::default(), with(lines)).await;
    let info = |number: &str| office.provider.line(number).unwrap().info().unwrap();
    assert_eq!((info("101").name.as_str(), info("101").in_service), ("Reception", Some(true)));
    assert_eq!((info("301").name.as_str(), info("301").is_manual), ("Door", true));
    assert!(office.provider.export().starts_with("101,Reception\n102\n"));
}

#[tokio::test(start_paused = true)]
async fn text_is_imported_and_exported_and_its_faults_have_their_lines() {
    let lines = LineSettings { automatic: false, ..LineSettings::default() };
    let office = Office::new(Config::default(), with(lines)).await;
    assert_eq!(office.numbers(), [""; 0]);
    office.provider.import(b"101,J\xfcrgen\r\n102\r\n").await.unwrap();
    assert_eq!(office.provider.export(), "101,Jürgen\n102\n");
    let faulty = office.provider.import(b"103\nhello\n104\n").await.unwrap_err();
    assert!(faulty.to_string().contains("line 2"), "{faulty}");
    assert_eq!(office.numbers(), ["101", "102"], "none of it was taken");
    let outside = office.provider.import(b"+49(30)123-45").await.unwrap_err();
    assert!(matches!(outside, Error::InvalidLine { .. }), "{outside}");
    let line = office.provider.line("102").unwrap();
    assert!(office.provider.remove_line(line.id()).await.unwrap());
    assert!(!office.provider.remove_line(line.id()).await.unwrap());
    assert_eq!(office.numbers(), ["101"]);
    assert!(matches!(line.info(), Err(Error::NoLine(_))));
}

#[tokio::test(start_paused = true)]
async fn a_line_that_is_added_by_hand_has_its_twin_too() {
    let manual = vec![numfmt::Line::new("110", "").unwrap()];
    let lines = LineSettings { automatic: false, manual, ..LineSettings::default() };
    let mut office = Office::new(Config::default(), with(lines)).await;
    assert_eq!(office.numbers(), ["110"]);
    let labels = |office: &Office, number: &str| -> Vec<&str> {
        let info = office.provider.line(number).unwrap().info().unwrap();
        info.addresses.iter().map(|address| address.label).collect()
    };
    assert_eq!(labels(&office, "110"), ["", "Mobile"]);
    // One that comes later as well.
    office.provider.import(b"120\n").await.unwrap();
    let has_mobile = |told| match told {
        Notification::Line(own) => {
            let has = own.change == LineChange::Mobile { present: true };
            (has && &*own.number == "120").then_some(())
        }
        _ => None,
    };
    office.until(has_mobile).await;
    assert_eq!(labels(&office, "120"), ["", "Mobile"]);
    let line = office.provider.line("110").unwrap();
    assert!(office.provider.remove_line(line.id()).await.unwrap());
    assert_eq!(office.numbers(), ["120"]);
}

#[tokio::test(start_paused = true)]
async fn a_line_that_the_pbx_does_not_have_can_be_removed() {
    let manual = vec![numfmt::Line::new("301", "Door").unwrap()];
    let lines = LineSettings { manual, ..LineSettings::default() };
    let office = Office::new(Config::default(), with(lines)).await;
    let line = office.provider.line("301").unwrap();
    assert_eq!(line.info().unwrap().in_service, None);
    assert!(office.provider.remove_line(line.id()).await.unwrap());
    assert!(office.provider.line("301").is_none());
}

#[tokio::test(start_paused = true)]
async fn lines_are_shown_by_canonical_numbers() {
    let mut numbers = Numbers::default();
    numbers.extensions.max_length = Some(3);
    numbers.location.enabled = true;
    numbers.location.country_code = "49".to_owned();
    numbers.location.area_code = "30".to_owned();
    numbers.location.prefix = "12345".to_owned();
    let lines = LineSettings { canonical_names: true, ..LineSettings::default() };
    let office = Office::new(Config::default(), with(lines).numbers(&numbers).unwrap()).await;
    let line = office.provider.line("101").unwrap();
    let shown = line.info().unwrap().display;
    assert_eq!(*shown, *"+49(30)12345-101");
    assert_eq!(office.provider.line(&shown).unwrap().id(), line.id());
}

#[tokio::test(start_paused = true)]
async fn a_telephone_that_is_added_becomes_a_line() {
    let mut office = Office::new(Config::default(), settings()).await;
    let twin = Extension { twin: true, ..Extension::new("150", "New") };
    office.pbx.add(twin).await.unwrap();
    office
        .until(|told| match told {
            Notification::Line(own) => {
                (&*own.number == "150" && own.change == LineChange::Created).then_some(())
            }
            _ => None,
        })
        .await;
    office
        .until(|told| match told {
            Notification::Line(own) => {
                (own.change == LineChange::Mobile { present: true }).then_some(())
            }
            _ => None,
        })
        .await;
    let line = office.provider.line("150").unwrap();
    line.open().await.unwrap();
    line.ready(LIMIT).await.unwrap();
}
