//! The octets that are sent.

use hex_literal::hex;

/// A Delivered event as it is captured from a switch, with an associated device.
const EVENT: [u8; 86] = hex!(
    "A1 54 02 01 04 02 01 15 30 4C 55 04 01 11 00 00 A0 44 A4 42 6B 11 30 0F 80 04 30303735
     A1 07 30 05 80 03 313131 63 07 30 05 80 03 313131 61 07 30 05 80 03 313132
     62 07 30 05 80 03 313131 64 02 87 00 4E 01 02 0A 01 16 65 08 30 06 81 04 01 31 00 01"
);

/// Where the cross reference is, of which the last two octets name the device.
const REFERENCE: usize = 12;
/// Where the call id is, which counts the messages.
const CALL: usize = 26;
/// The same from the end, where the multiplexer does not change lengths.
const CALL_FROM_END: usize = EVENT.len() - CALL;

/// The device that all monitor.
pub(crate) const SHARED: u16 = 0xFFFF;

/// Appends the frame of an event to what is to be sent.
pub(crate) fn append(out: &mut Vec<u8>, device: u16, count: u32) {
    out.extend_from_slice(&(EVENT.len() as u16).to_be_bytes());
    let begin = out.len();
    out.extend_from_slice(&EVENT);
    out[begin + REFERENCE + 2..][..2].copy_from_slice(&device.to_be_bytes());
    for (index, divisor) in [1000, 100, 10, 1].into_iter().enumerate() {
        out[begin + CALL + index] = b'0' + (count / divisor % 10) as u8;
    }
}

/// The device in an event as the switch sends it.
pub(crate) fn device(event: &[u8]) -> u16 {
    u16::from_be_bytes([event[REFERENCE + 2], event[REFERENCE + 3]])
}

/// The count in an event, also behind the multiplexer; `None` if it is another message.
pub(crate) fn count(apdu: &[u8]) -> Option<u32> {
    let at = apdu.len().checked_sub(CALL_FROM_END)?;
    (apdu.first() == Some(&0xA1)).then_some(())?;
    apdu[at..at + 4].iter().try_fold(0, |count, digit| {
        digit.is_ascii_digit().then(|| count * 10 + u32::from(digit - b'0'))
    })
}

/// The whole frames at the beginning of what was read, and how long they are.
pub(crate) fn frames(mut read: &[u8]) -> impl Iterator<Item = &[u8]> {
    std::iter::from_fn(move || {
        let (length, rest) = read.split_first_chunk::<2>()?;
        let (apdu, rest) = rest.split_at_checked(u16::from_be_bytes(*length).into())?;
        read = rest;
        Some(apdu)
    })
}

/// P1: the request of an association, in its frame.
pub(crate) const AARQ: &[u8] = &hex!(
    "00 25 60 23 80 02 07 80 A1 07 06 05 2B 0C 00 81 5A
     BE 14 28 12 06 07 2B 0C 00 82 1D 81 48 A0 07 A0 05 03 03 00 08 00"
);

/// The start of a monitor of the device of a number of four digits, in its frame.
pub(crate) fn monitor_start(number: u16) -> Vec<u8> {
    let mut frame = hex!("00 14 A1 12 02 01 78 02 01 47 30 0A 30 06 80 04 30303030 A0 00").to_vec();
    frame[16..20].copy_from_slice(format!("{number:04}").as_bytes());
    frame
}
