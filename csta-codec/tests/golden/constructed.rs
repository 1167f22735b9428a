//! What was made after the schema and the forms that real messages have, each with its source.

use hex_literal::hex;

use super::Vector;

pub(crate) const ALL: &[Vector] = &[
    AARQ_LOGIN,
    AARE_REJECTED,
    AARE_RESPONDER,
    RLRQ,
    RLRE,
    REJECT,
    LIST_ACKNOWLEDGED,
    LIST_SEGMENT,
    MONITOR_START_RESULT,
    CDR_REPORT,
    DELIVERED,
    UNIVERSAL_FAILURE,
    HIPATH_HELD,
    TRANSFERRED,
    ESTABLISHED,
];

pub(crate) const AARQ_LOGIN: Vector = Vector {
    name: "AARQ with a login, Panasonic form",
    source: "made: the request of Panasonic's clients with the login that HiPath's clients send",
    octets: &hex!(
        "60 3D"
        "  80 02 07 80"
        "  A1 07 06 05 2B 0C 00 81 5A"
        "  8A 02 06 80"
        "  AC 14 A2 12 A0 10 A0 0E 04 05 61 64 6D 69 6E 04 05 61 64 6D 69 6E"
        "  BE 14 28 12 06 07 2B 0C 00 82 1D 81 48 A0 07 A0 05 03 03 00 08 00"
    ),
};

pub(crate) const AARE_REJECTED: Vector = Vector {
    name: "AARE, rejected",
    source: "made: the captured answer with the result by which a client tells a rejection",
    octets: &hex!(
        "61 2F"
        "  80 02 07 80"
        "  A1 07 06 05 2B 0C 00 81 5A"
        "  A2 03 02 01 01"
        "  A3 05 A1 03 02 01 01"
        "  BE 14 28 12 06 07 2B 0C 00 82 1D 81 48 A0 07 A0 05 03 03 00 08 00"
    ),
};

pub(crate) const AARE_RESPONDER: Vector = Vector {
    name: "AARE that tells of the switch, HiPath form",
    source: "made: the form of the responding authentication value is from a template of HiPath \
        captures, time stamp and version were invented",
    octets: &hex!(
        "61 49"
        "  A1 07 06 05 2B 0C 00 81 5A"
        "  A2 03 02 01 00"
        "  A3 05 A1 03 02 01 00"
        "  88 02 06 80"
        "  AA 21 A2 1F A0 1D A1 1B"
        "    04 0E 32 30 30 37 30 34 31 37 31 32 30 30 30 30"
        "    04 09 48 45 31 30 30 57 2E 30 31"
        "  BE 0B 28 09 A0 07 A0 05 03 03 00 10 00"
    ),
};

pub(crate) const RLRQ: Vector = Vector {
    name: "RLRQ",
    source: "made: the normal request to release",
    octets: &hex!("62 03 80 01 00"),
};

pub(crate) const RLRE: Vector = Vector {
    name: "RLRE",
    source: "made: the normal answer to it",
    octets: &hex!("63 03 80 01 00"),
};

pub(crate) const REJECT: Vector = Vector {
    name: "Reject of an operation that is not known",
    source: "made",
    octets: &hex!("A4 06 02 01 05 81 01 01"),
};

pub(crate) const LIST_ACKNOWLEDGED: Vector = Vector {
    name: "Escape result, list of devices acknowledged",
    source: "made, read by a grammar that was fitted to Panasonic switches",
    octets: &hex!(
        "A2 17 02 02 06 02 30 11 02 01 33"
        "  7E 0C A1 0A A4 08 A4 06 04 04 00 00 00 01"
    ),
};

pub(crate) const LIST_SEGMENT: Vector = Vector {
    name: "Escape, segment of a list of devices",
    source: "made, read by a grammar that was fitted to Panasonic switches",
    octets: &hex!(
        "A1 53 02 01 02 02 01 33 30 4B"
        "  A4 49 A3 47 30 45"
        "    A0 06 04 04 00 00 00 01"
        "    A1 03 02 01 01"
        "    A2 03 01 01 FF"
        "    A3 31 30 2F BF 26 2C 30 2A"
        "      30 13 30 06 81 04 01 11 00 01 16 03 31 30 31 0A 01 00 02 01 00"
        "      30 13 30 06 81 04 01 11 00 02 16 03 31 30 32 0A 01 00 02 01 00"
    ),
};

