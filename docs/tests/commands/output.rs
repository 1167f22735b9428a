//! What programs show, compared with what documents show.

use std::sync::LazyLock;

use regex::Regex;

/// What is different each time, and what stands for it.
static CHANGING: LazyLock<Vec<(Regex, &str)>> = LazyLock::new(|| {
    [
        (r"\x1b\[[0-9;?]*[a-zA-Z]", ""),
        (r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?Z?", "TIME"),
        (r"\d\d:\d\d:\d\d(\.\d+)?", "TIME"),
        // Seconds since the beginning of something.
        (r"(?m)^ *\d+\.\d{3,6} ", "TIME "),
        (r"\b\d+(\.\d+)? ?(µs|ms|s)\b", "DURATION"),
        // A port that the system has chosen.
        (r"127\.0\.0\.1:\d{5}\b", "127.0.0.1:PORT"),
        (r" +", " "),
        (r"(?m) $", ""),
    ]
    .map(|(expression, replace)| (Regex::new(expression).unwrap(), replace))
    .into()
});

/// What is the same each time.
pub(crate) fn steady(text: &str) -> String {
    let mut steady = text.replace('\r', "");
    for (expression, replace) in CHANGING.iter() {
        steady = expression.replace_all(&steady, *replace).into_owned();
    }
    steady
}

/// Whether lines are these, `...` being any.
pub(crate) fn is_same(shown: &str, expected: &str) -> bool {
    fn same(shown: &[String], expected: &[String]) -> bool {
        match expected {
            [] => shown.is_empty(),
            [any, expected @ ..] if any == "..." => {
                (0..=shown.len()).any(|at| same(&shown[at..], expected))
            }
            [first, expected @ ..] => shown.first() == Some(first) && same(&shown[1..], expected),
        }
    }
    let lines = |text: &str| -> Vec<String> {
        steady(text).trim_end().lines().map(str::to_owned).collect()
    };
    same(&lines(shown), &lines(expected))
}

/// Whether paragraphs are these, `...` being any, and the lines of each in any order.
pub(crate) fn is_alike(shown: &str, expected: &str) -> bool {
    let sorted = |text: &str| -> String {
        let paragraphs = text.trim().split("\n\n").map(|paragraph| {
            let mut lines: Vec<_> = paragraph.lines().collect();
            lines.sort_unstable();
            lines.join("\n")
        });
        paragraphs.collect::<Vec<_>>().join("\n\n")
    };
    is_same(&sorted(&steady(shown)), &sorted(&steady(expected)))
}

/// Whether these lines are there in this order, with any between them.
pub(crate) fn has(shown: &str, expected: &str) -> bool {
    let (shown, expected) = (steady(shown), steady(expected));
    let mut lines = shown.lines();
    let mut wanted = expected.lines().filter(|line| *line != "..." && !line.is_empty());
    wanted.all(|wanted| lines.any(|line| line == wanted))
}

#[test]
fn times_and_ports_are_compared_with_any() {
    let shown = "17:29:03.994  101 dialtone\nafter 0.170 ms\n127.0.0.1:45678\n";
    let other = "08:00:00.000  101   dialtone\nafter 12 ms\n127.0.0.1:40000\n";
    assert!(is_same(shown, other) && has(shown, other));
    assert!(is_same(shown, "...\n127.0.0.1:40000\n") && !is_same(shown, "...\nafter 1 ms\n"));
    assert!(has(shown, "after 1 ms\n") && !has(shown, "after 1 s\n08:00:00 101 dialtone\n"));
    assert!(!is_same(shown, &other.replace("101", "102")));
    assert!(is_alike("b\na\n\nc\n\nd\n", "a\nb\n\n...\n\nd\n") && !is_alike("b\n\na", "a\n\nb"));
}
