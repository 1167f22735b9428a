//! What the client is measured beside: the same octets over the same kind of socket, with less around them.

mod bare_client;
mod bare_echo;
mod responder;

use hex_literal::hex;

pub(crate) use bare_client::BareClient;
pub(crate) use bare_echo::BareEcho;
pub(crate) use responder::Responder;

/// P2: what accepts it, and P3, which says that the switch is ready.
const ACCEPTED: &[u8] = &hex!(
    "0031 61 2F 80 02 07 80 A1 07 06 05 2B 0C 00 81 5A A2 03 02 01 00 A3 05 A1 03 02 01 01
     BE 14 28 12 06 07 2B 0C 00 82 1D 81 48 A0 07 A0 05 03 03 00 08 00
     000E A1 0C 02 01 01 02 02 00 D3 30 03 0A 01 02"
);
/// A makeCall with an invoke id of two octets, as most have.
const REQUEST: &[u8] =
    &hex!("0019 A1 17 02 02 40 00 02 01 0A 30 0E 30 05 80 03 313031 30 05 80 03 313032");
/// Its result, under the invoke id of two octets behind the sixth.
const RESULT: &[u8] = &hex!(
    "0020 A2 1E 02 02 40 00 30 18 02 01 0A 30 13 6B 11 30 0F 80 04 30303735 A1 07 30 05 80 03 313031"
);
