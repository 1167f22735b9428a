//! What is not to be read in a log.

use std::borrow::Cow;

use csta_codec::acse::Acse;
use csta_codec::jer::{Jer, Node, PrivateData};
use csta_codec::rose::Rose;
use csta_codec::{Apdu, Ber, Element, OperationInfo, SequenceOf, TypeInfo};
use kme_private::KmeJson;

/// The members with numbers, by their ASN.1 identifiers: those of DeviceID, what is dialled, sent
/// or received as digits, codes, displays, and what users and applications write.
const MASKED: &[&str] = &[
    "dialingNumber",
    "implicitPublic",
    "implicitPrivate",
    "unknown",
    "international",
    "national",
    "networkspecific",
    "subscriber",
    "abbreviated",
    "level3RegionalNumber",
    "level2RegionalNumber",
    "level1RegionalNumber",
    "pTNSpecificNumber",
    "localNumber",
    "other",
    "privateNumber",
    "number",
    "charactersToSend",
    "digitGeneratedList",
    "digitsDetected",
    "accountCode",
    "accountInfo",
    "authCode",
    "accessCode",
    "contentsOfDisplay",
    "buttonLabel",
    "correlatorData",
    "userData",
    "subjectOfCall",
    "contents",
];

/// The APDU without the password that may be in it, or `None` if it cannot be told.
pub(super) fn mask_password(apdu: &[u8]) -> Option<Cow<'_, [u8]>> {
    // Only a request of an association has one.
    if apdu.first() != Some(&0x60) {
        return Some(Cow::Borrowed(apdu));
    }
    let Ok(Apdu::Acse(Acse::Aarq(request))) = Apdu::decode(apdu) else {
        return None;
    };
    let Some(authentication) = &request.calling_authentication_value else {
        return Some(Cow::Borrowed(apdu));
    };
    let login = authentication.login()?;
    let mut masked = apdu.to_vec();
    place(apdu, login.password.as_bytes(), &mut masked)?.fill(b'*');
    Some(Cow::Owned(masked))
}

/// The APDU with the digits of numbers overwritten, or `None` if it cannot be decoded.
pub(super) fn mask_numbers(apdu: &[u8]) -> Option<Vec<u8>> {
    let operation =
        |code: csta_codec::rose::Code<'_>| code.local().and_then(OperationInfo::by_code);
    let mut mask = Mask { apdu, masked: apdu.to_vec(), is_complete: true };
    match Apdu::decode(apdu).ok()? {
        Apdu::Acse(_) => return mask_password(apdu).map(Cow::into_owned),
        Apdu::Rose(Rose::Invoke(invoke)) => {
            let argument = operation(invoke.operation).map(|operation| operation.argument);
            mask.open(invoke.argument.as_ref(), argument);
        }
        Apdu::Rose(Rose::ReturnResult(answer)) => {
            let code = answer.result.as_ref().map(|result| result.operation);
            let result = code.and_then(operation).and_then(|operation| operation.result);
            mask.open(answer.result.as_ref().map(|result| &result.result), result);
        }
        // Errors and rejections have no numbers.
        Apdu::Rose(Rose::ReturnError(_) | Rose::Reject(_)) => {}
        Apdu::Rose(Rose::Unrecognised(_)) => return None,
    }
    mask.is_complete.then_some(mask.masked)
}

/// An APDU and what has been masked of it.
struct Mask<'a> {
    apdu: &'a [u8],
    masked: Vec<u8>,
    is_complete: bool,
}

impl Mask<'_> {
    /// Masks an argument or result.
    fn open(&mut self, element: Option<&Element<'_>>, kind: Option<TypeInfo>) {
        match (element, kind) {
            (None, _) => {}
            (Some(element), Some(kind)) => match kind.decode(element) {
                Ok(value) => self.value(value.to_jer().value(), ""),
                Err(_) => self.is_complete = false,
            },
            (Some(_), None) => self.is_complete = false,
        }
    }

    /// Masks a value that is a member of this name.
    fn value(&mut self, value: &dyn Jer, name: &str) {
        value.show(&mut |node| match node {
            Node::Text(text) if MASKED.contains(&name) => self.digits(text.as_bytes()),
            Node::Octets(octets) if MASKED.contains(&name) => self.digits(octets),
            Node::Object(members) => members(&mut |name, value| self.value(value, name)),
            Node::Array(elements) => elements(&mut |value| self.value(value, name)),
            Node::Element(element) => self.element(&element),
            Node::Private(element) => {
                let mut is_known = false;
                KmeJson.show(&element, &mut |value| {
                    is_known = true;
                    self.value(value, "");
                });
                if !is_known {
                    self.element(&element);
                }
            }
            _ => {}
        });
    }

    /// Masks what nothing is known of: all digits in it that may be text.
    fn element(&mut self, element: &Element<'_>) {
        if !element.tag().is_constructed() {
            let content = element.content();
            if content.iter().all(|octet| (0x20..0x7F).contains(octet)) {
                self.digits(content);
            }
            return;
        }
        let list = Element::new(csta_codec::ber::Tag::constructed(16), element.content());
        match list.read::<SequenceOf<'_, Element<'_>>>() {
            Ok(inner) => inner.iter().for_each(|inner| self.element(&inner)),
            Err(_) => self.is_complete = false,
        }
    }

    /// Overwrites the digits in a part of the APDU.
    fn digits(&mut self, part: &[u8]) {
        match place(self.apdu, part, &mut self.masked) {
            Some(octets) => {
                for octet in octets.iter_mut().filter(|octet| octet.is_ascii_digit()) {
                    *octet = b'0';
                }
            }
            // A text that is none, so that it is not shown as it stands there.
            None => self.is_complete = false,
        }
    }
}

/// The octets of a copy where a part of the original stands.
fn place<'m>(original: &[u8], part: &[u8], copy: &'m mut [u8]) -> Option<&'m mut [u8]> {
    let start = (part.as_ptr() as usize).checked_sub(original.as_ptr() as usize)?;
    copy.get_mut(start..start.checked_add(part.len())?)
}
