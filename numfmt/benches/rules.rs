//! A list of 50 rules on 10,000 numbers, beside the bare `regex` calls that do the same, in one run.
//!
//! `cargo bench -p numfmt`; for the table of ratios at its end alone, `cargo bench -p numfmt --bench rules -- ratios`.
//! The bare side is as fast as the `regex` crate allows one by one: compiled once, one
//! `captures_read` a rule into reused locations, and nothing allocated for a number that stays.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "the rules of the bench are fixed, and it says what it has measured"
)]

use std::borrow::Cow;
use std::hint::black_box;
use std::time::Instant;

use criterion::{Criterion, Throughput};
use numfmt::{List, Rule, RuleList};
use regex::{CaptureLocations, Regex};

const NUMBERS: usize = 10_000;

/// Fifty rules as sites have them: areas to rewrite, PINs to remove, ranges to suppress, a trunk code last.
fn rules() -> Vec<(String, &'static str)> {
    let areas = (0..20).map(|n| (format!("^0{}(.*)", 201 + 7 * n), r"+49\1"));
    let pins = (0..15).map(|n| (format!("^{}[0-9][0-9][0-9](.*)", 50 + n), r"\1"));
    let internal = (0..14).map(|n| (format!("^{}[0-9][0-9]$", 70 + n), ""));
    let last = [("^0(.*)".to_owned(), r"\1")];
    areas.chain(pins).chain(internal).chain(last).collect()
}

/// Numbers made by `make` from a running number.
fn numbers(make: impl Fn(usize) -> String) -> Vec<String> {
    (0..NUMBERS).map(make).collect()
}

struct Bare(Vec<(Regex, CaptureLocations, &'static str)>);

impl Bare {
    fn new(rules: &[(String, &'static str)]) -> Self {
        let compile = |(expression, replace): &(String, &'static str)| {
            let regex = Regex::new(expression).unwrap();
            let locations = regex.capture_locations();
            (regex, locations, *replace)
        };
        Self(rules.iter().map(compile).collect())
    }

    /// The first rule that matches, by trying one after another.
    fn format<'n>(&mut self, number: &'n str) -> Cow<'n, str> {
        for (regex, locations, replace) in &mut self.0 {
            if regex.captures_read(locations, number).is_some() {
                let group =
                    locations.get(1).and_then(|(start, end)| number.get(start..end)).unwrap_or("");
                return match *replace {
                    r"\1" => Cow::Borrowed(group),
                    "" => Cow::Borrowed(""),
                    other => Cow::Owned(format!("{}{group}", other.trim_end_matches(r"\1"))),
                };
            }
        }
        Cow::Borrowed(number)
    }
}

/// What is measured, by name: how many rules have to be tried for numbers.
fn cases() -> [(&'static str, Vec<String>); 3] {
    [
        // only the last of the fifty matches: the bare calls try every rule
        ("every rule tried", numbers(|n| format!("0{:03}{:07}", 30 + n % 60, n * 7919))),
        // 1 in 20 matches, the others match no rule
        (
            "19 of 20 match none",
            numbers(|n| match n % 20 {
                0 => format!("0{:010}", n * 7919),
                _ => format!("{}{:08}", 1 + n % 4, n * 7919),
            }),
        ),
        // the first rule matches: the bare calls try one
        ("the first rule matches", numbers(|n| format!("0201{:07}", n * 7919))),
    ]
}

fn bench(c: &mut Criterion, list: &RuleList, bare: &mut Bare) {
    for (name, numbers) in cases() {
        assert!(numbers.iter().all(|number| list.format(number) == bare.format(number)), "{name}");
        let mut group = c.benchmark_group(name);
        group.throughput(Throughput::Elements(NUMBERS as u64));
        group.bench_function("numfmt", |b| {
            b.iter(|| all(&numbers, |number| drop(black_box(list.format(number)))));
        });
        group.bench_function("bare regex", |b| {
            b.iter(|| all(&numbers, |number| drop(black_box(bare.format(number)))));
        });
        group.finish();
    }
}

fn all(numbers: &[String], format: impl FnMut(&str)) {
    numbers.iter().map(|number| black_box(number.as_str())).for_each(format);
}

/// Both in turns, so that other load on the machine meets both alike, and their best times: what
/// else the machine does only ever adds to a time.
fn ratios(list: &RuleList, bare: &mut Bare) {
    const ROUNDS: usize = 50;
    println!("| numbers | numfmt, ms | bare regex, ms | numfmt / bare |");
    println!("|---|---|---|---|");
    for (name, numbers) in cases() {
        let mut best = [f64::INFINITY; 2];
        for _ in 0..ROUNDS {
            let begin = Instant::now();
            all(&numbers, |number| drop(black_box(list.format(number))));
            let between = Instant::now();
            all(&numbers, |number| drop(black_box(bare.format(number))));
            best = [
                best[0].min((between - begin).as_secs_f64()),
                best[1].min(between.elapsed().as_secs_f64()),
            ];
        }
        let [own, bare] = best.map(|seconds| seconds * 1e3);
        println!("| {name} | {own:.2} | {bare:.2} | {:.2} |", own / bare);
    }
}

fn main() {
    let rules = rules();
    let list: Vec<Rule> =
        rules.iter().map(|(search, replace)| Rule::regex(search, *replace)).collect();
    let list = RuleList::new(List::Incoming, &list).unwrap();
    let mut bare = Bare::new(&rules);
    let mut criterion = Criterion::default().configure_from_args();
    bench(&mut criterion, &list, &mut bare);
    criterion.final_summary();
    if !std::env::args().any(|argument| argument == "--test") {
        ratios(&list, &mut bare);
    }
}
