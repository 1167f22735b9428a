//! What a value without parts means, in words.

use kme_private::{ConditionCode, DeviceKind, DeviceNumber};

use crate::hex;
use crate::node::Node;

/// A value that stands behind a label.
pub(crate) fn of(label: &str, value: &Node) -> String {
    match value {
        Node::Boolean(value) => value.to_string(),
        Node::Integer(number) if is_named(label, "deviceNumber") => device(*number),
        Node::Integer(number) if is_named(label, "connectionDuration") => {
            format!("{number} ({}.{} s)", number / 10, number % 10)
        }
        Node::Integer(number) => number.to_string(),
        Node::Named { code, name: Some(name) } if is_named(label, "conditionCode") => {
            format!("{name} ({code}), {}", condition(*code))
        }
        Node::Named { code, name: Some(name) } => format!("{name} ({code})"),
        Node::Named { code, name: None } => format!("{code}, which is not known"),
        Node::Text(text) => format!("{text:?}"),
        Node::Octets(octets) => of_octets(octets),
        Node::Bits { length, set } => of_bits(*length, set),
        Node::Element(octets) => hex::digits(octets),
        Node::Null | Node::Object(_) | Node::Array(_) => "null".to_owned(),
    }
}

/// What Panasonic's two letters in a call record say.
const fn condition(code: i32) -> &'static str {
    match ConditionCode::from_code(code) {
        ConditionCode::ReverseCharging => "the called party pays",
        ConditionCode::Transfer => "transferred",
        ConditionCode::Forwarding => "forwarded",
        ConditionCode::DisaOrTie => "through DISA or a TIE line",
        ConditionCode::RemoteMaintenance => "maintenance from afar",
        ConditionCode::NoAnswer => "not answered",
        ConditionCode::Unrecognised(_) => "not known",
    }
}

/// A device number, in hexadecimal with its kind where it is one of Panasonic's.
fn device(number: i64) -> String {
    match DeviceNumber::try_from(number) {
        Ok(device) if matches!(device.kind(), DeviceKind::Unknown(_)) => format!("0x{number:08X}"),
        Ok(device) => format!("0x{number:08X} ({device})"),
        Err(_) => number.to_string(),
    }
}

/// A device number in few words.
pub(crate) fn device_name(number: i64) -> String {
    DeviceNumber::try_from(number).map_or_else(|_| number.to_string(), |device| device.to_string())
}

/// Octets, and the text that they may be; call identifiers are.
fn of_octets(octets: &[u8]) -> String {
    let digits = hex::digits(octets);
    match text_of(octets) {
        Some(text) => format!("{digits} {text:?}"),
        None if digits.is_empty() => "no octets".to_owned(),
        None => digits,
    }
}

/// The text that octets are, if it can be printed.
pub(crate) fn text_of(octets: &[u8]) -> Option<String> {
    let is_printable = |octet: &u8| matches!(octet, b' '..=b'~');
    let is_text = octets.len() > 1 && octets.iter().all(is_printable);
    is_text.then(|| octets.iter().copied().map(char::from).collect())
}

/// Bits, and what those that are set stand for.
fn of_bits(length: usize, set: &[(usize, Option<&'static str>)]) -> String {
    if set.is_empty() {
        return format!("no bit of {length}");
    }
    let bit = |(bit, name): &(usize, Option<&str>)| match name {
        Some(name) => format!("{name} ({bit})"),
        None => format!("bit {bit}"),
    };
    let set: Vec<_> = set.iter().map(bit).collect();
    format!("{}, of {length} bits", set.join(", "))
}

/// Whether a label ends with a name.
fn is_named(label: &str, name: &str) -> bool {
    label.rsplit('.').next() == Some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_device_numbers_and_no_others() {
        let of = |label, number| of(label, &Node::Integer(number));
        assert_eq!(of("a.deviceNumber", 0x0111_0012), "0x01110012 (extension/18)");
        assert_eq!(of("deviceNumber", 0x0166_0001), "0x01660001");
        assert_eq!(of("deviceNumber", -1), "-1");
        assert_eq!(of("count", 0x0111_0012), "17891346");
        assert_eq!(of("connectionDuration", 605), "605 (60.5 s)");
    }

    #[test]
    fn shows_the_text_in_octets() {
        assert_eq!(of_octets(b"0075"), r#"30303735 "0075""#);
        assert_eq!(of_octets(&[1, 0x11, 0, 0x12]), "01110012");
        assert_eq!(of_octets(&[]), "no octets");
    }

    #[test]
    fn names_numbers_and_bits() {
        let named = |name| of("cause", &Node::Named { code: 22, name });
        assert_eq!(named(Some("newCall")), "newCall (22)");
        assert_eq!(named(None), "22, which is not known");
        assert_eq!(
            of_bits(8, &[(3, Some("delivered")), (7, None)]),
            "delivered (3), bit 7, of 8 bits"
        );
        assert_eq!(of_bits(0, &[]), "no bit of 0");
    }
}
