//! What is reported says what has happened, whatever happens.

use std::time::Duration;

use csta_codec::rose::Rose;
use csta_codec::services::{MonitorStart, MonitorStartArgument};
use csta_codec::types::{DeviceId, MonitorObject};
use csta_codec::{Apdu, Ber};
use pbx_sim::csta::{Act, Notice};
use pbx_sim::model::{Input, Request, UserAct};
use proptest::prelude::*;

use crate::application::Application;
use crate::properties::steps;
use crate::steps::{config, input};

/// What people and the network do of what happens; for a request to call, its user does.
fn acts(input: Input) -> Vec<Act> {
    match input {
        Input::User(station, act) => vec![Act::User(station, act)],
        Input::Network(act) => vec![Act::Network(act)],
        Input::Request(_, Request::MakeCall { calling, called, .. }) => {
            vec![Act::User(calling, UserAct::Lift), Act::User(calling, UserAct::Dial(called))]
        }
        Input::Request(_, Request::Answer(own)) => vec![Act::User(own.device, UserAct::Answer)],
        Input::Request(..) => Vec::new(),
    }
}

/// What is to be reported of what has happened: the monitor, and the state and the cause with
/// which a report of a call ends.
fn expected(application: &mut Application) -> Vec<(String, String)> {
    let mut expected = Vec::new();
    while let Some(notice) = application.switch.poll_notice() {
        match notice {
            Notice::Event(event) => {
                let local = format!("{:?}", event.local).to_lowercase();
                expected.push((event.at.to_string(), format!(" {local} {}", event.cause)));
            }
            Notice::Feature(event) => expected.push((event.at.to_string(), String::new())),
            _ => {}
        }
    }
    expected
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    /// With a monitor at every device, each thing that happens is reported once, in order, and
    /// what is sent is what is read.
    #[test]
    fn everything_is_reported_as_it_happened(steps in steps(), handsets: bool) {
        let mut application = Application::with(|own| *own = config(handsets, true));
        let devices = application.switch.model().devices();
        let devices: Vec<_> = devices.map(|device| device.number().raw()).collect();
        for device in devices {
            let object = MonitorObject::DeviceObject(DeviceId::device_number(i64::from(device)));
            application.invoke::<MonitorStart>(&MonitorStartArgument::new(object)).unwrap();
        }
        for step in &steps {
            for act in acts(input(application.switch.model(), step)) {
                application.switch.handle(application.now, act);
            }
            application.now += Duration::from_millis(step.millis);
            application.switch.handle_timeout(application.now);
            let expected = expected(&mut application);
            let frames: Vec<_> =
                std::iter::from_fn(|| application.switch.poll_transmit()).map(|(_, sent)| sent).collect();
            for frame in &frames {
                let apdu = Apdu::decode(frame).unwrap();
                prop_assert!(matches!(apdu, Apdu::Rose(Rose::Invoke(_))));
                prop_assert_eq!(&apdu.encode(), frame);
            }
            application.unasked = frames;
            let reported = application.events();
            prop_assert_eq!(reported.len(), expected.len());
            for (report, (monitor, end)) in reported.iter().zip(&expected) {
                prop_assert!(report.starts_with(monitor.as_str()), "{} at {}", report, monitor);
                prop_assert!(report.ends_with(end.as_str()), "{}, not {}", report, end);
            }
        }
    }
}
