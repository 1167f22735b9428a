//! What real switches and applications have sent, each with its source.
//!
//! Where a source shows a template of a capture, in which numbers and identifiers are left open,
//! they are filled in here; the source says so.

use hex_literal::hex;

use super::Vector;

pub(crate) const ALL: &[Vector] = &[
    AARQ,
    AARE,
    SYSTEM_STATUS,
    SYSTEM_STATUS_RESULT,
    STATION_LIST,
    TRUNK_LIST,
    MONITOR_START_SAMPLE,
    SERVICE_INITIATED,
    SWITCH_ABORT,
    BARE_AARQ,
    HIPATH_AARQ,
    CLIENT_ABORT,
    MONITOR_START_NUMBER,
    MONITOR_START_DIALING,
    MAKE_CALL,
    START_CDR,
    CDR_REPORT_RESULT,
    HIPATH_MONITOR_START,
    HIPATH_MONITOR_START_RESULT,
    HIPATH_MONITOR_STOP,
    HIPATH_MONITOR_STOP_RESULT,
    HIPATH_MAKE_CALL,
    HIPATH_MAKE_CALL_RESULT,
    HIPATH_SET_DISPLAY,
    HIPATH_RETURN_ERROR,
];

pub(crate) const AARQ: Vector = Vector {
    name: "AARQ",
    source: "the request with which three independent clients open the association with a \
        Panasonic switch, octet for octet the same",
    octets: &hex!(
        "60 23"
        "  80 02 07 80"
        "  A1 07 06 05 2B 0C 00 81 5A"
        "  BE 14 28 12 06 07 2B 0C 00 82 1D 81 48 A0 07 A0 05 03 03 00 08 00"
    ),
};

pub(crate) const AARE: Vector = Vector {
    name: "AARE, accepted",
    source: "the answer of a Panasonic switch, which a program in daily use compares octet by \
        octet",
    octets: &hex!(
        "61 2F"
        "  80 02 07 80"
        "  A1 07 06 05 2B 0C 00 81 5A"
        "  A2 03 02 01 00"
        "  A3 05 A1 03 02 01 01"
        "  BE 14 28 12 06 07 2B 0C 00 82 1D 81 48 A0 07 A0 05 03 03 00 08 00"
    ),
};

pub(crate) const SYSTEM_STATUS: Vector = Vector {
    name: "SystemStatus",
    source: "the first message of a Panasonic switch in an association; a Siemens HiPath sends \
        the same octets",
    octets: &hex!("A1 0C 02 01 01 02 02 00 D3 30 03 0A 01 02"),
};

pub(crate) const SYSTEM_STATUS_RESULT: Vector = Vector {
    name: "SystemStatus result",
    source: "what clients of Panasonic and of other switches answer",
    octets: &hex!("A2 0B 02 01 01 30 06 02 02 00 D3 05 00"),
};

pub(crate) const STATION_LIST: Vector = Vector {
    name: "Escape, list of extensions",
    source: "what two independent clients ask a Panasonic switch",
    octets: &hex!(
        "A1 16 02 02 06 02 02 01 33 30 0D"
        "  A4 0B A0 09 A4 07 A1 05 A0 03 0A 01 05"
    ),
};

pub(crate) const TRUNK_LIST: Vector = Vector {
    name: "Escape, list of trunk lines",
    source: "what a program in daily use asks a Panasonic switch",
    octets: &hex!(
        "A1 16 02 02 00 E0 02 01 33 30 0D"
        "  A4 0B A0 09 A4 07 A1 05 A0 03 0A 01 02"
    ),
};

pub(crate) const MONITOR_START_SAMPLE: Vector = Vector {
    name: "MonitorStart of 101, sample",
    source: "a sample in the source of a program for Panasonic switches",
    octets: &hex!("A1 11 02 01 78 02 01 47 30 09 30 05 80 03 31 30 31 A0 00"),
};

pub(crate) const SERVICE_INITIATED: Vector = Vector {
    name: "EventReport, Service Initiated",
    source: "posted by the author of a client while extension 111 went off hook; by its \
        identifiers the switch is a Panasonic",
    octets: &hex!(
        "A1 34 02 01 03 02 01 15"
        "  30 2C"
        "    55 04 01 11 00 12"
        "    A0 24"
        "      B0 22"
        "        6B 11 30 0F 80 04 30 30 37 35 A1 07 30 05 80 03 31 31 31"
        "        63 07 30 05 80 03 31 31 31"
        "        4E 01 01"
        "        0A 01 16"
    ),
};

pub(crate) const SWITCH_ABORT: Vector = Vector {
    name: "ABRT of a switch",
    source: "concluded from what a program in daily use waits for; the Panasonic switch sends it \
        without a length in front",
    octets: &hex!("64 03 80 01 00"),
};

pub(crate) const BARE_AARQ: Vector = Vector {
    name: "AARQ without user information",
    source: "what a program in daily use sends, and a Panasonic switch accepts: its protocol \
        version is the text version3; the octets were made again with the code of the program",
    octets: &hex!(
        "60 14"
        "  80 09 00 76 65 72 73 69 6F 6E 33"
        "  A1 07 06 05 2B 0C 00 81 5A"
    ),
};

