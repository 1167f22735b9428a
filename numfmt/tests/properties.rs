//! What holds for any rules and any number.

#![expect(clippy::unwrap_used, reason = "what fails here fails the test")]

use std::borrow::Cow;

use numfmt::{
    Config, ConfigFile, ExtensionRange, Formatter, List, Location, Rule, RuleList, RuleTextError,
    Search, lint, lint_rules, read_lines, read_rules, write_rules,
};
use proptest::prelude::*;
use proptest::sample::select;

/// Any text; often one of the characters that mean something.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        proptest::collection::vec(
            select(r"^$|.*+?()[]{}-\0123456789 =>#,\t".chars().collect::<Vec<_>>()),
            0..12
        )
        .prop_map(String::from_iter),
    ]
}

fn any_rule() -> impl Strategy<Value = Rule> {
    (any::<bool>(), text(), text()).prop_map(|(plain, search, replace)| {
        if plain { Rule::text(search, replace) } else { Rule::regex(search, replace) }
    })
}

/// A rule that is right, made of what rules are made of.
fn good_rule() -> impl Strategy<Value = Rule> {
    let piece = select(vec![
        "0", "1", "8", "[0-9]", "[^0]", "(.*)", "(1|2)", "5?", "9+", ".", "^", "$", "(0)?",
    ]);
    let expression =
        (any::<bool>(), proptest::collection::vec(piece, 0..5)).prop_map(|(anchored, pieces)| {
            format!("{}{}", if anchored { "^" } else { "" }, pieces.concat())
        });
    let replace = select(vec!["", "0", r"\0", r"\1", r"0\1", r"\1\0", r"\\", "12"]);
    prop_oneof![
        (expression, replace).prop_map(|(expression, replace)| {
            let groups = expression.matches('(').count();
            Rule::regex(
                expression,
                if groups == 0 { replace.replace(r"\1", "1") } else { replace.to_owned() },
            )
        }),
        ("[0-9]{0,3}", "[0-9]{0,3}").prop_map(|(text, replace)| Rule::text(text, replace)),
    ]
}

fn number() -> impl Strategy<Value = String> {
    prop_oneof!["[0-9]{0,12}", "[0158]{0,5}", "\\+?[0-9() -]{0,16}", any::<String>()]
}

/// The same by the `regex` crate, rule by rule.
fn by_hand<'n>(rules: &[Rule], number: &'n str) -> Option<(usize, Cow<'n, str>)> {
    rules.iter().zip(1..).find_map(|(rule, line)| match &rule.search {
        Search::Text(text) => (text == number).then(|| (line, expand(&rule.replace, |_| number))),
        Search::Regex(expression) => {
            let regex =
                regex::RegexBuilder::new(expression).dot_matches_new_line(true).build().unwrap();
            let captures = regex.captures(number)?;
            Some((
                line,
                expand(&rule.replace, |group| {
                    captures.get(group).map_or("", |group| group.as_str())
                }),
            ))
        }
    })
}

fn expand<'t>(replace: &str, group: impl Fn(usize) -> &'t str) -> Cow<'static, str> {
    let mut output = String::new();
    let mut chars = replace.chars();
    while let Some(character) = chars.next() {
        match (character, character == '\\') {
            (_, true) => match chars.next().unwrap() {
                '\\' => output.push('\\'),
                digit => output.push_str(group(digit.to_digit(10).unwrap() as usize)),
            },
            (other, false) => output.push(other),
        }
    }
    Cow::Owned(output)
}

fn site() -> Config {
    let mut config = Config::default();
    config.extensions.ranges = "100-199,30-39,4*".into();
    config.extensions.max_length = Some(4);
    config.dialing.access_code = "0".into();
    config.location.enabled = true;
    config.location.country_code = "49".into();
    config.location.area_code = "89".into();
    config.location.prefix = "1234".into();
    config
}

