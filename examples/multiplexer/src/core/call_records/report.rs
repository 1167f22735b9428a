//! Reports of call records: their records, and by what one is known that comes again.

use bytes::Bytes;
use csta_codec::ber::{Tag, Unknown};
use csta_codec::rose::InvokeId;
use csta_codec::services::{CdrReport, CdrReportArgument};
use csta_codec::types::CstaCommonArguments;
use csta_codec::{Ber, Element, OctetString, Operation, SequenceOf, sequence};
use sha2::{Digest, Sha256};

use crate::core::message::invoke_with;

/// By what a record is known again.
pub(super) type RecordDigest = [u8; 32];

sequence! {
    /// A report whose records stay as they are.
    struct Report<'a> "CDRReportArgument" {
        reference "cdrCrossRefID": OctetString<'a>,
        number "numberOfRecordsSent": i64,
        records "cdrInfo": SequenceOf<'a, Element<'a>>,
        rest "rest": Unknown<'a> = REST,
    }
}

sequence! {
    /// A record, of which the number within its report may be another the next time.
    struct Record<'a> "CDRInformationItem" {
        number "recordNumber": i64 = OPTIONAL,
        rest "rest": Unknown<'a> = REST,
    }
}

/// A report that has come, with what is new in it.
pub(super) struct Sifted {
    /// What is to be kept: the report with its new records alone, if there is one.
    pub(super) octets: Option<Bytes>,
    /// The new records.
    pub(super) fresh: Vec<RecordDigest>,
    /// Those that are known already.
    pub(super) known: Vec<RecordDigest>,
}

/// Takes out of a report what is known. `None` if it is no report.
pub(super) fn sift(
    argument: &Element<'_>,
    is_known: impl Fn(&RecordDigest) -> bool,
) -> Option<Sifted> {
    // It must be one in all parts: whoever gets it will read them.
    argument.read::<CdrReportArgument<'_>>().ok()?;
    let report = argument.read::<Report<'_>>().ok()?;
    let (mut fresh, mut known, mut records) = (Vec::new(), Vec::new(), Vec::new());
    for record in report.records {
        let digest = digest(&report, &record);
        if is_known(&digest) {
            known.push(digest);
        } else {
            fresh.push(digest);
            records.push(record);
        }
    }
    let kept = Report {
        // The holder's takes its place.
        reference: OctetString(&[]),
        number: i64::try_from(records.len()).unwrap_or(report.number),
        records: SequenceOf::from(records.as_slice()),
        ..report
    };
    let octets = (!records.is_empty()).then(|| kept.encode().into());
    Some(Sifted { octets, fresh, known })
}

/// By what the records of a report in the spool are known.
pub(super) fn digests(octets: &[u8]) -> Vec<RecordDigest> {
    let report = Report::decode(octets).ok();
    let records = report
        .iter()
        .flat_map(|report| report.records.into_iter().map(move |record| digest(report, &record)));
    records.collect()
}

/// What is said of all records of a report, such as their condition code, is a part of each.
fn digest(report: &Report<'_>, record: &Element<'_>) -> RecordDigest {
    let mut hash = Sha256::new();
    match record.read::<Record<'_>>() {
        Ok(record) => hash.update(Record { number: None, ..record }.encode()),
        Err(_) => hash.update(record.encode()),
    }
    const EXTENSIONS: Tag = <CstaCommonArguments<'_> as Ber<'_>>::TAG;
    for extensions in report.rest.iter().filter(|own| own.tag().matches(EXTENSIONS)) {
        hash.update(extensions.encode());
    }
    hash.finalize().into()
}

/// A report out of the spool as it goes to its holder. If it has asked for what is stored, it is
/// told whether this is the last one.
pub(super) fn delivery(
    invoke_id: InvokeId,
    octets: &[u8],
    reference: &[u8],
    is_last: Option<bool>,
) -> Option<Bytes> {
    let reference = OctetString(reference);
    if is_last.is_some() {
        let mut report = CdrReportArgument::decode(octets).ok()?;
        report.cdr_cross_ref_id = reference;
        report.last_stored_cdr_report_sent = is_last;
        return Some(invoke_with(invoke_id, CdrReport::CODE, &report));
    }
    let report = Report::decode(octets).ok()?;
    Some(invoke_with(invoke_id, CdrReport::CODE, &Report { reference, ..report }))
}
