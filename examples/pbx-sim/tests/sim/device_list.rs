//! The device list, as applications ask for it.

use csta_codec::services::{Escape, EscapeArgument, EscapeResult};
use csta_codec::types::CstaPrivateData;
use csta_codec::{OctetString, Owned};
use hex_literal::hex;
use kme_private::{
    DeviceCategory, DeviceListAssembler, KmePrivateData, PrivateDataCarrier, escape_for_devices,
};
use pbx_sim::model::UserAct;
use pbx_sim::{Config, Extension};

use crate::application::{Application, argument_of};

/// Asks for a list and puts it together: device numbers and numbers.
fn list(application: &mut Application, category: DeviceCategory) -> Vec<(u32, String)> {
    let now = application.now;
    let mut assembler = DeviceListAssembler::default();
    let dialogue = assembler.start(now, category).unwrap();
    let argument = escape_for_devices(category);
    let result: Owned<EscapeResult<'_>> = application.invoke::<Escape>(&argument.get()).unwrap();
    assembler.handle_result(now, dialogue, &result.get()).unwrap();
    for frame in std::mem::take(&mut application.unasked) {
        assert!(frame.len() <= 240, "{} octets", frame.len());
        assembler.handle_private_data(now, &argument_of::<Escape>(&frame));
    }
    let list = assembler.poll_outcome().unwrap().list.unwrap();
    assert!(list.is_complete());
    list.entries()
        .map(|entry| {
            assert!(entry.is_in_service());
            (entry.device_number().unwrap().into(), entry.number.unwrap().to_string())
        })
        .collect()
}

#[test]
fn extensions_come_in_short_segments() {
    let mut application = Application::new();
    let extensions = list(&mut application, DeviceCategory::Station);
    // The cordless telephone of a Super-Twin has the number of the one on the desk.
    let desks = (1..=20).map(|index| (0x0111_0000 + index, (100 + index).to_string()));
    let twins = [10, 20].map(|index| (0x0121_0000 + index, (100 + index).to_string()));
    let expected: Vec<_> = desks.chain(twins).collect();
    assert_eq!(extensions, expected);
}

#[test]
fn trunk_lines_are_network_interfaces() {
    let mut application = Application::new();
    let lines = list(&mut application, DeviceCategory::NetworkInterface);
    let expected: Vec<_> = (1..=4).map(|index| (0x0131_0000 + index, index.to_string())).collect();
    assert_eq!(lines, expected);
}

#[test]
fn segments_can_be_numbered_from_nothing() {
    let mut application = Application::with(|config| config.link.first_segment = 0);
    let extensions = list(&mut application, DeviceCategory::Station);
    assert_eq!(extensions.len(), 22);
}

#[test]
fn a_category_without_devices_has_one_empty_segment() {
    let mut application = Application::new();
    assert_eq!(list(&mut application, DeviceCategory::Acd), []);
}

#[test]
fn segments_keep_to_the_limit_whatever_it_is() {
    for limit in [96, 120, 1000] {
        let mut application = Application::with(|config| {
            *config = Config::with_extensions(
                (0..300).map(|index| Extension::new(format!("{:032}", index), "")),
            );
            config.link.message_limit = limit;
            config.link.second_status = limit > 100;
        });
        let argument = escape_for_devices(DeviceCategory::Station);
        application.invoke::<Escape>(&argument.get()).unwrap();
        assert!(application.unasked.iter().all(|frame| frame.len() <= limit), "{limit}");
    }
}

#[test]
fn both_lists_can_be_asked_for_at_once() {
    let mut application = Application::new();
    let stations = hex!("A1 16 02 02 0602 02 01 33 30 0D A4 0B A0 09 A4 07 A1 05 A0 03 0A 01 05");
    let lines = hex!("A1 16 02 02 00E0 02 01 33 30 0D A4 0B A0 09 A4 07 A1 05 A0 03 0A 01 02");
    let first = application.exchange(&stations);
    let second = application.exchange(&lines);
    let acknowledged =
        hex!("A2 17 02 02 0602 30 11 02 01 33 7E 0C A1 0A A4 08 A4 06 04 04 00000001");
    assert_eq!(first[0], &acknowledged[..]);
    let acknowledged =
        hex!("A2 17 02 02 00E0 30 11 02 01 33 7E 0C A1 0A A4 08 A4 06 04 04 00000002");
    assert_eq!(second[0], &acknowledged[..]);
    assert_eq!(second.len(), 2);
}

#[test]
fn what_the_switch_does_not_know_of_it_refuses() {
    let mut application = Application::new();
    let hotel = KmePrivateData::ExtendedDataAccess(OctetString(&[1]));
    let refused = application.refusal::<Escape>(&EscapeArgument::new(hotel.to_private().get()));
    assert_eq!(refused, "Operation(InvalidFeature)");
    let text = CstaPrivateData::String(OctetString(b"hello"));
    let refused = application.refusal::<Escape>(&EscapeArgument::new(text));
    assert_eq!(refused, "Operation(InvalidFeature)");
    // A switch that is told to echoes it.
    let mut echo = Application::with(|config| config.link.echoes_private = true);
    let private = hotel.to_private();
    let argument = EscapeArgument::new(private.get());
    let answer: Owned<EscapeResult<'_>> = echo.invoke::<Escape>(&argument).unwrap();
    let EscapeResult::Extensions(extensions) = answer.get() else { panic!("{answer:?}") };
    assert_eq!(extensions.private_values().next().unwrap().kme(), Some(hotel));
    // The association goes on.
    application.monitor("101");
    application.user("101", UserAct::Lift);
    assert_eq!(application.events().len(), 1);
}
