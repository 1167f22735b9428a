//! Whatever an application has opened in the switch is its own, and ends with it or with the link.

use std::collections::BTreeMap;

use bytes::Bytes;
use csta_codec::rose::Rose;
use csta_codec::services::{
    CallObject, DataCollected, DataCollectedArgument, EscapeRegister, EscapeRegisterAbort,
    EscapeRegisterArgument, EscapeRegisterCancel, EscapeRegisterCancelArgument,
    EscapeRegisterResult, FastData, FastDataArgument, IoRegister, IoRegisterAbort,
    IoRegisterArgument, IoRegisterCancel, IoRegisterCancelArgument, IoRegisterResult,
    LocationInformationReport, LocationInformationReportArgument, StartDataCollection,
    StartDataCollectionArgument, StartDataCollectionResult, StartDataPath, StartDataPathArgument,
    StartDataPathResult, StartLocationTrackingSession, StartLocationTrackingSessionArgument,
    StartLocationTrackingSessionResult, StopDataCollection, StopDataCollectionArgument,
    StopDataPath, StopDataPathArgument, StopLocationTrackingSession,
    StopLocationTrackingSessionArgument, SuspendDataCollection, SuspendDataCollectionArgument,
};
use csta_codec::types::{self, DeviceId, EscapeRegisterId, IoCrossRefId, MonitorObject};
use csta_codec::{Apdu, Ber, Ia5String, OctetString, Operation};
use multiplexer::{ApplicationId, Input, Notice};

use crate::world::World;

const ESCAPES: EscapeRegisterId<'static> = EscapeRegisterId(OctetString(b"escapes"));
const DATA: OctetString<'static> = OctetString(b"data");
const PATH: IoCrossRefId<'static> = IoCrossRefId::SwitchProvided(OctetString(b"path"));
const DIGITS: OctetString<'static> = OctetString(b"digits");
const PLACES: Ia5String<'static> = Ia5String(b"places");

fn device() -> DeviceId<'static> {
    DeviceId::dialing_number("101")
}

fn open<Op: Operation>(
    world: &mut World,
    application: ApplicationId,
    argument: &Op::Argument<'_>,
    result: &Op::Result<'_>,
) where
    Op::Argument<'static>: Ber<'static>,
    Op::Result<'static>: Ber<'static>,
{
    world.invokes::<Op>(application, 1, argument);
    let (id, _) = world.switch_asked::<Op>();
    world.switch_result::<Op>(id, result);
    world.result::<Op>(application, 1);
}

/// Two applications, of which the first has opened all that can be opened but routes.
fn opened() -> (World, ApplicationId, ApplicationId) {
    let mut world = World::up();
    let (a, b) = (world.connect(), world.connect());
    let argument = EscapeRegisterArgument::NoData;
    open::<EscapeRegister>(&mut world, a, &argument, &EscapeRegisterResult::new(ESCAPES));
    let argument = IoRegisterArgument::new();
    open::<IoRegister>(&mut world, a, &argument, &IoRegisterResult::new(DATA));
    let argument = StartDataPathArgument::new(MonitorObject::DeviceObject(device()));
    open::<StartDataPath>(&mut world, a, &argument, &StartDataPathResult::new(PATH));
    let argument = StartDataCollectionArgument::new(CallObject::Device(device()));
    let result = StartDataCollectionResult::new(DIGITS);
    open::<StartDataCollection>(&mut world, a, &argument, &result);
    let argument = StartLocationTrackingSessionArgument::new(device());
    let result = StartLocationTrackingSessionResult::new(PLACES);
    open::<StartLocationTrackingSession>(&mut world, a, &argument, &result);
    assert_eq!(world.status().registrations, 5);
    (world, a, b)
}

/// The operation that an APDU invokes, and its argument, encoded.
fn invoked(apdu: &Bytes) -> (i32, Vec<u8>) {
    let Ok(Apdu::Rose(Rose::Invoke(invoke))) = Apdu::decode(apdu) else {
        panic!("no invocation: {:?}", Apdu::decode(apdu));
    };
    (invoke.operation.local().unwrap(), invoke.argument.unwrap().encode())
}

