//! What the formatter does in each direction, in which order, and how it explains itself.

#![expect(clippy::unwrap_used, reason = "what fails here fails the test")]

use numfmt::{Config, ExtensionForm, Formatter, List, Rule, SettingsError, Stage};

/// A site in Munich: extensions 100-199 and 300, trunk access code 0.
fn munich() -> Config {
    let mut config = Config::default();
    config.extensions.ranges = "100-199,300".into();
    config.dialing.access_code = "0".into();
    config.location.enabled = true;
    config.location.country_code = "49".into();
    config.location.area_code = "89".into();
    config.location.prefix = "1234".into();
    config
}

fn format(config: &Config, list: List, number: &str) -> String {
    Formatter::new(config).unwrap().format(list, number).into_owned()
}

#[test]
fn each_direction_has_its_own_rules() {
    let mut config = Config::default();
    config.incoming.push(Rule::text("1", "in"));
    config.outgoing.push(Rule::text("1", "out"));
    config.pc_dialing.push(Rule::text("1", "dial"));
    assert_eq!(List::ALL.map(|list| format(&config, list, "1")), ["in", "out", "dial"]);
}

#[test]
fn the_access_code_comes_off_before_the_rules() {
    let mut config = munich();
    config.incoming.push(Rule::text("112", "emergency"));
    assert_eq!(format(&config, List::Incoming, "0112"), "emergency");
}

#[test]
fn an_extension_keeps_what_looks_like_an_access_code() {
    let mut config = munich();
    config.extensions.ranges = "000-099".into();
    config.location.enabled = false;
    assert_eq!(format(&config, List::Incoming, "012"), "012");
    assert_eq!(format(&config, List::Incoming, "0123"), "123");
}

#[test]
fn the_output_of_a_rule_is_final() {
    let mut config = munich();
    config.incoming.push(Rule::text("100", "150"));
    config.incoming.push(Rule::text("101", "101"));
    config.incoming.push(Rule::text("102", ""));
    assert_eq!(format(&config, List::Incoming, "100"), "150");
    assert_eq!(format(&config, List::Incoming, "101"), "101");
    assert_eq!(format(&config, List::Incoming, "102"), "");
    assert_eq!(format(&config, List::Incoming, "103"), "49(89)1234-103");
}

#[test]
fn what_the_pbx_reports_becomes_canonical() {
    let config = munich();
    for list in [List::Incoming, List::Outgoing] {
        for (reported, canonical) in [
            ("100", "49(89)1234-100"),
            ("003012345", "+493012345"),
            ("00043112345", "+43112345"),
            ("00891234100", "49(89)1234-100"),
            ("00891234999", "+49(89)1234999"),
            ("+49891234300", "49(89)1234-300"),
            ("0112", "112"),
            ("", ""),
        ] {
            assert_eq!(format(&config, list, reported), canonical, "{reported}");
        }
    }
}

#[test]
fn extensions_are_canonical_if_so_set() {
    let mut config = munich();
    config.location.extension_form = ExtensionForm::Canonical;
    assert_eq!(format(&config, List::Incoming, "100"), "+49(89)1234-100");
}

#[test]
fn what_belongs_to_the_location_is_dialled_as_extension() {
    for number in ["+49(89)1234-100", "49(89)1234-100", "+49891234100", "0049891234100", "100"] {
        assert_eq!(format(&munich(), List::PcDialing, number), "100", "{number}");
    }
}

#[test]
fn what_does_not_is_dialled_outside() {
    for (number, dialled) in [
        ("+49(89)1234-999", "00891234999"),
        ("+49(30)12345", "003012345"),
        ("+43 1 12345", "00043112345"),
        ("112", "112"),
        ("*21*100", "*21*100"),
    ] {
        assert_eq!(format(&munich(), List::PcDialing, number), dialled, "{number}");
    }
}

#[test]
fn the_location_comes_before_the_rules_of_pc_dialing() {
    let mut config = munich();
    config.pc_dialing.push(Rule::regex("^100$", "199"));
    config.pc_dialing.push(Rule::regex("^0(.*)", r"9\1"));
    assert_eq!(format(&config, List::PcDialing, "+49(89)1234-100"), "199");
    assert_eq!(format(&config, List::PcDialing, "+49(30)12345"), "903012345");
}

#[test]
fn extension_to_canonical_to_extension_is_the_identity() {
    let formatter = Formatter::new(&munich()).unwrap();
    for extension in (100..200).chain([300]).map(|number| number.to_string()) {
        for list in [List::Incoming, List::Outgoing] {
            let reported = formatter.format(list, &extension);
            assert_eq!(formatter.format(List::PcDialing, &reported), extension);
        }
        assert_eq!(formatter.format(List::PcDialing, &formatter.line_name(&extension)), extension);
    }
}

