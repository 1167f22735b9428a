//! Any octets in forms of BER that are not read in place.

use csta_codec::ber::normalise;
use csta_codec::{Apdu, Ber};

use crate::{Check, seeds};

pub(crate) const CHECK: Check = Check {
    name: "normalise",
    claim: "any octets in indefinite lengths and strings in pieces: an error, or octets that are \
        read in place, and stay as they are when they are rewritten again",
    run,
    seeds,
};

fn run(octets: &[u8]) {
    let in_place = Apdu::decode(octets);
    match normalise::<Apdu<'static>>(octets) {
        Ok(rewritten) => {
            let apdu = Apdu::decode(&rewritten).expect("what was rewritten is read");
            assert_eq!(normalise::<Apdu<'static>>(&rewritten).as_ref(), Ok(&rewritten));
            if let Ok(in_place) = in_place {
                // Where a value is of any type, its lengths stay as they are in place. The values are
                // compared, not their octets: a list in minimal lengths is written as it was read,
                // with members that are not known, any other is written anew, without them.
                let in_place = normalise::<Apdu<'static>>(&in_place.encode());
                let in_place = in_place.expect("what was read in place is rewritten");
                assert_eq!(Apdu::decode(&in_place), Ok(apdu), "another value than in place");
            }
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

fn seeds() -> Vec<Vec<u8>> {
    use hex_literal::hex;
    let mut seeds = seeds::few_apdus();
    // A MonitorStart in indefinite lengths, its number in two pieces.
    seeds.push(
        hex!("A1 80 02 01 78 02 01 47 30 80 30 0A A0 80 04 01 31 04 02 3031 0000 A0 00 0000 0000")
            .to_vec(),
    );
    seeds.push(hex!("A1 80 02 01 78 02 01 47 30 80 30 80 A0 80 04 01 31 24 80 04 02 3031 0000 0000 0000 A0 00 0000 0000").to_vec());
    seeds
}
