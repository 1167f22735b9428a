//! What a member means, beyond its value.

use csta_codec::EVENTS;
use kme_private::{DeviceKind, DeviceNumber};

use crate::hex;

/// A number: a device number in hexadecimal with its kind.
pub(crate) fn of_integer(label: &str, value: i64) -> String {
    if is_named(label, "deviceNumber") { device(value) } else { value.to_string() }
}

/// A device number, in hexadecimal with its kind where it is one of Panasonic's.
pub(crate) fn device(number: i64) -> String {
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
pub(crate) fn of_octets(digits: &str) -> String {
    match text_of(digits) {
        Some(text) => format!("{digits} {text:?}"),
        None if digits.is_empty() => "no octets".to_owned(),
        None => digits.to_owned(),
    }
}

/// The text that octets are, if it can be printed.
pub(crate) fn text_of(digits: &str) -> Option<String> {
    let octets = hex::octets(digits)?;
    let is_printable = |octet: &u8| matches!(octet, b' '..=b'~');
    let is_text = octets.len() > 1 && octets.iter().all(is_printable);
    is_text.then(|| octets.into_iter().map(char::from).collect())
}

/// Bits, and what those that are set stand for.
pub(crate) fn of_bits(label: &str, pointer: &str, digits: &str, length: usize) -> String {
    let octets = hex::octets(digits).unwrap_or_default();
    let is_set =
        |bit: &usize| octets.get(bit / 8).is_some_and(|octet| octet << (bit % 8) & 0x80 != 0);
    let set: Vec<_> = (0..length).filter(is_set).collect();
    let bits = match set.as_slice() {
        [] => format!("no bit of {length}"),
        set => {
            let numbers: Vec<_> = set.iter().map(usize::to_string).collect();
            let plural = if set.len() == 1 { "" } else { "s" };
            format!("bit{plural} {} of {length}", numbers.join(", "))
        }
    };
    if !pointer.contains("onitorFilter") {
        return bits;
    }
    match suppressed(label, &set).as_slice() {
        [] => bits,
        names => format!("{bits}, not reported: {}", names.join(", ")),
    }
}

/// The events that a part of a monitor filter suppresses.
fn suppressed(label: &str, bits: &[usize]) -> Vec<&'static str> {
    let of_group = |group: &str| match group {
        "deviceMaintenanceEvents" => is_named(label, "maintenance"),
        "vendorSpecEvents" => is_named(label, "private"),
        _ => group.strip_suffix("Events").is_some_and(|group| is_named(label, group)),
    };
    let is_set = |bit: u32| bits.iter().any(|set| u32::try_from(*set) == Ok(bit));
    let events = EVENTS.iter().filter(|event| of_group(event.group) && is_set(event.filter_bit));
    events.map(|event| event.name).collect()
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
        assert_eq!(of_integer("a.deviceNumber", 0x0111_0012), "0x01110012 (extension/18)");
        assert_eq!(of_integer("deviceNumber", 0x0166_0001), "0x01660001");
        assert_eq!(of_integer("deviceNumber", -1), "-1");
        assert_eq!(of_integer("count", 0x0111_0012), "17891346");
    }

    #[test]
    fn shows_the_text_in_octets() {
        assert_eq!(of_octets("30303735"), r#"30303735 "0075""#);
        assert_eq!(of_octets("01110012"), "01110012");
        assert_eq!(of_octets(""), "no octets");
    }

    #[test]
    fn names_the_events_that_a_filter_suppresses() {
        let bits = of_bits("callControl", "/requestedMonitorFilter/callControl", "11", 8);
        assert_eq!(bits, "bits 3, 7 of 8, not reported: delivered, held");
        assert_eq!(of_bits("other", "/other", "", 0), "no bit of 0");
    }
}
