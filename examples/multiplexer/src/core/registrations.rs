//! Registrations and the dialogues they open: what the switch invokes goes to whoever registered.

use std::time::Instant;

use bytes::Bytes;
use csta_codec::ber::Unknown;
use csta_codec::rose::Invoke;
use csta_codec::services::{
    DataCollected, DataCollectionResumed, DataCollectionSuspended, DataPathResumed,
    DataPathSuspended, Escape, EscapeRegister, EscapeRegisterAbort, EscapeRegisterAbortArgument,
    EscapeRegisterCancel, EscapeRegisterCancelArgument, FastData, FastDataArgument, IoRegister,
    IoRegisterAbort, IoRegisterAbortArgument, IoRegisterCancel, IoRegisterCancelArgument,
    LocationInformationReport, LocationTrackingSessionResumed, LocationTrackingSessionSuspended,
    ReRouteRequest, ResumeDataCollection, ResumeDataPath, ResumeLocationTrackingSession,
    RouteEndRequest, RouteEndRequestArgument, RouteRegister, RouteRegisterAbort,
    RouteRegisterAbortArgument, RouteRegisterCancel, RouteRegisterCancelArgument, RouteReject,
    RouteRequest, RouteSelectRequest, RouteUsedRequest, SendData, StartDataCollection,
    StartDataPath, StartDataPathArgument, StartLocationTrackingSession, StopDataCollection,
    StopDataCollectionArgument, StopDataPath, StopDataPathArgument, StopLocationTrackingSession,
    StopLocationTrackingSessionArgument, SuspendDataCollection, SuspendDataPath,
    SuspendLocationTrackingSession,
};
use csta_codec::types::{EscapeRegisterId, IoCrossRefId, RouteingCrossRefId};
use csta_codec::{Ber, Element, Ia5String, OctetString, Operation, sequence};
use rustc_hash::FxHashMap;

use super::ApplicationId;
use super::machine::Core;

/// How many registrations and dialogues there may be.
const MAX_OPEN: usize = 1 << 14;

/// What a reference stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Kind {
    Route,
    RouteDialogue,
    Escape,
    Io,
    DataPath,
    DataCollection,
    LocationSession,
}

/// A reference of the switch: its octets, encoded where it is a CHOICE.
type Reference = (Kind, Bytes);

/// Who has registered for what.
#[derive(Debug, Default)]
pub(super) struct Registrations(FxHashMap<Reference, ApplicationId>);

impl Registrations {
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }
}

sequence! {
    struct OctetHead<'a> "Octets" {
        reference "reference": OctetString<'a>,
        rest "rest": Unknown<'a> = REST,
    }
}

sequence! {
    struct TextHead<'a> "Text" {
        reference "reference": Ia5String<'a>,
        rest "rest": Unknown<'a> = REST,
    }
}

sequence! {
    struct EscapeHead<'a> "Escape" {
        reference "escapeRegisterID": EscapeRegisterId<'a>,
        rest "rest": Unknown<'a> = REST,
    }
}

sequence! {
    struct RouteHead<'a> "Route" {
        dialogue "crossRefIdentifier": RouteingCrossRefId<'a>,
        registration "routeRegisterReqID" [0 IMPLICIT]: OctetString<'a> = OPTIONAL,
        rest "rest": Unknown<'a> = REST,
    }
}

sequence! {
    struct DataPathHead<'a> "DataPath" {
        path "ioCrossRefID": IoCrossRefId<'a>,
    }
}

/// What an operation does to a reference that it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Effect {
    None,
    /// It is over.
    Ends,
}