pub(crate) const HIPATH_AARQ: Vector = Vector {
    name: "AARQ with a login, HiPath",
    source: "the template of two independent clients of the Siemens HiPath, name and password \
        filled in as one of them has them",
    octets: &hex!(
        "60 31"
        "  A1 07 06 05 2B 0C 00 81 5A"
        "  8A 02 06 80"
        "  AC 15 A2 13 A0 11 A0 0F 04 06 41 4D 48 4F 53 54 04 05 37 37 37 37 37"
        "  BE 0B 28 09 A0 07 A0 05 03 03 00 10 00"
    ),
};

pub(crate) const CLIENT_ABORT: Vector = Vector {
    name: "ABRT of a client",
    source: "how a client of the Siemens HiPath leaves",
    octets: &hex!("64 06 80 01 00 81 01 01"),
};

pub(crate) const MONITOR_START_NUMBER: Vector = Vector {
    name: "MonitorStart of device 0x01110065",
    source: "made with the code of a program that does so daily with Panasonic switches",
    octets: &hex!("A1 12 02 01 05 02 01 47 30 0A 30 06 81 04 01 11 00 65 A0 00"),
};

pub(crate) const MONITOR_START_DIALING: Vector = Vector {
    name: "MonitorStart of 101",
    source: "made with the code of a program that does so daily with Panasonic switches",
    octets: &hex!("A1 11 02 01 05 02 01 47 30 09 30 05 80 03 31 30 31 A0 00"),
};

pub(crate) const MAKE_CALL: Vector = Vector {
    name: "MakeCall from 101 to 9123456",
    source: "made with the code of a program that does so daily with Panasonic switches",
    octets: &hex!(
        "A1 1A 02 01 07 02 01 0A 30 12"
        "  30 05 80 03 31 30 31"
        "  30 09 80 07 39 31 32 33 34 35 36"
    ),
};

pub(crate) const START_CDR: Vector = Vector {
    name: "StartCDRTransmission",
    source: "made with the code of a program that does so daily with Panasonic switches",
    octets: &hex!("A1 0C 02 01 08 02 02 01 6B 30 03 0A 01 00"),
};

pub(crate) const CDR_REPORT_RESULT: Vector = Vector {
    name: "CDRReport result",
    source: "made with the code of a program that does so daily with Panasonic switches",
    octets: &hex!("A2 0B 02 01 01 30 06 02 02 01 69 05 00"),
};

pub(crate) const HIPATH_MONITOR_START: Vector = Vector {
    name: "MonitorStart with a full filter, HiPath",
    source: "the filter is the one that a client sends to the Siemens HiPath, octet for octet; \
        invoke id 1 and device 100 around it were filled in",
    octets: &hex!(
        "A1 35 02 01 01 02 01 47 30 2D"
        "  30 05 80 03 31 30 30"
        "  A0 24"
        "    80 04 06 00 00 00"
        "    86 02 03 00"
        "    87 02 06 00"
        "    88 03 05 00 00"
        "    89 03 02 00 00"
        "    83 02 05 00"
        "    85 02 01 00"
        "    84 02 07 00"
    ),
};

pub(crate) const HIPATH_MONITOR_START_RESULT: Vector = Vector {
    name: "MonitorStart result, HiPath",
    source: "template of a capture from a Siemens HiPath, cross reference 00 2A filled in",
    octets: &hex!("A2 0E 02 01 01 30 09 02 01 47 30 04 55 02 00 2A"),
};

pub(crate) const HIPATH_MONITOR_STOP: Vector = Vector {
    name: "MonitorStop, HiPath",
    source: "template of a capture from a Siemens HiPath, cross reference 00 2A filled in",
    octets: &hex!("A1 0C 02 01 02 02 01 49 30 04 55 02 00 2A"),
};

pub(crate) const HIPATH_MONITOR_STOP_RESULT: Vector = Vector {
    name: "MonitorStop result, HiPath",
    source: "capture from a Siemens HiPath",
    octets: &hex!("A2 0A 02 01 02 30 05 02 01 49 05 00"),
};

pub(crate) const HIPATH_MAKE_CALL: Vector = Vector {
    name: "MakeCall, HiPath",
    source: "template of a capture from a Siemens HiPath, invoke id 3 and devices 100 and 200 \
        filled in",
    octets: &hex!(
        "A1 16 02 01 03 02 01 0A 30 0E"
        "  30 05 80 03 31 30 30"
        "  30 05 80 03 32 30 30"
    ),
};

pub(crate) const HIPATH_MAKE_CALL_RESULT: Vector = Vector {
    name: "MakeCall result, HiPath",
    source: "template of a capture from a Siemens HiPath, invoke id 3 and device 100 filled in; \
        call id B1 64 is from the same captures",
    octets: &hex!(
        "A2 1B 02 01 03 30 16 02 01 0A 30 11"
        "  6B 0F 30 0D 80 02 B1 64 A1 07 30 05 80 03 31 30 30"
    ),
};

pub(crate) const HIPATH_SET_DISPLAY: Vector = Vector {
    name: "SetDisplay, HiPath",
    source: "template of a capture from a Siemens HiPath, invoke id 4, device 100 and the text \
        Hello filled in",
    octets: &hex!(
        "A1 17 02 01 04 02 02 01 12 30 0E"
        "  30 05 80 03 31 30 30"
        "  16 05 48 65 6C 6C 6F"
    ),
};

pub(crate) const HIPATH_RETURN_ERROR: Vector = Vector {
    name: "ReturnError, HiPath",
    source: "template of a capture from a Siemens HiPath, invoke id 3 and the error \
        invalidDeviceID (12) filled in",
    octets: &hex!("A3 0B 02 01 03 02 01 01 A0 03 0A 01 0C"),
};
