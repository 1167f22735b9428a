//! The lines.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::Write;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::SystemTime;

use super::mask::{mask_numbers, mask_password};
use crate::{Direction, Tap};

/// What a protocol log shows of phone numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Numbers {
    /// The frames as they are.
    #[default]
    Shown,
    /// The digits of numbers are overwritten with zeros, so that lengths stay and the log can
    /// still be decoded: in device identifiers, in what is dialled or sent as digits, in account
    /// and authorisation codes, on displays, and in what users send each other. A frame that
    /// cannot be decoded is logged by its length alone.
    Masked,
}

/// A [`Tap`] that writes a protocol log, which `csta-inspect` reads.
///
/// A line for each APDU: the time, the direction (`<` from the switch, `>` to it) and the octets
/// of the APDU, without the length before it; what begins with `#` is a comment.
///
/// ```text
/// 2026-11-27T12:34:56.789012Z < A1 0C 02 01 01 02 02 00 D3 30 03 0A 01 02
/// ```
///
/// Passwords are always overwritten. Each line is one write, done where the connection's work is
/// done: give it a writer that does not block for long. Lines that cannot be written are
/// [counted](Self::unwritten) and the first of them is told as a warning.
///
/// ```
/// use csta_client::{Client, Direction, Numbers, ProtocolLog, Tap};
///
/// # fn log(file: std::fs::File) {
/// let builder = Client::builder().tap(ProtocolLog::new(file).numbers(Numbers::Masked));
/// # }
/// ```
#[derive(Debug)]
pub struct ProtocolLog<W> {
    writer: Mutex<W>,
    numbers: Numbers,
    of_switch: bool,
    unwritten: AtomicU64,
}

impl<W: Write> ProtocolLog<W> {
    /// A log of an application's connection.
    pub const fn new(writer: W) -> Self {
        Self {
            writer: Mutex::new(writer),
            numbers: Numbers::Shown,
            of_switch: false,
            unwritten: AtomicU64::new(0),
        }
    }

    /// What it shows of phone numbers.
    #[must_use]
    pub fn numbers(mut self, numbers: Numbers) -> Self {
        self.numbers = numbers;
        self
    }

    /// Makes it the log of a switch's end: what is received goes to the switch.
    #[must_use]
    pub fn of_switch(mut self) -> Self {
        self.of_switch = true;
        self
    }

    /// How many lines could not be written.
    #[must_use]
    pub fn unwritten(&self) -> u64 {
        self.unwritten.load(Ordering::Relaxed)
    }

    /// Writes the line of an APDU that was seen at a time, for those who write later than they
    /// see.
    pub fn frame_at(&self, at: SystemTime, direction: Direction, apdu: &[u8]) {
        self.write(&self.line(at, direction, apdu));
    }

    /// Writes a comment, which should have no line ends in it.
    pub fn comment(&self, at: SystemTime, text: &str) {
        self.write(&format!("# {} {text}\n", humantime::format_rfc3339_micros(at)));
    }

    fn write(&self, line: &str) {
        let mut writer = self.writer.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Err(error) = writer.write_all(line.as_bytes())
            && self.unwritten.fetch_add(1, Ordering::Relaxed) == 0
        {
            tracing::warn!(%error, "the protocol log cannot be written");
        }
    }

    /// The line of an APDU.
    fn line(&self, at: SystemTime, direction: Direction, apdu: &[u8]) -> String {
        let time = humantime::format_rfc3339_micros(at);
        let to_switch = (direction == Direction::Sent) != self.of_switch;
        let direction = if to_switch { '>' } else { '<' };
        let masked = match self.numbers {
            Numbers::Shown => mask_password(apdu),
            Numbers::Masked => mask_numbers(apdu).map(Cow::Owned),
        };
        let mut line = String::with_capacity(32 + 3 * apdu.len());
        // Writing to a string does not fail.
        let _ = match masked {
            None => {
                write!(line, "# {time} {direction} {} octets that cannot be decoded", apdu.len())
            }
            Some(octets) => write!(line, "{time} {direction}")
                .and_then(|()| octets.iter().try_for_each(|octet| write!(line, " {octet:02X}"))),
        };
        line.push('\n');
        line
    }
}