#[test]
fn internal_numbers_are_known_in_both_forms() {
    let formatter = Formatter::new(&munich()).unwrap();
    for internal in ["100", "300", "+49(89)1234-100", "49(89)1234-100"] {
        assert!(formatter.is_internal(internal), "{internal}");
    }
    for external in ["200", "+49(89)1234-200", "+49(30)1234-100", "0100", ""] {
        assert!(!formatter.is_internal(external), "{external}");
    }
}

#[test]
fn only_devices_in_the_range_become_lines() {
    let devices = ["100", "200", "300"];
    assert_eq!(
        Formatter::new(&munich()).unwrap().lines(devices).collect::<Vec<_>>(),
        ["100", "300"]
    );
    assert_eq!(Formatter::new(&Config::default()).unwrap().lines(devices).count(), 3);
}

#[test]
fn a_location_needs_to_know_its_extensions() {
    let mut config = munich();
    config.extensions.ranges.clear();
    let error = Formatter::new(&config).unwrap_err();
    assert_eq!(error, SettingsError::LocationWithoutExtensions);
    assert!(error.to_string().contains("set ranges or max_length in [extensions]"));
}

#[test]
fn settings_of_another_version_are_refused() {
    let config = Config { version: 2, ..Config::default() };
    assert!(Formatter::new(&config).unwrap_err().to_string().contains("version 2"));
}

#[test]
fn all_faults_of_all_lists_are_told() {
    let mut config = Config::default();
    config.incoming.push(Rule::regex("(", ""));
    config.incoming.push(Rule::text("1", "2"));
    config.incoming.push(Rule::regex("^0(.*)", r"\2"));
    config.pc_dialing.push(Rule::regex("[0-9", ""));
    let text = Formatter::new(&config).unwrap_err().to_string();
    let starts = [
        "incoming list, line 1, column 1 of the expression: unclosed group",
        "incoming list, line 3, column 1 of the replacement: there is no group \\2, the expression has 1",
        "PC dialing list, line 1, column 1 of the expression: unclosed character class",
    ];
    assert_eq!(text.lines().count(), starts.len());
    for (line, start) in text.lines().zip(starts) {
        assert!(line.starts_with(start), "{line}");
    }
}

#[test]
fn the_explanation_has_every_step() {
    let mut config = munich();
    config.incoming.push(Rule::regex("^089(.*)", r"0\1"));
    let formatter = Formatter::new(&config).unwrap();

    let matched = formatter.explain(List::Incoming, "00895551234");
    let stages: Vec<_> = matched.steps.iter().map(|step| step.stage.clone()).collect();
    assert_eq!(
        stages,
        [Stage::AccessCode, Stage::Rule { line: 1, rule: Rule::regex("^089(.*)", r"0\1") }]
    );
    assert_eq!(
        matched.to_string(),
        "incoming: 00895551234\n  access code: 00895551234 -> 0895551234\n  \
         rule 1 (regex ^089(.*) => 0\\1): 0895551234 -> 05551234\n  result: 05551234"
    );

    let unmatched = formatter.explain(List::Incoming, "100");
    assert_eq!(
        unmatched.to_string(),
        "incoming: 100\n  access code: 100 stays\n  no rule matches 100\n  \
         location: 100 -> 49(89)1234-100\n  result: 49(89)1234-100"
    );

    let dialled = formatter.explain(List::PcDialing, "+49(89)1234-100");
    assert_eq!(
        dialled.to_string(),
        "PC dialing: +49(89)1234-100\n  location: +49(89)1234-100 -> 100\n  no rule matches 100\n  result: 100"
    );
}

#[test]
fn a_suppressed_number_is_explained_as_none() {
    let mut config = Config::default();
    config.outgoing.push(Rule::text("100", ""));
    let explanation = Formatter::new(&config).unwrap().explain(List::Outgoing, "100");
    assert_eq!(
        explanation.to_string(),
        "outgoing: 100\n  rule 1 (text 100 =>): 100 -> (no number)\n  result: (no number)"
    );
}

#[test]
fn a_number_beyond_the_limit_matches_no_rule() {
    let mut config = Config::default();
    config.incoming.push(Rule::regex(".*", "any"));
    let limit = numfmt::limits::MAX_NUMBER_BYTES;
    assert_eq!(format(&config, List::Incoming, &"1".repeat(limit)), "any");
    let longer = "1".repeat(limit + 1);
    assert_eq!(format(&config, List::Incoming, &longer), longer);
}

#[test]
fn a_formatter_is_shared_between_threads() {
    let formatter = Formatter::new(&munich()).unwrap();
    std::thread::scope(|scope| {
        for extension in ["100", "101"] {
            let formatter = &formatter;
            let canonical = move || {
                formatter.format(List::PcDialing, &formatter.line_name(extension)).into_owned()
            };
            assert_eq!(scope.spawn(canonical).join().unwrap(), extension);
        }
    });
}
