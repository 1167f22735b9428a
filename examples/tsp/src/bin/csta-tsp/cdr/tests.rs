//! Files of call records: each record once, whatever happens while they are written.

use std::fs;

use csta_codec::Owned;
use csta_codec::services::CdrReportArgument;
use numfmt::{Config, Formatter, List, Rule};
use tsp::config::CdrFormat;
use tsp::{Directory, Party};

use super::record::Row;
use super::store;

/// A report as captured: an outgoing call over trunk line 1 to 9123456, 60 s, transferred.
const REPORT: &str = "305a0402000102010130463044180e3230323331303139313331393032610730058003\
                      313031620b300980073931323334353666083006810401310001860e32303233313031\
                      39313332303032870202587e09a107a605aa030a0101";

fn octets(hex: &str) -> Vec<u8> {
    let digits: Vec<u8> = hex.bytes().filter(u8::is_ascii_hexdigit).collect();
    let pair = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap();
    digits.chunks(2).map(pair).collect()
}

fn report(octets: Vec<u8>) -> Owned<CdrReportArgument<'static>> {
    Owned::decode(octets.into()).unwrap()
}

/// As a provider shows it that knows no devices.
fn plain(party: &Party, list: List) -> Party {
    let numbers = Formatter::new(&Config::default()).unwrap();
    party.shown(&Directory::default(), &numbers, list)
}

fn rows() -> Vec<Row> {
    Row::of_report(&report(octets(REPORT)), plain)
}

/// Rows like the captured one, of calls that were so many tenths of a second long.
fn rows_of(durations: std::ops::Range<u8>) -> Vec<Row> {
    durations
        .flat_map(|tenths| {
            let mut octets = octets(REPORT);
            let at = octets.windows(4).position(|own| own == [0x87, 2, 2, 0x58]).unwrap() + 3;
            octets[at] = tenths;
            Row::of_report(&report(octets), plain)
        })
        .collect()
}

#[test]
fn a_captured_record_is_a_row() {
    let rows = rows();
    let cells: Vec<(&str, &str)> =
        rows[0].cells().into_iter().filter(|(_, value)| !value.is_empty()).collect();
    let known: Vec<(&str, &str)> =
        cells.iter().copied().filter(|(name, _)| !["id", "record"].contains(name)).collect();
    assert_eq!(
        known,
        [
            ("created", "2023-10-19 13:19:02"),
            ("direction", "outgoing"),
            ("caller", "101"),
            ("called", "9123456"),
            ("trunk", "trunk-line/1"),
            ("ended", "2023-10-19 13:20:02"),
            ("seconds", "60.0"),
            ("condition", "tr"),
        ]
    );
    assert_eq!(rows[0].values()[0].len(), 32, "the name is a hash");
}

#[test]
fn numbers_are_rewritten_by_the_rules_of_the_direction() {
    let mut config = Config::default();
    config.outgoing.push(Rule::regex("^9(.*)", r"\1"));
    config.incoming.push(Rule::regex("^9(.*)", "wrong"));
    let numbers = Formatter::new(&config).unwrap();
    let show = |party: &Party, list| party.shown(&Directory::default(), &numbers, list);
    let rows = Row::of_report(&report(octets(REPORT)), show);
    assert!(rows[0].cells().contains(&("called", "123456")), "{rows:?}");
}

#[test]
fn a_record_is_written_once_also_after_a_restart() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("calls.csv");
    let mut file = store::open(&path, CdrFormat::Csv, 100).unwrap();
    assert_eq!(file.append(&rows_of(0..3)).unwrap().len(), 3);
    assert_eq!(file.append(&rows_of(1..4)).unwrap().len(), 1);
    drop(file);
    let mut file = store::open(&path, CdrFormat::Csv, 100).unwrap();
    assert_eq!(file.append(&rows_of(0..5)).unwrap().len(), 1);
    let written = fs::read_to_string(&path).unwrap();
    let lines: Vec<&str> = written.lines().collect();
    assert_eq!(lines.len(), 1 + 5);
    assert!(lines[0].starts_with("id,created,direction,caller,called,trunk,"), "{}", lines[0]);
    let seconds: Vec<&str> =
        lines[1..].iter().map(|line| line.split(',').nth(9).unwrap()).collect();
    assert_eq!(seconds, ["51.2", "51.3", "51.4", "51.5", "51.6"]);
}

