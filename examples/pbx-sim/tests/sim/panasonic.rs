//! Panasonic's ways, each of which can be switched.

use csta_client::{Client, ErrorKind, Initiator};
use csta_codec::services::{
    MonitorStart, MonitorStartArgument, SnapshotDevice, SnapshotDeviceArgument,
};
use csta_codec::types::{DeviceId, MonitorObject};
use hex_literal::hex;
use pbx_sim::csta::{Act, ApplicationId};
use pbx_sim::model::UserAct;
use pbx_sim::{Config, ConfigError, Extension, Fault, Model, Pbx};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use crate::application::{Application, argument_of};
use crate::server::{AARE, AARQ, STATUS, associate, connect};

/// Without user information, and with another version of the protocol.
const BARE_AARQ: [u8; 24] = hex!("0016 60 14 80 09 00 76657273696F6E33 A1 07 06 05 2B0C00815A");

fn config(change: impl FnOnce(&mut Config)) -> Config {
    let mut config = Config::default();
    change(&mut config);
    config
}

#[tokio::test(start_paused = true)]
async fn a_bare_request_is_accepted_or_rejected() {
    let lenient = Pbx::spawn(Config::default()).unwrap();
    let mut stream = connect(&lenient);
    stream.write_all(&BARE_AARQ).await.unwrap();
    let mut answer = [0; AARE.len()];
    stream.read_exact(&mut answer).await.unwrap();
    assert_eq!(answer, AARE);

    let strict = Pbx::spawn(config(|config| config.link.bare_requests = false)).unwrap();
    let mut stream = connect(&strict);
    stream.write_all(&BARE_AARQ).await.unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    let rejected = hex!("A2 03 02 01 01");
    assert!(answer.windows(5).any(|octets| octets == rejected), "{answer:02X?}");
}

#[tokio::test(start_paused = true)]
async fn an_abort_comes_without_its_length_or_with_it() {
    for (unframed, expected) in [
        (true, hex!("64 03 80 01 00").to_vec()),
        (false, hex!("0008 64 06 80 01 00 81 01 01").to_vec()),
    ] {
        let pbx = Pbx::spawn(config(|config| config.link.unframed_abort = unframed)).unwrap();
        let mut stream = connect(&pbx);
        stream.write_all(&AARQ).await.unwrap();
        let mut beginning = [0; AARE.len() + STATUS.len()];
        stream.read_exact(&mut beginning).await.unwrap();
        pbx.fault(Fault::Abort).await.unwrap();
        let mut end = Vec::new();
        stream.read_to_end(&mut end).await.unwrap();
        assert_eq!(end, expected);
        // The next application is let in.
        associate(&pbx).await;
    }
}

#[tokio::test(start_paused = true)]
async fn as_many_applications_are_let_in_as_is_configured() {
    let pbx = Pbx::spawn(config(|config| config.link.applications = 2)).unwrap();
    let _first = associate(&pbx).await;
    let _second = associate(&pbx).await;
    let third = Client::builder().connect_with(connect(&pbx)).await;
    let error = third.err().unwrap();
    assert_eq!((error.kind(), error.initiator()), (ErrorKind::Closed, Initiator::Remote));
}

#[test]
fn each_application_has_its_own_monitors_and_all_have_one_limit() {
    let mut application = Application::with(|config| config.link.monitor_limit = 1);
    application.monitor("101");
    let other = ApplicationId(2);
    application.switch.open(application.now, other);
    assert_eq!(application.receive().len(), 1); // the state of the switch, for the other
    let start = hex!("A1 11 02 01 78 02 01 47 30 09 30 05 80 03 313032 A0 00");
    application.switch.handle_apdu(application.now, other, &start.to_vec().into());
    // systemResourceAvailability, overallMonitorLimitExceeded
    assert_eq!(application.receive(), [&hex!("A3 0B 02 01 78 02 01 01 A3 03 0A 01 07")[..]]);
    application.switch.close(other);
    application.user("101", UserAct::Lift);
    assert_eq!(application.events().len(), 1);
}

#[test]
fn monitors_can_have_names_that_tell_nothing() {
    let mut application = Application::with(|config| config.link.opaque_references = true);
    application.monitor("105");
    application.monitor("101");
    application.user("101", UserAct::Lift);
    assert_eq!(application.events(), ["00000002 SI 0001/101 initiated newCall"]);
}

#[test]
fn a_monitor_of_a_device_with_calls_says_that_they_are_reported() {
    let mut application = Application::new();
    application.user("101", UserAct::Lift);
    let mut start = |number| {
        let object = MonitorObject::DeviceObject(DeviceId::dialing_number(number));
        let started = application.invoke::<MonitorStart>(&MonitorStartArgument::new(object));
        started.unwrap().get().monitor_existing_calls
    };
    assert_eq!((start("101"), start("102")), (Some(true), None));
    application.user("101", UserAct::HangUp);
    assert_eq!(application.events(), ["01110001 CC 0001/101 null normalClearing"]);
}

#[test]
fn services_can_be_left_out() {
    let mut application =
        Application::with(|config| config.refused_services = vec!["snapshotDevice".to_owned()]);
    let asked = SnapshotDeviceArgument::new(DeviceId::dialing_number("101"));
    let refused = application.refusal::<SnapshotDevice>(&asked);
    assert_eq!(refused, "Operation(ServiceNotSupported)");
    let wrong = config(|config| config.refused_services = vec!["snapshot".to_owned()]);
    assert_eq!(Pbx::spawn(wrong).err(), Some(ConfigError::UnknownService("snapshot".to_owned())));
}

#[test]
fn private_data_come_unasked() {
    use csta_codec::services::Escape;
    use kme_private::{KmePrivateData, PrivateDataCarrier};
    let mut application = Application::new();
    let hotel = hex!("AD 05 A0 03 0A 01 01"); // kmeHotelControl, whatever is in it
    application.switch.handle(application.now, Act::Private(hotel.to_vec().into()));
    let frames = application.receive();
    let argument = argument_of::<Escape>(&frames[0]);
    let values: Vec<_> = argument.private_values().collect();
    assert!(matches!(values[0].kme(), Some(KmePrivateData::HotelControl(_))), "{values:?}");
    application.switch.handle(application.now, Act::Private(b"\xFF".to_vec().into()));
    assert!(application.receive().is_empty());
}

#[test]
fn a_series_has_its_sizes_and_ways() {
    for model in Model::ALL {
        assert_eq!(Model::by_name(model.name()), Some(model));
        let mut config = Config::of(model);
        assert_eq!(config.check(), Ok(()));
        let sizes = model.sizes();
        assert_eq!(config.link.monitor_limit, sizes.monitors);
        let more = (0..sizes.extensions).map(|index| Extension::new(format!("8{index:05}"), ""));
        config.extensions.extend(more);
        assert!(matches!(config.check(), Err(ConfigError::TooLarge { .. })), "{model:?}");
    }
    assert_eq!(Model::by_name("nsx"), Some(Model::Nsx));
    assert_eq!(Model::by_name("KX-TD1232"), None);
}