impl<W: Write + Send> Tap for ProtocolLog<W> {
    fn frame(&self, direction: Direction, apdu: &[u8]) {
        self.frame_at(SystemTime::now(), direction, apdu);
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use csta_codec::Ber;
    use csta_codec::services::{MakeCall, MakeCallArgument};
    use csta_codec::types::DeviceId;
    use csta_codec::{Apdu, Element, Operation, rose};
    use hex_literal::hex;

    use super::*;

    fn log(numbers: Numbers, apdu: &[u8]) -> String {
        let at = SystemTime::UNIX_EPOCH + Duration::from_micros(1_796_387_696_789_012);
        ProtocolLog::new(Vec::new()).numbers(numbers).line(at, Direction::Received, apdu)
    }

    const STATUS: &[u8] = &hex!("A1 0C 02 01 01 02 02 00 D3 30 03 0A 01 02");

    #[test]
    fn a_line_has_time_direction_and_octets() {
        let line = "2026-12-04T12:34:56.789012Z < A1 0C 02 01 01 02 02 00 D3 30 03 0A 01 02\n";
        assert_eq!(log(Numbers::Shown, STATUS), line);
        assert_eq!(log(Numbers::Masked, STATUS), line);
        let at = SystemTime::UNIX_EPOCH;
        let switch = ProtocolLog::new(Vec::new()).of_switch();
        assert!(switch.line(at, Direction::Received, STATUS).contains(" > A1"));
        assert!(switch.line(at, Direction::Sent, STATUS).contains(" < A1"));
    }

    #[test]
    fn passwords_are_never_shown() {
        let request = hex!(
            "60 3D 80 02 07 80 A1 07 06 05 2B 0C 00 81 5A 8A 02 06 80
             AC 14 A2 12 A0 10 A0 0E 04 05 61 64 6D 69 6E 04 05 7A 71 78 77 76
             BE 14 28 12 06 07 2B 0C 00 82 1D 81 48 A0 07 A0 05 03 03 00 08 00"
        );
        for numbers in [Numbers::Shown, Numbers::Masked] {
            let line = log(numbers, &request);
            assert!(line.contains("04 05 61 64 6D 69 6E 04 05 2A 2A 2A 2A 2A BE"), "{line}");
            // A request that cannot be decoded may have one too.
            let line = log(numbers, request.get(..40).unwrap());
            assert_eq!(line, "# 2026-12-04T12:34:56.789012Z < 40 octets that cannot be decoded\n");
        }
    }

    #[test]
    fn masked_numbers_keep_their_lengths_and_call_ids_stay() {
        let (from, to) = (DeviceId::dialing_number("101"), DeviceId::dialing_number("0171555#"));
        let argument = MakeCallArgument::new(from, to).encode();
        let mut invoke = rose::Invoke::new(7, rose::Code::Local(MakeCall::CODE));
        invoke.argument = Element::decode(&argument).ok();
        let apdu = Apdu::Rose(rose::Rose::Invoke(invoke)).encode();
        let masked = log(Numbers::Masked, &apdu);
        assert!(masked.contains("80 03 30 30 30"), "{masked}");
        assert!(masked.contains("80 08 30 30 30 30 30 30 30 23"), "{masked}");
        assert_eq!(masked.len(), log(Numbers::Shown, &apdu).len());

        // P8: the call id 0075 and the cross reference are no numbers of anybody.
        let event = hex!(
            "A1 34 02 01 03 02 01 15 30 2C 55 04 01110012 A0 24 B0 22
             6B 11 30 0F 80 04 30303735 A1 07 30 05 80 03 313131
             63 07 30 05 80 03 313131 4E 01 01 0A 01 16"
        );
        let masked = log(Numbers::Masked, &event);
        assert!(masked.contains("80 04 30 30 37 35 A1 07 30 05 80 03 30 30 30"), "{masked}");
        assert!(masked.contains("55 04 01 11 00 12"), "{masked}");
    }

    #[test]
    fn what_cannot_be_decoded_is_masked_altogether() {
        let broken = hex!("A1 0C 02 01 01 02 01 0A 30 04 80 02 31 32");
        assert!(log(Numbers::Shown, &broken).contains("31 32"));
        let line = log(Numbers::Masked, &broken);
        assert_eq!(line, "# 2026-12-04T12:34:56.789012Z < 14 octets that cannot be decoded\n");
    }

    #[test]
    fn what_cannot_be_written_is_counted() {
        let log = ProtocolLog::new(&mut [][..]);
        log.frame(Direction::Sent, STATUS);
        assert_eq!(log.unwritten(), 1);
    }
}
