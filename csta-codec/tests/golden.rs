//! Each vector means what its source says and is written as it was read.

#![expect(clippy::panic, clippy::unwrap_used, reason = "what fails here fails the test")]

#[path = "golden/mod.rs"]
mod vectors;

use csta_codec::acse::{
    Aare, Aarq, AbortDiagnostic, AbortSource, Abrt, Acse, AcseRequirements, AssociateResult,
    AssociateSourceDiagnostic, AuthenticationValue, CSTA_CONTEXT, CSTA_INFORMATION,
    CstaAuthentication, External, ExternalEncoding, ReleaseRequestReason, ReleaseResponseReason,
    Rlre, Rlrq, UserDiagnostic, csta_version,
};
use csta_codec::ber::{BitString, Class, Tag};
use csta_codec::rose::{
    Code, Invoke, InvokeId, InvokeProblem, OperationResult, Reject, ReturnError, ReturnResult, Rose,
};
use csta_codec::types::{CstaVersion, UniversalFailure};
use csta_codec::{Apdu, Ber, Element, Operation, SequenceOf};
use hex_literal::hex;
use vectors::{Vector, captured, constructed};

#[path = "golden/events.rs"]
mod events;
#[path = "golden/services.rs"]
mod services;

/// The invoke id and argument of an invocation of `O`, which is written as it was read.
fn argument<O: Operation>(vector: &Vector) -> (InvokeId, O::Argument<'static>) {
    let Ok(Apdu::Rose(Rose::Invoke(invoke))) = Apdu::decode(vector.octets) else {
        panic!("{}: no invocation", vector.name);
    };
    assert_eq!(invoke.operation, Code::Local(O::CODE), "{}", vector.name);
    assert_eq!(invoke.linked_id, None);
    let argument: O::Argument<'static> = invoke.argument.unwrap().read().unwrap();
    let octets = argument.encode();
    let again = Invoke {
        argument: Some(Element::decode(&octets).unwrap()),
        ..Invoke::new(invoke.invoke_id, Code::Local(O::CODE))
    };
    assert_eq!(Apdu::from(Rose::Invoke(again)).encode(), vector.octets, "{}", vector.name);
    (invoke.invoke_id, argument)
}

/// The invoke id and result of `O`, which is written as it was read.
fn result<O: Operation>(vector: &Vector) -> (InvokeId, O::Result<'static>) {
    let Ok(Apdu::Rose(Rose::ReturnResult(message))) = Apdu::decode(vector.octets) else {
        panic!("{}: no result", vector.name);
    };
    let result = message.result.unwrap();
    assert_eq!(result.operation, Code::Local(O::CODE), "{}", vector.name);
    let result: O::Result<'static> = result.result.read().unwrap();
    let octets = result.encode();
    let again = ReturnResult {
        result: Some(OperationResult::new(Code::Local(O::CODE), Element::decode(&octets).unwrap())),
        ..ReturnResult::new(message.invoke_id)
    };
    assert_eq!(Apdu::from(Rose::ReturnResult(again)).encode(), vector.octets, "{}", vector.name);
    (message.invoke_id, result)
}

/// The invoke id and the failure of an error, which is written as it was read.
fn failure(vector: &Vector) -> (InvokeId, UniversalFailure<'static>) {
    let Ok(Apdu::Rose(Rose::ReturnError(message))) = Apdu::decode(vector.octets) else {
        panic!("{}: no error", vector.name);
    };
    assert_eq!(message.error, Code::Local(1));
    let failure: UniversalFailure<'static> = message.parameter.unwrap().read().unwrap();
    let octets = failure.encode();
    let again = ReturnError {
        parameter: Some(Element::decode(&octets).unwrap()),
        ..ReturnError::new(message.invoke_id, Code::Local(1))
    };
    assert_eq!(Apdu::from(Rose::ReturnError(again)).encode(), vector.octets);
    (message.invoke_id, failure)
}

/// The message of ACSE that a vector is, which is written as it was read.
fn acse(vector: &Vector) -> Acse<'static> {
    let Ok(Apdu::Acse(acse)) = Apdu::decode(vector.octets) else {
        panic!("{}: no message of ACSE", vector.name);
    };
    assert_eq!(acse.encode(), vector.octets, "{}", vector.name);
    acse
}

#[test]
fn each_vector_has_a_source_and_is_written_as_it_was_read() {
    for vector in vectors::all() {
        assert!(!vector.source.is_empty(), "{}", vector.name);
        let apdu = Apdu::decode(vector.octets).unwrap();
        assert_eq!(apdu.encode(), vector.octets, "{}", vector.name);
        let Some((known, element)) = vectors::open::open(&apdu) else {
            continue;
        };
        let written = vectors::open::recode(known, &element).unwrap();
        assert_eq!(written, element.encode(), "{}", vector.name);
    }
    assert_eq!((captured::ALL.len(), constructed::ALL.len()), (25, 15));
}

const NORMAL_CONTEXT: Tag = Tag::new(Class::Context, 0, true);