/// The references that an invocation names, the closest first, and what becomes of the first.
fn named(operation: i32, argument: &Element<'_>) -> (Vec<Reference>, Effect) {
    let octets = |kind| {
        let head = argument.read::<OctetHead<'_>>().ok();
        head.map(|head| (kind, Bytes::copy_from_slice(head.reference.as_bytes())))
    };
    let text = |kind| {
        let head = argument.read::<TextHead<'_>>().ok();
        head.map(|head| (kind, Bytes::copy_from_slice(head.reference.as_bytes())))
    };
    let escape = || {
        let head = argument.read::<EscapeHead<'_>>().ok();
        head.map(|head| (Kind::Escape, Bytes::copy_from_slice(head.reference.0.as_bytes())))
    };
    let path = || data_path(argument);
    let io = |registration: Option<OctetString<'_>>| {
        registration.map(|own| (Kind::Io, Bytes::copy_from_slice(own.as_bytes())))
    };
    let (first, ends) = match operation {
        RouteRequest::CODE
        | ReRouteRequest::CODE
        | RouteSelectRequest::CODE
        | RouteUsedRequest::CODE
        | RouteEndRequest::CODE
        | RouteReject::CODE => {
            let Ok(head) = argument.read::<RouteHead<'_>>() else {
                return (Vec::new(), Effect::None);
            };
            let dialogue = Bytes::copy_from_slice(head.dialogue.0.as_bytes());
            let mut named = vec![(Kind::RouteDialogue, dialogue)];
            let registration = head.registration.map(|own| Bytes::copy_from_slice(own.as_bytes()));
            named.extend(registration.map(|octets| (Kind::Route, octets)));
            let ends = matches!(operation, RouteEndRequest::CODE | RouteReject::CODE);
            return (named, if ends { Effect::Ends } else { Effect::None });
        }
        RouteRegisterAbort::CODE | RouteRegisterCancel::CODE => (octets(Kind::Route), true),
        IoRegisterAbort::CODE | IoRegisterCancel::CODE => (octets(Kind::Io), true),
        // Whoever leaves the registration out may have other strings behind it.
        StartDataPath::CODE => {
            let own = argument.read::<StartDataPathArgument<'_>>();
            (own.ok().and_then(|own| io(own.io_register_req_id)), false)
        }
        FastData::CODE => {
            let own = argument.read::<FastDataArgument<'_>>();
            (own.ok().and_then(|own| io(own.io_register_req_id)), false)
        }
        EscapeRegisterAbort::CODE | EscapeRegisterCancel::CODE => (escape(), true),
        Escape::CODE => (escape(), false),
        StopDataPath::CODE => (path(), true),
        SendData::CODE
        | SuspendDataPath::CODE
        | ResumeDataPath::CODE
        | DataPathSuspended::CODE
        | DataPathResumed::CODE => (path(), false),
        StopDataCollection::CODE => (octets(Kind::DataCollection), true),
        DataCollected::CODE
        | DataCollectionResumed::CODE
        | DataCollectionSuspended::CODE
        | ResumeDataCollection::CODE
        | SuspendDataCollection::CODE => (octets(Kind::DataCollection), false),
        StopLocationTrackingSession::CODE => (text(Kind::LocationSession), true),
        LocationTrackingSessionResumed::CODE
        | LocationTrackingSessionSuspended::CODE
        | ResumeLocationTrackingSession::CODE
        | SuspendLocationTrackingSession::CODE
        | LocationInformationReport::CODE => (text(Kind::LocationSession), false),
        _ => (None, false),
    };
    (first.into_iter().collect(), if ends { Effect::Ends } else { Effect::None })
}

/// The registration or dialogue that a result opens.
fn opened(operation: i32, result: &Element<'_>) -> Option<Reference> {
    let kind = match operation {
        RouteRegister::CODE => Kind::Route,
        IoRegister::CODE => Kind::Io,
        StartDataCollection::CODE => Kind::DataCollection,
        EscapeRegister::CODE => {
            let head = result.read::<EscapeHead<'_>>().ok()?;
            return Some((Kind::Escape, Bytes::copy_from_slice(head.reference.0.as_bytes())));
        }
        StartLocationTrackingSession::CODE => {
            let head = result.read::<TextHead<'_>>().ok()?;
            let reference = Bytes::copy_from_slice(head.reference.as_bytes());
            return Some((Kind::LocationSession, reference));
        }
        StartDataPath::CODE => return data_path(result),
        _ => return None,
    };
    let head = result.read::<OctetHead<'_>>().ok()?;
    Some((kind, Bytes::copy_from_slice(head.reference.as_bytes())))
}

fn data_path(element: &Element<'_>) -> Option<Reference> {
    let head = element.read::<DataPathHead<'_>>().ok()?;
    Some((Kind::DataPath, head.path.encode().into()))
}

impl Core {
    /// Whether an invocation of an application names what is another's.
    pub(super) fn is_anothers(
        &self,
        application: ApplicationId,
        operation: i32,
        argument: &Element<'_>,
    ) -> bool {
        let (named, _) = named(operation, argument);
        let owners = named.iter().filter_map(|reference| self.registrations.0.get(reference));
        owners.into_iter().any(|owner| *owner != application)
    }

    /// The switch has done what an application asked: what that opens or ends.
    pub(super) fn register(
        &mut self,
        application: ApplicationId,
        operation: i32,
        argument: Option<&Element<'_>>,
        result: &Element<'_>,
    ) {
        if let Some(reference) = opened(operation, result)
            && self.registrations.len() < MAX_OPEN
        {
            self.registrations.0.insert(reference, application);
        }
        if let Some(argument) = argument {
            self.unregister(application, operation, argument);
        }
    }

    /// An application ends what an invocation names.
    pub(super) fn unregister(
        &mut self,
        application: ApplicationId,
        operation: i32,
        argument: &Element<'_>,
    ) {
        if let (named, Effect::Ends) = named(operation, argument)
            && let Some(reference) = named.first()
            && self.registrations.0.get(reference) == Some(&application)
        {
            self.registrations.0.remove(reference);
        }
    }

