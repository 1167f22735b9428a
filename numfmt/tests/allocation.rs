//! What a number costs in allocations. One test, as the counter counts for the whole process.

use numfmt::{Config, Formatter, List, Rule};

#[global_allocator]
static ALLOCATOR: dhat::Alloc = dhat::Alloc;

#[test]
fn format_allocates_only_for_a_changed_number() {
    let mut config = Config::default();
    config.dialing.access_code = "0".into();
    config.incoming = vec![
        Rule::regex("^80(.*)", r"0\1"),
        Rule::regex("^(1)(1)2$", r"\1\2\0"),
        Rule::regex("^(11)0$", r"\10"),
        Rule::regex("^5", ""),
        Rule::regex("6([0-9]+)$", r"\1"),
        Rule::text("700", "700"),
        Rule::text("701", r"\0"),
    ];
    let formatter = Formatter::new(&config).unwrap();
    let format = |number: &str| formatter.format(List::Incoming, number).len();
    // no rule, access code off, output equal to the number, suppressed, a part of the number, plain texts
    let unchanged = ["30123", "030123", "110", "500", "46123", "700", "701", "ä"];
    // the first search of a thread prepares its memory
    for number in unchanged {
        format(number);
    }
    format("8030123");

    let _profiler = dhat::Profiler::builder().testing().build();
    let before = dhat::HeapStats::get().total_blocks;
    let lengths = unchanged.map(format);
    let after = dhat::HeapStats::get().total_blocks;
    assert_eq!(lengths, [5, 5, 3, 0, 3, 3, 3, 2]);
    assert_eq!(after - before, 0);

    assert_eq!(format("8030123"), 6);
    assert_eq!(dhat::HeapStats::get().total_blocks - after, 1);
}
