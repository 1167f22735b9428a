//! The messages of ACSE, as Panasonic's driver and switches write them.

use bytes::Bytes;
use csta_codec::acse::{
    Aare, Aarq, Acse, AcseRequirements, AssociateResult, AssociateSourceDiagnostic,
    AuthenticationValue, CSTA_CONTEXT, CSTA_INFORMATION, CstaAuthentication, External,
    ExternalEncoding, SenderAuthentication, UserDiagnostic,
};
use csta_codec::types::{CstaVersion, NewUserInformation, UserInformation};
use csta_codec::{Apdu, Ber, BitString, Element, OctetString};
use subtle::ConstantTimeEq;

/// Second edition of ECMA-285, as Panasonic's driver and switches write it: in 16 bits.
pub const PANASONIC_VERSION: CstaVersion = CstaVersion::VERSION_FIVE.with_len(16);

/// A name and a password. Its debug form does not show the password.
#[derive(Clone, PartialEq, Eq)]
pub struct Login {
    /// The user, in UTF-8 by convention.
    pub name: String,
    /// The password, in UTF-8 by convention.
    pub password: String,
}

impl Login {
    /// Whether what was sent is this very name and password.
    ///
    /// The time it takes does not tell which octets differ; that their number does, it can tell.
    ///
    /// ```
    /// use csta_client::Login;
    ///
    /// let login = |password: &str| Login { name: "admin".into(), password: password.into() };
    /// assert!(login("opensesame").admits(&login("opensesame")));
    /// assert!(!login("opensesame").admits(&login("opensesami")));
    /// ```
    #[must_use]
    pub fn admits(&self, sent: &Self) -> bool {
        let name = self.name.as_bytes().ct_eq(sent.name.as_bytes());
        let password = self.password.as_bytes().ct_eq(sent.password.as_bytes());
        (name & password).into()
    }
}

impl std::fmt::Debug for Login {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Login").field("name", &self.name).finish_non_exhaustive()
    }
}

/// What the requesting end offers.
#[derive(Clone, Debug)]
pub struct Offer {
    /// The versions of CSTA.
    pub version: CstaVersion,
    /// Name and password, where the other end asks for them.
    pub login: Option<Login>,
}

impl Default for Offer {
    /// As Panasonic's driver: [`PANASONIC_VERSION`] and no login.
    fn default() -> Self {
        Self { version: PANASONIC_VERSION, login: None }
    }
}

const PROTOCOL_VERSION_1: BitString<'static> = BitString::with_len(&[0x80], 1);

/// An AARQ, and without a login the very one of Panasonic's driver.
pub(super) fn request(offer: &Offer) -> Bytes {
    let version = version_information(offer.version);
    let version = [External::named(CSTA_INFORMATION, element(&version))];
    let login = offer.login.as_ref().map(|login| {
        let (name, password) = (login.name.as_str().into(), login.password.as_str().into());
        CstaAuthentication::Sender(SenderAuthentication::new(name, password)).encode()
    });
    let login = login.as_ref().map(|login| {
        let external = External::new(ExternalEncoding::SingleAsn1Type(element(login)));
        AuthenticationValue::External(external)
    });
    let request = Aarq {
        protocol_version: Some(PROTOCOL_VERSION_1),
        sender_acse_requirements: login.map(|_| AcseRequirements::AUTHENTICATION.with_len(2)),
        calling_authentication_value: login,
        user_information: Some(version.as_slice().into()),
        ..Aarq::new(CSTA_CONTEXT)
    };
    Bytes::from(Apdu::Acse(Acse::Aarq(request)).encode())
}

/// An AARE as Panasonic's switches send it, which give a diagnostic when they accept, too.
pub(super) fn answer(
    result: AssociateResult,
    diagnostic: UserDiagnostic,
    version: Option<CstaVersion>,
) -> Bytes {
    let version = version.map(version_information);
    let version =
        version.as_ref().map(|version| [External::named(CSTA_INFORMATION, element(version))]);
    let diagnostic = AssociateSourceDiagnostic::User(diagnostic);
    let answer = Aare {
        protocol_version: Some(PROTOCOL_VERSION_1),
        user_information: version.as_ref().map(|version| version.as_slice().into()),
        ..Aare::new(CSTA_CONTEXT, result, diagnostic)
    };
    Bytes::from(Apdu::Acse(Acse::Aare(answer)).encode())
}

/// The name and password in a request, if that is what it authenticates with.
pub(super) fn login(value: &AuthenticationValue<'_>) -> Option<Login> {
    let text = |octets: OctetString<'_>| String::from_utf8_lossy(octets.as_bytes()).into_owned();
    let login = value.login()?;
    Some(Login { name: text(login.name), password: text(login.password) })
}

fn version_information(version: CstaVersion) -> Vec<u8> {
    UserInformation::NewDefinition(NewUserInformation::new(version)).encode()
}

/// What was just written as an element.
fn element(octets: &[u8]) -> Element<'_> {
    Element::decode(octets).unwrap_or_else(|_| Element::null())
}

#[cfg(test)]
mod tests {
    use super::*;
    use hex_literal::hex;

    #[test]
    fn the_request_is_that_of_panasonics_driver() {
        // P1: captured from the driver, sent by three independent clients.
        let captured = hex!(
            "60 23 80 02 07 80 A1 07 06 05 2B 0C 00 81 5A
             BE 14 28 12 06 07 2B 0C 00 82 1D 81 48 A0 07 A0 05 03 03 00 08 00"
        );
        assert_eq!(request(&Offer::default()), captured.as_slice());
    }

    #[test]
    fn the_request_with_a_login_has_it_where_the_multiplexer_looks() {
        // Constructed after the fields that its manual names and the form that HiPath uses.
        let constructed = hex!(
            "60 3D 80 02 07 80 A1 07 06 05 2B 0C 00 81 5A 8A 02 06 80
             AC 14 A2 12 A0 10 A0 0E 04 05 61 64 6D 69 6E 04 05 61 64 6D 69 6E
             BE 14 28 12 06 07 2B 0C 00 82 1D 81 48 A0 07 A0 05 03 03 00 08 00"
        );
        let login = Some(Login { name: "admin".into(), password: "admin".into() });
        assert_eq!(request(&Offer { login, ..Offer::default() }), constructed.as_slice());
    }

    #[test]
    fn the_answer_is_that_of_panasonics_switches() {
        // P2: the constant that a client in daily use compares with.
        let captured = hex!(
            "61 2F 80 02 07 80 A1 07 06 05 2B 0C 00 81 5A A2 03 02 01 00 A3 05 A1 03 02 01 01
             BE 14 28 12 06 07 2B 0C 00 82 1D 81 48 A0 07 A0 05 03 03 00 08 00"
        );
        let (result, diagnostic) = (AssociateResult::Accepted, UserDiagnostic::NoReasonGiven);
        assert_eq!(answer(result, diagnostic, Some(PANASONIC_VERSION)), captured.as_slice());
    }
}