/// The user information that offers the second edition of ECMA-285, as Panasonic has it.
const PANASONIC_INFORMATION: &[External<'static>] =
    &[External::named(CSTA_INFORMATION, Element::new(NORMAL_CONTEXT, &hex!("03 03 00 08 00")))];

fn version(user_information: Option<SequenceOf<'_, External<'_>>>) -> CstaVersion {
    csta_version(&user_information.unwrap()).unwrap()
}

#[test]
fn the_request_of_clients_offers_the_second_edition() {
    let Acse::Aarq(request) = acse(&captured::AARQ) else { panic!("no AARQ") };
    let expected = Aarq {
        protocol_version: Some(BitString::with_len(&[0x80], 1)),
        user_information: Some(PANASONIC_INFORMATION.into()),
        ..Aarq::new(CSTA_CONTEXT)
    };
    assert_eq!(request, expected);
    assert_eq!(Apdu::from(Acse::Aarq(expected)).encode(), captured::AARQ.octets);
    assert_eq!(request.application_context_name.to_string(), "1.3.12.0.218");
    let information = request.user_information.unwrap().iter().next().unwrap();
    assert_eq!(information.direct_reference.unwrap().to_string(), "1.3.12.0.285.200");
    let version = version(request.user_information);
    assert_eq!(version.names().collect::<Vec<_>>(), ["versionFive"]);
    assert_eq!(version.len(), 16);
}

#[test]
fn the_switch_accepts_with_the_version_that_was_offered() {
    let Acse::Aare(answer) = acse(&captured::AARE) else { panic!("no AARE") };
    let expected = Aare {
        protocol_version: Some(BitString::with_len(&[0x80], 1)),
        user_information: Some(PANASONIC_INFORMATION.into()),
        ..Aare::new(
            CSTA_CONTEXT,
            AssociateResult::Accepted,
            AssociateSourceDiagnostic::User(UserDiagnostic::NoReasonGiven),
        )
    };
    assert_eq!(answer, expected);
    assert_eq!(Apdu::from(Acse::Aare(expected)).encode(), captured::AARE.octets);
    assert_eq!(version(answer.user_information), CstaVersion::VERSION_FIVE.with_len(16));

    let Acse::Aare(answer) = acse(&constructed::AARE_REJECTED) else { panic!("no AARE") };
    assert_eq!(answer, Aare { result: AssociateResult::RejectedPermanent, ..expected });
}

#[test]
fn a_protocol_version_may_be_text() {
    let Acse::Aarq(request) = acse(&captured::BARE_AARQ) else { panic!("no AARQ") };
    let version = request.protocol_version.unwrap();
    assert_eq!((version.octets(), version.len()), (b"version3".as_slice(), 64));
    assert_eq!(request, Aarq { protocol_version: Some(version), ..Aarq::new(CSTA_CONTEXT) });
}

#[test]
fn requests_carry_name_and_password() {
    let logins = [
        (&captured::HIPATH_AARQ, "AMHOST", "77777", CstaVersion::VERSION_FOUR),
        (&constructed::AARQ_LOGIN, "admin", "admin", CstaVersion::VERSION_FIVE),
    ];
    for (vector, name, password, offered) in logins {
        let Acse::Aarq(request) = acse(vector) else { panic!("no AARQ") };
        let requirements = request.sender_acse_requirements.unwrap();
        assert_eq!(requirements, AcseRequirements::AUTHENTICATION.with_len(2));
        assert_eq!(request.mechanism_name, None);
        let login = request.calling_authentication_value.unwrap().login().unwrap();
        assert_eq!(login.name, name.as_bytes().into());
        assert_eq!(login.password, password.as_bytes().into());
        assert_eq!(version(request.user_information), offered.with_len(16));
    }
    let Acse::Aarq(hipath) = acse(&captured::HIPATH_AARQ) else { panic!("no AARQ") };
    assert_eq!(hipath.protocol_version, None);
    let information = hipath.user_information.unwrap().iter().next().unwrap();
    assert_eq!(information.direct_reference, None);
}

#[test]
fn an_answer_may_tell_of_the_switch() {
    let Acse::Aare(answer) = acse(&constructed::AARE_RESPONDER) else { panic!("no AARE") };
    assert_eq!(
        answer.responder_acse_requirements,
        Some(AcseRequirements::AUTHENTICATION.with_len(2))
    );
    let value = answer.responding_authentication_value.unwrap();
    assert_eq!(value.login(), None);
    let AuthenticationValue::External(external) = value else { panic!("no EXTERNAL") };
    assert!(matches!(external.encoding, ExternalEncoding::SingleAsn1Type(_)));
    let Some(Ok(CstaAuthentication::Responder(switch))) = external.value() else {
        panic!("nothing of the switch");
    };
    assert_eq!((switch.first.0, switch.second.0), (&b"20070417120000"[..], &b"HE100W.01"[..]));
    assert_eq!(version(answer.user_information), CstaVersion::VERSION_FOUR.with_len(16));
}

#[test]
fn associations_end_by_abort_or_release() {
    let Acse::Abrt(abort) = acse(&captured::SWITCH_ABORT) else { panic!("no ABRT") };
    assert_eq!(abort, Abrt::new(AbortSource::User));

    let Acse::Abrt(abort) = acse(&captured::CLIENT_ABORT) else { panic!("no ABRT") };
    let diagnostic = Some(AbortDiagnostic::NoReasonGiven);
    assert_eq!(abort, Abrt { abort_diagnostic: diagnostic, ..Abrt::new(AbortSource::User) });

    let Acse::Rlrq(release) = acse(&constructed::RLRQ) else { panic!("no RLRQ") };
    assert_eq!(release, Rlrq { reason: Some(ReleaseRequestReason::Normal), ..Rlrq::new() });

    let Acse::Rlre(release) = acse(&constructed::RLRE) else { panic!("no RLRE") };
    assert_eq!(release, Rlre { reason: Some(ReleaseResponseReason::Normal), ..Rlre::new() });
}

#[test]
fn a_rejection_says_what_was_not_understood() {
    let apdu = Apdu::decode(constructed::REJECT.octets).unwrap();
    let expected = Reject::of_invoke(5, InvokeProblem::UnrecognisedOperation);
    assert_eq!(apdu, Apdu::Rose(Rose::Reject(expected)));
}
