//! Any octets as a message of ACSE.

use csta_codec::Ber;
use csta_codec::acse::{Acse, csta_version};

use crate::{Check, seeds};

pub(crate) const CHECK: Check = Check {
    name: "acse",
    claim: "any octets as a message of ACSE: an error within the octets, or a value that is \
        written and read again as the same, with or without the version and the login in it",
    run,
    seeds,
};

fn run(octets: &[u8]) {
    let message = match Acse::decode(octets) {
        Ok(message) => message,
        Err(error) => {
            assert!(error.offset() <= octets.len(), "{error} in {} octets", octets.len());
            return;
        }
    };
    let written = message.encode();
    let again = Acse::decode(&written).expect("what was written can be read");
    assert_eq!(again.encode(), written);
    let information = |message: &Acse<'_>| match message {
        Acse::Aarq(request) => request.user_information.as_ref().map(csta_version),
        Acse::Aare(answer) => answer.user_information.as_ref().map(csta_version),
        _ => None,
    };
    assert_eq!(information(&message), information(&again));
}

fn seeds() -> Vec<Vec<u8>> {
    let is_acse = |apdu: &Vec<u8>| apdu.first().is_some_and(|first| (0x60..=0x64).contains(first));
    seeds::few_apdus().into_iter().filter(is_acse).collect()
}
