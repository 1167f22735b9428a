//! The three messages: each a CSTAEventReportArgument, without the ROSE invoke around it.

use hex_literal::hex;

/// A Service Initiated, 46 octets: as an exchange once sent it, when extension 111 went off hook.
pub const SERVICE_INITIATED: &[u8] = &hex!(
    "30 2C"
    "  55 04 01 11 00 12"
    "  A0 24"
    "    B0 22"
    "      6B 11 30 0F 80 04 30 30 37 35 A1 07 30 05 80 03 31 31 31"
    "      63 07 30 05 80 03 31 31 31"
    "      4E 01 01"
    "      0A 01 16"
);

/// A Delivered, 78 octets: 112 calls 111, with a trunk as associated calling device.
///
/// Made, not captured: after the forms that a program in daily use reads from its exchange.
pub const DELIVERED: &[u8] = &hex!(
    "30 4C"
    "  55 04 01 11 00 12"
    "  A0 44"
    "    A4 42"
    "      6B 11 30 0F 80 04 30 30 37 35 A1 07 30 05 80 03 31 31 31"
    "      63 07 30 05 80 03 31 31 31"
    "      61 07 30 05 80 03 31 31 32"
    "      62 07 30 05 80 03 31 31 31"
    "      64 02 87 00"
    "      4E 01 02"
    "      0A 01 16"
    "      65 08 30 06 81 04 01 31 00 01"
);

/// An Established, 260 octets, with 24 of its 25 members: all but `messageInfo`.
///
/// A random valid value made with a second implementation of the schema: seed 1006, each optional
/// member taken with probability 0.8, values no deeper than four levels with the event at the
/// second.
pub const ESTABLISHED: &[u8] = &hex!(
    "30 82 01 00"
    "  55 04 A5 12 FF 31"
    "  A0 81 F7"
    "    A7 81 F4"
    "      6B 04 A1 02 83 00"
    "      63 04 30 02 80 00"
    "      61 08 30 06 80 04 6A 5A 64 4E"
    "      62 05 30 03 80 01 4D"
    "      64 0C 30 0A 80 08 4B 6C 6C 58 62 35 57 20"
    "      6B 0A A1 08 83 06 E1 A3 90 A5 2F B7"
    "      4E 01 02"
    "      81 01 D5"
    "      7D 0E 04 0C 61 33 2A 21 5C FD 14 B2 D6 D5 F6 01"
    "      0A 01 5B"
    "      A2 15 03 03 00 97 FF 03 02 02 08 03 02 07 80 03 02 04 30 03 02 03 A0"
    "      67 14 30 12 80 10 57 29 73 77 2C 54 47 6B 73 39 56 64 29 64 78 5A"
    "      68 02 87 00"
    "      65 02 87 00"
    "      66 12 30 10 80 0E 62 4B 77 68 38 34 59 72 48 44 39 50 67 2A"
    "      A3 1B"
    "        03 02 05 C0"
    "        80 02 FF 7F"
    "        81 01 01"
    "        82 02 00 80"
    "        83 01 01"
    "        04 07 72 30 62 76 8B ED AE"
    "      84 02 00 18"
    "      A5 07 0A 01 03 02 02 7F FF"
    "      A6 11 30 05 80 03 44 69 81 30 08 80 06 6B C2 27 26 4C C8"
    "      87 06 2B 69 65 37 35 71"
    "      89 03 6C 73 4F"
    "      AA 07 30 02 80 00 81 01 4F"
    "      AB 02 30 00"
    "      7E 02 A0 00"
);