proptest! {
    #[test]
    fn no_rules_and_no_number_make_a_panic(rules in proptest::collection::vec(any_rule(), 0..6), number in text()) {
        let mut config = site();
        config.incoming = rules.clone();
        config.pc_dialing = rules.clone();
        lint(&config);
        if let Ok(formatter) = Formatter::new(&config) {
            for list in List::ALL {
                formatter.format(list, &number);
            }
        }
        let _ = read_rules(List::Incoming, write_rules(&rules).as_bytes());
    }

    #[test]
    fn no_octets_make_a_panic(octets in proptest::collection::vec(any::<u8>(), 0..200), text in text()) {
        let _ = read_rules(List::Incoming, &octets);
        let _ = read_lines(&octets);
        let _ = text.parse::<ConfigFile>();
        let _ = text.parse::<Location>();
        let _ = ExtensionRange::new(&text, None, Some(4)).map(|range| range.is_internal(&text));
    }

    #[test]
    fn the_first_match_wins_and_gives_what_the_regex_crate_gives(
        rules in proptest::collection::vec(good_rule(), 0..8),
        numbers in proptest::collection::vec(number(), 1..8),
    ) {
        let list = RuleList::new(List::Incoming, &rules).unwrap();
        for number in &numbers {
            let found = list.apply(number).map(|found| (found.rule, found.output));
            prop_assert_eq!(found, by_hand(&rules, number), "{:?} {}", rules, number);
        }
    }

    #[test]
    fn no_match_is_the_identity(rules in proptest::collection::vec(good_rule(), 0..8), number in number()) {
        let list = RuleList::new(List::Outgoing, &rules).unwrap();
        if list.apply(&number).is_none() {
            prop_assert!(matches!(list.format(&number), Cow::Borrowed(same) if same == number));
        }
    }

    #[test]
    fn extension_to_canonical_to_extension_is_the_identity_inside_the_range(
        extension in prop_oneof!["1[0-9][0-9]", "3[0-9]", "4[0-9]{0,3}"],
    ) {
        let formatter = Formatter::new(&site()).unwrap();
        prop_assert!(formatter.is_internal(&extension));
        let canonical = formatter.line_name(&extension);
        prop_assert_eq!(formatter.format(List::PcDialing, &canonical), extension.as_str());
        let reported = formatter.format(List::Incoming, &extension);
        prop_assert!(reported.starts_with("49(89)1234-"));
        prop_assert_eq!(formatter.format(List::PcDialing, &reported), extension.as_str());
    }

    #[test]
    fn the_explanation_ends_with_what_format_gives(
        rules in proptest::collection::vec(good_rule(), 0..4), number in number(), list in select(List::ALL.to_vec()),
    ) {
        let mut config = site();
        *config.rules_mut(list) = rules;
        let formatter = Formatter::new(&config).unwrap();
        let explanation = formatter.explain(list, &number);
        prop_assert_eq!(&explanation.output, &formatter.format(list, &number));
        let mut at = &number;
        for step in &explanation.steps {
            prop_assert_eq!(&step.before, at);
            at = &step.after;
        }
        prop_assert_eq!(at, &explanation.output);
    }

    #[test]
    fn a_rule_that_lint_calls_unreachable_never_matches(
        rules in proptest::collection::vec(good_rule(), 2..6),
        numbers in proptest::collection::vec("[0-9+*]{0,6}", 20),
    ) {
        let list = RuleList::new(List::Incoming, &rules).unwrap();
        for finding in lint_rules(List::Incoming, &rules) {
            if let numfmt::Finding::Unreachable { line, .. } = finding {
                for number in &numbers {
                    prop_assert_ne!(list.apply(number).map(|found| found.rule), Some(line), "{:?} {}", rules, number);
                }
            }
        }
    }

    #[test]
    fn rules_written_as_text_are_read_again(rules in proptest::collection::vec(any_rule(), 0..6)) {
        let read = read_rules(List::Incoming, write_rules(&rules).as_bytes());
        match RuleList::new(List::Incoming, &rules) {
            Ok(_) => prop_assert_eq!(read, Ok(rules)),
            Err(_) => prop_assert!(matches!(read, Err(RuleTextError::Rules(_) | RuleTextError::Encoding(_)) | Ok(_))),
        }
    }

    #[test]
    fn a_file_has_the_settings_it_was_updated_to(
        first in proptest::collection::vec(any_rule(), 0..5),
        second in proptest::collection::vec(any_rule(), 0..5),
        keep in proptest::collection::vec(any::<bool>(), 5),
        name in text(),
    ) {
        let mut config = Config { incoming: first.clone(), outgoing: second.clone(), ..site() };
        let mut file = ConfigFile::default();
        file.update(config.clone());
        let read: ConfigFile = file.to_string().parse().unwrap();
        prop_assert_eq!(read.config(), &config);
        config.incoming = second.iter().chain(first.iter().zip(&keep).filter(|(_, keep)| **keep).map(|(rule, _)| rule)).cloned().collect();
        config.outgoing.reverse();
        config.location.prefix = name;
        config.extensions.max_length = None;
        file.update(config.clone());
        let read: ConfigFile = file.to_string().parse().unwrap();
        prop_assert_eq!(read.config(), &config);
    }
}
