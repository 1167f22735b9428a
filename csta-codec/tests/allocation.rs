//! What decoding and encoding cost in allocations. One test, as the counter counts for the whole
//! process.

#![expect(clippy::unwrap_used, reason = "what fails here fails the test")]

#[allow(unreachable_pub, reason = "the benches have it too")]
#[path = "../benches/peer/messages.rs"]
mod messages;
#[path = "golden/mod.rs"]
mod vectors;

use bytes::Bytes;
use csta_codec::acse::{Acse, csta_version};
use csta_codec::ber::normalise;
use csta_codec::events::EventReportArgument;
use csta_codec::{Apdu, Ber, Owned, Writer};
use vectors::open::open;
use vectors::tree::{Lengths, Tree};

#[global_allocator]
static ALLOCATOR: dhat::Alloc = dhat::Alloc;

/// What `work` gives, and how many blocks and octets were allocated for it.
fn count<T>(work: impl FnOnce() -> T) -> (T, u64, u64) {
    let before = dhat::HeapStats::get();
    let value = work();
    let after = dhat::HeapStats::get();
    (value, after.total_blocks - before.total_blocks, after.total_bytes - before.total_bytes)
}

/// Reads octets as far as an application would.
fn read(octets: &[u8]) -> bool {
    let Ok(apdu) = Apdu::decode(octets) else {
        return false;
    };
    if let Apdu::Acse(Acse::Aarq(request)) = &apdu {
        request.user_information.as_ref().and_then(csta_version);
        request.calling_authentication_value.and_then(|value| value.login());
    }
    open(&apdu).is_none_or(|(known, element)| known.check(&element).is_ok())
}

#[test]
fn messages_are_read_and_written_without_allocating() {
    let _profiler = dhat::Profiler::builder().testing().build();
    decoding_allocates_nothing();
    encoding_into_a_warm_writer_allocates_nothing();
    claims_allocate_nothing();
    owned_values_share_the_frame();
}

fn decoding_allocates_nothing() {
    for vector in vectors::all() {
        let (readable, blocks, _) = count(|| read(vector.octets));
        assert_eq!((readable, blocks), (true, 0), "{}", vector.name);
        let cut_off = vector.octets.split_last().unwrap().1;
        let (readable, blocks, _) = count(|| read(cut_off));
        assert_eq!((readable, blocks), (false, 0), "{}, cut off", vector.name);
    }
    for octets in [messages::SERVICE_INITIATED, messages::DELIVERED, messages::ESTABLISHED] {
        let (_, blocks, _) = count(|| EventReportArgument::decode(octets).map(drop).unwrap());
        assert_eq!(blocks, 0);
        let mut report = EventReportArgument::decode(messages::DELIVERED).unwrap();
        let ((), blocks, _) = count(|| report.decode_into(octets).unwrap());
        assert_eq!(blocks, 0);
    }
}

fn encoding_into_a_warm_writer_allocates_nothing() {
    let mut writer = Writer::with_capacity(1024);
    for octets in [messages::SERVICE_INITIATED, messages::DELIVERED, messages::ESTABLISHED] {
        let report = EventReportArgument::decode(octets).unwrap();
        writer.clear();
        let ((), blocks, _) = count(|| report.write(&mut writer));
        assert_eq!((writer.octets(), blocks), (octets, 0));
    }
    for vector in vectors::all() {
        let apdu = Apdu::decode(vector.octets).unwrap();
        writer.clear();
        let ((), blocks, _) = count(|| apdu.write(&mut writer));
        assert_eq!((writer.octets(), blocks), (vector.octets, 0), "{}", vector.name);
    }
}

fn claims_allocate_nothing() {
    const CLAIM: [u8; 5] = [0x84, 0x7F, 0xFF, 0xFF, 0xFF];
    for identifier in 0..=0xFF {
        let mut octets = [identifier, 0, 0, 0, 0, 0, 0x02, 0x01];
        octets.iter_mut().skip(1).zip(CLAIM).for_each(|(octet, claim)| *octet = claim);
        let (readable, blocks, _) = count(|| read(&octets));
        assert_eq!((readable, blocks), (false, 0));
        let (result, blocks, _) = count(|| normalise::<Apdu<'static>>(&octets));
        assert!(result.is_err());
        assert_eq!(blocks, 0);
    }
    // Behind an indefinite length, in the middle of a message that is well-formed so far.
    let mut octets = vec![0xA1, 0x80, 0x02, 0x01, 0x01, 0x02, 0x01, 0x33, 0x30];
    octets.extend(CLAIM);
    let (result, _, allocated) = count(|| normalise::<Apdu<'static>>(&octets).is_err());
    assert!(result);
    assert!(allocated < 4096, "{allocated}");
    // The depth is limited before anything is built.
    let octets = [0x30, 0x80].repeat(10_000);
    let (result, _, allocated) = count(|| normalise::<Apdu<'static>>(&octets).is_err());
    assert!(result);
    assert!(allocated < 4096, "{allocated}");
    // Long and indefinite lengths cost in proportion to the octets that are there.
    for vector in vectors::all() {
        let octets = Tree::of(vector.octets).write(Lengths::IndefiniteAndLong(4));
        let (result, _, allocated) = count(|| normalise::<Apdu<'static>>(&octets).is_ok());
        assert!(result);
        assert!(allocated < 200 * octets.len() as u64, "{allocated} of {}", octets.len());
    }
}

fn owned_values_share_the_frame() {
    let frame = Bytes::from_static(messages::DELIVERED);
    let (report, blocks, _) =
        count(|| Owned::<EventReportArgument<'static>>::decode(frame).unwrap());
    assert_eq!(blocks, 0);
    let (clone, blocks, _) = count(|| report.clone());
    assert_eq!(blocks, 0);
    let (cross_reference, blocks, _) = count(|| clone.get().cross_ref_identifier.0.0.len());
    assert_eq!((cross_reference, blocks), (4, 0));
}
