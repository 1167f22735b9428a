//! The hotel role, and the registration for the state of the system.

use csta_codec::services::{
    ChangeSysStatFilter, ChangeSysStatFilterArg, Escape, EscapeArgument, EscapeResult,
    RequestTypes, SystemRegister, SystemRegisterArgument, SystemRegisterCancel,
    SystemRegisterCancelArgument,
};
use csta_codec::types::SystemStatus;
use csta_codec::{Element, OctetString};
use kme_private::KmePrivateData;
use multiplexer::{ApplicationId, Input};

use crate::world::World;

fn hotel() -> KmePrivateData<'static> {
    KmePrivateData::HotelControl(Element::null())
}

fn uses_hotel(world: &mut World, application: ApplicationId, invoke_id: i32) {
    let private = hotel().to_private();
    let argument = EscapeArgument::new(private.get());
    world.invokes::<Escape>(application, invoke_id, &argument);
}

#[test]
fn one_application_has_the_hotel_role() {
    let mut world = World::up();
    let (a, b) = (world.connect(), world.connect());
    uses_hotel(&mut world, a, 1);
    let (id, _) = world.switch_asked::<Escape>();
    world.switch_result::<Escape>(id, &EscapeResult::NoData);
    world.result::<Escape>(a, 1);
    uses_hotel(&mut world, b, 1);
    assert_eq!(world.refused(b, 1), "operation: generic (1)");
    assert_eq!(world.status().hotel, [a]);
    // What the switch says about it goes to this one, whose answer goes back.
    let id = world.switch_escapes(&hotel());
    let (own, _) = world.told::<Escape>(a);
    assert!(world.is_quiet(b) && world.switch.is_empty());
    world.replies::<Escape>(a, own, &EscapeResult::NoData);
    assert_eq!(world.switch_answered(id), "result");
    // It ends with its association, and what was asked is answered.
    let id = world.switch_escapes(&hotel());
    world.disconnect(a);
    assert_eq!(world.switch_answered(id), "system resource: resourceOutOfService (4)");
    uses_hotel(&mut world, b, 2);
    world.switch_asked::<Escape>();
    assert_eq!(world.status().hotel, [b]);
}

#[test]
fn how_many_have_the_hotel_role_can_be_set() {
    let mut world = World::up_with(|settings| settings.hotel_limit = 0);
    let a = world.connect();
    uses_hotel(&mut world, a, 1);
    assert_eq!(world.refused(a, 1), "operation: generic (1)");
}

#[test]
fn an_answer_to_a_switch_that_has_gone_is_not_sent_to_the_next() {
    let mut world = World::up();
    let a = world.connect();
    world.switch_escapes(&hotel());
    world.switch.clear();
    uses_hotel(&mut world, a, 1);
    world.switch_asked::<Escape>();
    world.switch_escapes(&hotel());
    let (own, _) = world.told::<Escape>(a);
    world.input(Input::SwitchDown);
    world.switch_comes();
    world.replies::<Escape>(a, own, &EscapeResult::NoData);
    assert!(world.switch.is_empty());
}

#[test]
fn registrations_for_the_state_of_the_system_are_served_here_for_each() {
    let mut world = World::up();
    let (a, b) = (world.connect(), world.connect());
    let argument = SystemRegisterArgument::new(RequestTypes::SYSTEM_STATUS);
    for application in [a, b] {
        world.invokes::<SystemRegister>(application, 1, &argument);
        world.result::<SystemRegister>(application, 1);
    }
    world.invokes::<SystemRegister>(a, 2, &argument);
    assert_eq!(world.refused(a, 2), "system resource: registrationLimitExceeded (27)");
    let overload = SystemStatus::OverloadReached;
    let reference = OctetString(&[0, 0, 0, 1]);
    let filter = ChangeSysStatFilterArg::new(reference, overload);
    world.invokes::<ChangeSysStatFilter>(b, 3, &filter);
    world.result::<ChangeSysStatFilter>(b, 3);
    world.switch_says(overload);
    let (_, told) = world.told::<csta_codec::services::SystemStatus>(a);
    assert_eq!(told.get().sys_stat_register_id, Some(reference));
    assert!(world.is_quiet(b));
    let cancel = SystemRegisterCancelArgument::new(reference);
    world.invokes::<SystemRegisterCancel>(b, 4, &cancel);
    world.result::<SystemRegisterCancel>(b, 4);
    world.invokes::<SystemRegisterCancel>(b, 5, &cancel);
    assert_eq!(world.refused(b, 5), "operation: invalidCrossRefID (17)");
    assert!(world.switch.is_empty());
}