#[test]
fn a_record_that_was_half_written_is_taken_off_and_written_anew() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("calls.csv");
    store::open(&path, CdrFormat::Csv, 100).unwrap().append(&rows_of(0..3)).unwrap();
    let whole = fs::read(&path).unwrap();
    let second = whole.iter().enumerate().filter(|(_, octet)| **octet == b'\n').nth(2).unwrap().0;
    // Wherever it stopped: in the third record, in the header, before anything.
    for length in (second + 1..whole.len()).chain(0..30) {
        fs::write(&path, &whole[..length]).unwrap();
        let mut file = store::open(&path, CdrFormat::Csv, 100).unwrap();
        file.append(&rows_of(0..3)).unwrap();
        assert_eq!(fs::read(&path).unwrap(), whole, "cut after {length} octets");
    }
}

#[test]
fn a_record_that_was_half_written_is_taken_off_however_long_it_is_and_few_are_compared() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("calls.csv");
    store::open(&path, CdrFormat::Csv, 0).unwrap().append(&rows_of(0..2)).unwrap();
    let whole = fs::read(&path).unwrap();
    fs::write(&path, [&whole[..], &[b'7'; 200_000]].concat()).unwrap();
    drop(store::open(&path, CdrFormat::Csv, 0).unwrap());
    assert_eq!(fs::read(&path).unwrap(), whole);
}

#[test]
fn a_file_of_something_else_is_not_touched() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("letter.txt");
    fs::write(&path, "Dear Sirs").unwrap();
    let error = store::open(&path, CdrFormat::Csv, 100).map(drop).unwrap_err().to_string();
    assert!(error.contains("letter.txt has something else in it"), "{error}");
    assert_eq!(fs::read(&path).unwrap(), b"Dear Sirs");
}

#[test]
fn two_programs_do_not_write_one_file() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("calls.csv");
    let _first = store::open(&path, CdrFormat::Csv, 100).unwrap();
    let error = store::open(&path, CdrFormat::Csv, 100).map(drop).unwrap_err().to_string();
    assert!(error.ends_with("calls.csv is written by another program"), "{error}");
}

#[test]
fn only_the_window_is_compared() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("calls.csv");
    let mut file = store::open(&path, CdrFormat::Csv, 2).unwrap();
    assert_eq!(file.append(&rows_of(0..3)).unwrap().len(), 3);
    assert_eq!(file.append(&rows_of(1..3)).unwrap().len(), 0);
    assert_eq!(file.append(&rows_of(0..1)).unwrap().len(), 1, "the oldest is forgotten");
}

#[cfg(feature = "sqlite")]
#[test]
fn a_database_has_each_record_once() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("calls.db");
    let mut file = store::open(&path, CdrFormat::Sqlite, 0).unwrap();
    assert_eq!(file.append(&rows_of(0..3)).unwrap().len(), 3);
    drop(file);
    let mut file = store::open(&path, CdrFormat::Sqlite, 0).unwrap();
    assert_eq!(file.append(&rows_of(0..5)).unwrap().len(), 2);
    let database = rusqlite::Connection::open(&path).unwrap();
    let count: i64 = database
        .query_row("SELECT count(*) FROM calls WHERE caller = '101'", [], |row| row.get(0))
        .unwrap();
    assert_eq!(count, 5);
}

#[cfg(feature = "sqlite")]
#[test]
fn what_is_no_database_is_not_touched() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("letter.txt");
    fs::write(&path, "Dear Sirs, this is not a database.").unwrap();
    let error = store::open(&path, CdrFormat::Sqlite, 0).map(drop).unwrap_err().to_string();
    assert!(error.contains("letter.txt is not to be had as a database"), "{error}");
}
