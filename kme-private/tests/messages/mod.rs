//! The messages that the tests are about.
#![allow(dead_code, reason = "each test uses some of them")]

use hex_literal::hex;

// Captured: the requests of two working clients, which agree octet for octet.

/// Asks for the stations; invoke id 0x0602.
pub(crate) const STATIONS_REQUEST: &[u8] =
    &hex!("A1 16 02 02 0602 02 01 33 30 0D A4 0B A0 09 A4 07 A1 05 A0 03 0A 01 05");

/// Asks for the network interfaces; invoke id 0x00E0.
pub(crate) const TRUNK_LINES_REQUEST: &[u8] =
    &hex!("A1 16 02 02 00E0 02 01 33 30 0D A4 0B A0 09 A4 07 A1 05 A0 03 0A 01 02");

// Constructed: built after the grammar of a client that was fitted to a switch, which decodes them.

/// Acknowledges the request for the stations with the cross reference 00000001.
pub(crate) const ACKNOWLEDGEMENT: &[u8] =
    &hex!("A2 17 02 02 0602 30 11 02 01 33 7E 0C A1 0A A4 08 A4 06 04 04 00000001");

/// The only segment of a list of two extensions.
pub(crate) const LINKED_REPLY: &[u8] = &hex!(
    "A1 53 02 01 02 02 01 33 30 4B A4 49 A3 47 30 45 A0 06 04 04 00000001 A1 03 02 01 01
     A2 03 01 01 FF A3 31 30 2F BF26 2C 30 2A
     30 13 30 06 81 04 01110001 16 03 313031 0A 01 00 02 01 00
     30 13 30 06 81 04 01110002 16 03 313032 0A 01 00 02 01 00"
);

/// A report of one call record of 60 seconds, a call that was transferred.
pub(crate) const CALL_RECORD: &[u8] = &hex!(
    "A1 63 02 01 03 02 02 0169 30 5A 04 02 0001 02 01 01 30 46 30 44
     18 0E 3230323331303139313331393032 61 07 30 05 80 03 313031 62 0B 30 09 80 07 39313233343536
     66 08 30 06 81 04 01310001 86 0E 3230323331303139313332303032 87 02 0258
     7E 09 A1 07 A6 05 AA 03 0A 01 01"
);

/// A call from 112 rings at 111, without private data.
pub(crate) const DELIVERED: &[u8] = &hex!(
    "A1 54 02 01 04 02 01 15 30 4C 55 04 01110012 A0 44 A4 42
     6B 11 30 0F 80 04 30303735 A1 07 30 05 80 03 313131 63 07 30 05 80 03 313131
     61 07 30 05 80 03 313132 62 07 30 05 80 03 313131 64 02 87 00 4E 01 02 0A 01 16
     65 08 30 06 81 04 01310001"
);

/// All of them.
pub(crate) const ALL: &[&[u8]] =
    &[STATIONS_REQUEST, TRUNK_LINES_REQUEST, ACKNOWLEDGEMENT, LINKED_REPLY, CALL_RECORD, DELIVERED];