#[test]
fn the_switch_is_asked_to_end_what_an_application_that_goes_has_opened() {
    let (mut world, a, _) = opened();
    world.disconnect(a);
    assert_eq!(world.status().registrations, 0);
    let asked: BTreeMap<_, _> = world.switch.iter().map(invoked).collect();
    let expected = BTreeMap::from([
        (EscapeRegisterCancel::CODE, EscapeRegisterCancelArgument::new(ESCAPES).encode()),
        (IoRegisterCancel::CODE, IoRegisterCancelArgument::new(DATA).encode()),
        (StopDataPath::CODE, StopDataPathArgument::new(PATH).encode()),
        (StopDataCollection::CODE, StopDataCollectionArgument::new(DIGITS).encode()),
        (
            StopLocationTrackingSession::CODE,
            StopLocationTrackingSessionArgument::new(PLACES).encode(),
        ),
    ]);
    assert_eq!(asked, expected);
}

#[test]
fn an_application_is_told_what_ends_with_the_link() {
    let (mut world, a, b) = opened();
    world.input(Input::SwitchDown);
    assert_eq!(world.status().registrations, 0);
    // All but the collection of digits, for which there is no such word.
    let told: BTreeMap<_, _> = (0..4).map(|_| invoked(&world.next(a))).collect();
    let expected = [
        EscapeRegisterAbort::CODE,
        IoRegisterAbort::CODE,
        StopDataPath::CODE,
        StopLocationTrackingSession::CODE,
    ];
    assert!(told.keys().eq(BTreeMap::from(expected.map(|code| (code, ()))).keys()), "{told:?}");
    assert_eq!(told[&StopDataPath::CODE], StopDataPathArgument::new(PATH).encode());
    for application in [a, b] {
        assert_eq!(world.told_status(application), types::SystemStatus::Disabled);
        assert!(world.is_quiet(application));
    }
}

#[test]
fn nobody_else_reaches_what_an_application_has_opened() {
    let (mut world, a, b) = opened();
    world.invokes::<EscapeRegisterCancel>(b, 2, &EscapeRegisterCancelArgument::new(ESCAPES));
    world.invokes::<IoRegisterCancel>(b, 3, &IoRegisterCancelArgument::new(DATA));
    world.invokes::<StopDataPath>(b, 4, &StopDataPathArgument::new(PATH));
    world.invokes::<SuspendDataCollection>(b, 5, &SuspendDataCollectionArgument::new(DIGITS));
    let stop = StopLocationTrackingSessionArgument::new(PLACES);
    world.invokes::<StopLocationTrackingSession>(b, 6, &stop);
    for id in 2..=6 {
        assert_eq!(world.refused(b, id), "operation: invalidCrossRefID (17)");
    }
    assert!(world.switch.is_empty());
    // For the one whose they are, they go to the switch.
    world.invokes::<SuspendDataCollection>(a, 7, &SuspendDataCollectionArgument::new(DIGITS));
    world.switch_asked::<SuspendDataCollection>();
}

#[test]
fn what_the_switch_has_for_it_goes_to_the_one_who_has_opened_it() {
    let (mut world, a, b) = opened();
    world.switch_invokes::<DataCollected>(&DataCollectedArgument::new(DIGITS));
    world.told::<DataCollected>(a);
    let report = LocationInformationReportArgument::new(PLACES, device());
    world.switch_invokes::<LocationInformationReport>(&report);
    world.told::<LocationInformationReport>(a);
    let mut data = FastDataArgument::new(MonitorObject::DeviceObject(device()), OctetString(b"1"));
    data.io_register_req_id = Some(DATA);
    world.switch_invokes::<FastData>(&data);
    world.told::<FastData>(a);
    // With no registration named, it is for one who has registered.
    data.io_register_req_id = None;
    world.switch_invokes::<FastData>(&data);
    world.told::<FastData>(a);
    // Of what nobody has opened, nobody hears.
    data.io_register_req_id = Some(OctetString(b"other"));
    world.switch_invokes::<FastData>(&data);
    assert!(world.notices.contains(&Notice::NobodyTakes { operation: FastData::CODE }));
    assert!(world.is_quiet(a) && world.is_quiet(b));
}

#[test]
fn what_the_switch_ends_is_over() {
    let (mut world, a, b) = opened();
    world.switch_invokes::<StopDataPath>(&StopDataPathArgument::new(PATH));
    world.told::<StopDataPath>(a);
    let stop = StopLocationTrackingSessionArgument::new(PLACES);
    world.switch_invokes::<StopLocationTrackingSession>(&stop);
    world.told::<StopLocationTrackingSession>(a);
    assert_eq!(world.status().registrations, 3);
    // Its name may be another's from now on.
    world.invokes::<StopDataPath>(b, 2, &StopDataPathArgument::new(PATH));
    world.switch_asked::<StopDataPath>();
}