pub(crate) const MONITOR_START_RESULT: Vector = Vector {
    name: "MonitorStart result",
    source: "made, read by a grammar that was fitted to Panasonic switches",
    octets: &hex!("A2 10 02 01 05 30 0B 02 01 47 30 06 55 04 01 11 00 65"),
};

pub(crate) const CDR_REPORT: Vector = Vector {
    name: "CDRReport of one call",
    source: "made, read by a grammar that was fitted to Panasonic switches",
    octets: &hex!(
        "A1 63 02 01 03 02 02 01 69 30 5A"
        "  04 02 00 01"
        "  02 01 01"
        "  30 46 30 44"
        "    18 0E 32 30 32 33 31 30 31 39 31 33 31 39 30 32"
        "    61 07 30 05 80 03 31 30 31"
        "    62 0B 30 09 80 07 39 31 32 33 34 35 36"
        "    66 08 30 06 81 04 01 31 00 01"
        "    86 0E 32 30 32 33 31 30 31 39 31 33 32 30 30 32"
        "    87 02 02 58"
        "  7E 09 A1 07 A6 05 AA 03 0A 01 01"
    ),
};

pub(crate) const DELIVERED: Vector = Vector {
    name: "EventReport, Delivered",
    source: "made after the forms that a program in daily use reads: 112 calls 111, with a trunk \
        line as associated calling device",
    octets: &hex!(
        "A1 54 02 01 04 02 01 15"
        "  30 4C"
        "    55 04 01 11 00 12"
        "    A0 44"
        "      A4 42"
        "        6B 11 30 0F 80 04 30 30 37 35 A1 07 30 05 80 03 31 31 31"
        "        63 07 30 05 80 03 31 31 31"
        "        61 07 30 05 80 03 31 31 32"
        "        62 07 30 05 80 03 31 31 31"
        "        64 02 87 00"
        "        4E 01 02"
        "        0A 01 16"
        "        65 08 30 06 81 04 01 31 00 01"
    ),
};

pub(crate) const UNIVERSAL_FAILURE: Vector = Vector {
    name: "ReturnError, operation generic",
    source: "made after the schema; a multiplexer answers so to a second start of call records",
    octets: &hex!("A3 0B 02 01 08 02 01 01 A0 03 0A 01 01"),
};

pub(crate) const HIPATH_HELD: Vector = Vector {
    name: "EventReport, Held, HiPath form",
    source: "made in the forms that captures from a Siemens HiPath have: cross reference and call \
        id of two octets, linkage data of 16, a time stamp in the extensions",
    octets: &hex!(
        "A1 57 02 01 09 02 01 15"
        "  30 4F"
        "    55 02 00 2A"
        "    A0 49"
        "      A9 47"
        "        6B 0F 30 0D 80 02 B1 64 A1 07 30 05 80 03 31 30 30"
        "        63 07 30 05 80 03 31 30 30"
        "        0A 01 4E"
        "        A5 14 30 12 80 10 00 01 02 03 04 05 06 07 08 09 0A 0B 0C 0D 0E 0F"
        "        7E 12 A0 10 18 0E 32 30 30 37 30 34 31 37 31 32 30 30 30 30"
    ),
};

pub(crate) const TRANSFERRED: Vector = Vector {
    name: "EventReport, Transferred",
    source: "made after the forms that a program in daily use reads: 101 has transferred the \
        trunk line to 102",
    octets: &hex!(
        "A1 71 02 01 0A 02 01 15"
        "  30 69"
        "    55 04 01 11 00 01"
        "    A0 61"
        "      B1 5F"
        "        6B 11 30 0F 80 04 30 30 37 35 A1 07 30 05 80 03 31 30 31"
        "        A0 11 30 0F 80 04 30 30 37 36 A1 07 30 05 80 03 31 30 31"
        "        63 07 30 05 80 03 31 30 31"
        "        63 07 30 05 80 03 31 30 32"
        "        A1 22"
        "          30 20"
        "            A0 14 6B 12 30 10 80 04 30 30 37 36 A1 08 30 06 81 04 01 31 00 01"
        "            A3 08 30 06 81 04 01 31 00 01"
        "        0A 01 20"
    ),
};

pub(crate) const ESTABLISHED: Vector = Vector {
    name: "EventReport, Established with nearly all members",
    source: "a random valid value made with a second implementation of the schema; the benches \
        use it too",
    octets: &hex!(
        "A1 82 01 0A 02 01 05 02 01 15"
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
    ),
};