    /// To whom an invocation of the switch goes that is about a registration or a dialogue. One
    /// that opens a dialogue makes it known.
    pub(super) fn registered(&mut self, invoke: &Invoke<'_>) -> Option<ApplicationId> {
        let operation = invoke.operation.local()?;
        let (named, effect) = named(operation, invoke.argument.as_ref()?);
        let registrations = &mut self.registrations.0;
        let owner = named.iter().find_map(|reference| registrations.get(reference)).copied();
        // A request that names no registration goes to one who has registered.
        let owner = owner.or_else(|| {
            let anyone = match operation {
                RouteRequest::CODE => Kind::Route,
                StartDataPath::CODE | FastData::CODE => Kind::Io,
                _ => return None,
            };
            if named.iter().any(|(kind, _)| *kind == anyone) {
                return None;
            }
            let known = registrations.iter().filter(|((kind, _), _)| *kind == anyone);
            known.map(|(_, application)| *application).min()
        })?;
        if let Some(first) = named.into_iter().next() {
            if effect == Effect::Ends {
                registrations.remove(&first);
            } else if operation == RouteRequest::CODE && registrations.len() < MAX_OPEN {
                registrations.insert(first, owner);
            }
        }
        Some(owner)
    }

    /// An application has answered the start of a data path by the switch, and may have given it
    /// its name: `false` if another application has given it to another.
    pub(super) fn data_path_started(
        &mut self,
        application: ApplicationId,
        operation: i32,
        result: &Element<'_>,
    ) -> bool {
        if operation != StartDataPath::CODE {
            return true;
        }
        let Some(reference) = data_path(result) else {
            return true;
        };
        let is_full = self.registrations.len() >= MAX_OPEN;
        let owner = self.registrations.0.get(&reference);
        if owner.map_or(is_full, |owner| *owner != application) {
            return false;
        }
        self.registrations.0.insert(reference, application);
        true
    }

    /// The switch has opened something for an application that has gone or does not wait any more.
    pub(super) fn unregister_late(&mut self, now: Instant, operation: i32, result: &Element<'_>) {
        if let Some(reference) = opened(operation, result) {
            self.end_in_switch(now, &reference);
        }
    }

    /// An application has gone: the switch is asked to end what it had.
    pub(super) fn forget_registrations(&mut self, now: Instant, application: ApplicationId) {
        let own: Vec<_> =
            self.registrations.0.extract_if(|_, owner| *owner == application).collect();
        for (reference, _) in own {
            self.end_in_switch(now, &reference);
        }
    }

    fn end_in_switch(&mut self, now: Instant, (kind, octets): &Reference) {
        let reference = OctetString(octets);
        match kind {
            Kind::Route => {
                let argument = RouteRegisterCancelArgument::new(reference);
                self.clean_up(now, RouteRegisterCancel::CODE, &argument);
            }
            Kind::RouteDialogue => {
                let argument = RouteEndRequestArgument::new(RouteingCrossRefId(reference));
                self.clean_up(now, RouteEndRequest::CODE, &argument);
            }
            Kind::Escape => {
                let argument = EscapeRegisterCancelArgument::new(EscapeRegisterId(reference));
                self.clean_up(now, EscapeRegisterCancel::CODE, &argument);
            }
            Kind::Io => {
                let argument = IoRegisterCancelArgument::new(reference);
                self.clean_up(now, IoRegisterCancel::CODE, &argument);
            }
            Kind::DataPath => {
                if let Ok(path) = IoCrossRefId::decode(octets) {
                    let argument = StopDataPathArgument::new(path);
                    self.clean_up(now, StopDataPath::CODE, &argument);
                }
            }
            Kind::DataCollection => {
                let argument = StopDataCollectionArgument::new(reference);
                self.clean_up(now, StopDataCollection::CODE, &argument);
            }
            Kind::LocationSession => {
                let argument = StopLocationTrackingSessionArgument::new(Ia5String(octets));
                self.clean_up(now, StopLocationTrackingSession::CODE, &argument);
            }
        }
    }

    /// The switch has gone, and all registrations with it: applications are told as far as there
    /// is a word for it.
    pub(super) fn lose_registrations(&mut self) {
        let mut lost: Vec<_> = self.registrations.0.drain().collect();
        lost.sort_unstable_by(|(a, _), (b, _)| a.1.cmp(&b.1));
        for ((kind, octets), to) in lost {
            let reference = OctetString(&octets);
            match kind {
                Kind::Route => {
                    let argument = RouteRegisterAbortArgument::new(reference);
                    self.notify(to, RouteRegisterAbort::CODE, &argument);
                }
                Kind::RouteDialogue => {
                    let argument = RouteEndRequestArgument::new(RouteingCrossRefId(reference));
                    self.notify(to, RouteEndRequest::CODE, &argument);
                }
                Kind::Escape => {
                    let argument = EscapeRegisterAbortArgument::new(EscapeRegisterId(reference));
                    self.notify(to, EscapeRegisterAbort::CODE, &argument);
                }
                Kind::Io => {
                    let argument = IoRegisterAbortArgument::new(reference);
                    self.notify(to, IoRegisterAbort::CODE, &argument);
                }
                Kind::DataPath => {
                    if let Ok(path) = IoCrossRefId::decode(&octets) {
                        let argument = StopDataPathArgument::new(path);
                        self.notify(to, StopDataPath::CODE, &argument);
                    }
                }
                // There is no such word for a collection of data: the state of the system says it.
                Kind::DataCollection => {}
                Kind::LocationSession => {
                    let argument = StopLocationTrackingSessionArgument::new(Ia5String(&octets));
                    self.notify(to, StopLocationTrackingSession::CODE, &argument);
                }
            }
        }
    }
}
