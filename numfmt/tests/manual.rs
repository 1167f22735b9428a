//! The examples of the product manual's table, each with the effect it names, and what must not change.

#![expect(clippy::unwrap_used, reason = "what fails here fails the test")]

use numfmt::Config;
use numfmt::{Dialing, Formatter, List, Location, Rule, RuleList};

/// The output of a list with one rule.
fn apply(expression: &str, replace: &str, number: &str) -> String {
    let list = RuleList::new(List::Incoming, &[Rule::regex(expression, replace)]).unwrap();
    list.format(number).into_owned()
}

#[test]
fn removes_a_leading_0() {
    let remove = |number| apply("^0(.*)", r"\1", number);
    assert_eq!(remove("030123"), "30123");
    assert_eq!(remove("0030123"), "030123");
    for same in ["30123", "100", "10", ""] {
        assert_eq!(remove(same), same);
    }
}

#[test]
fn replaces_a_leading_80_by_a_0() {
    let replace = |number| apply("^80(.*)", r"0\1", number);
    assert_eq!(replace("8030123"), "030123");
    assert_eq!(replace("80"), "0");
    for same in ["08030", "8130123", "30180", "8"] {
        assert_eq!(replace(same), same);
    }
}

#[test]
fn removes_a_private_pin_that_a_50_identifies() {
    let remove = |number| apply("^50[0-9][0-9][0-9](.*)", r"\1", number);
    assert_eq!(remove("5012303012345"), "03012345");
    for same in ["5112303012345", "0501230301", "5012", "50a2303012345"] {
        assert_eq!(remove(same), same);
    }
}

#[test]
fn suppresses_internal_numbers_of_three_digits() {
    let suppress = |number| apply("^[0-9][0-9][0-9]$", "", number);
    assert_eq!(suppress("100"), "");
    assert_eq!(suppress("999"), "");
    // the manual says "not more than 3 digits", its expression matches exactly 3
    for same in ["10", "1", "1000", "03012345", "1*0"] {
        assert_eq!(suppress(same), same);
    }
}

#[test]
fn adds_an_access_code_to_all_numbers_with_more_than_3_digits() {
    let add = |number| apply("^([0-9][0-9][0-9].+)", r"0\1", number);
    assert_eq!(add("1234"), "01234");
    assert_eq!(add("03012345"), "003012345");
    for same in ["100", "10", "*21*100"] {
        assert_eq!(add(same), same);
    }
}

#[test]
fn adds_area_code_and_prefix_to_internal_numbers_of_1_to_3_digits() {
    let add = |number| apply("^([0-9][0-9]?[0-9]?)$", r"03012345\1", number);
    assert_eq!(add("1"), "030123451");
    assert_eq!(add("12"), "0301234512");
    assert_eq!(add("123"), "03012345123");
    for same in ["1234", "03012345", "", "1*"] {
        assert_eq!(add(same), same);
    }
}

#[test]
fn adds_an_area_code_to_numbers_of_at_least_4_digits_without_leading_0() {
    let add = |number| apply("^([^0][0-9][0-9][0-9].*)", r"08151\1", number);
    assert_eq!(add("1234"), "081511234");
    assert_eq!(add("99887766"), "0815199887766");
    for same in ["0123", "03012345", "100", "99"] {
        assert_eq!(add(same), same);
    }
}

#[test]
fn the_examples_of_single_characters_do_what_the_manual_says() {
    let matches = |expression, number| apply(expression, "yes", number) == "yes";
    assert!(matches("^0", "012") && !matches("^0", "120"));
    assert!(matches("[^0-8]", "9") && !matches("[^0-8]", "08"));
    assert!(matches("152$", "30152") && !matches("152$", "1523"));
    assert!(matches("8|9", "8") && matches("8|9", "9") && !matches("8|9", "7"));
    assert!(
        matches("^.$", "7") && matches("^.$", "*") && matches("^.$", "ä") && matches("^.$", "\n")
    );
    assert!(matches("^10*$", "1") && matches("^10*$", "1000") && !matches("^10*$", "12"));
    assert!(matches("^10+$", "10") && !matches("^10+$", "1"));
    assert!(matches("^10?$", "1") && matches("^10?$", "10") && !matches("^10?$", "100"));
    assert!(matches("^(12)+$", "1212") && !matches("^(12)+$", "122"));
    assert!(matches("^[13]$", "3") && !matches("^[13]$", "2"));
}

#[test]
fn the_first_match_ends_the_list() {
    let rules =
        [Rule::regex("^80(.*)", r"0\1"), Rule::regex("^0(.*)", r"\1"), Rule::regex("^8", "never")];
    let list = RuleList::new(List::Outgoing, &rules).unwrap();
    assert_eq!(list.format("8030"), "030");
    assert_eq!(list.apply("8030").unwrap().rule, 1);
    assert_eq!(list.apply("030").unwrap().rule, 2);
    assert_eq!(list.apply("30"), None);
}

#[test]
fn a_plain_text_equals_the_whole_number() {
    let list = RuleList::new(List::Incoming, &[Rule::text("1.0", "a"), Rule::text("", "withheld")])
        .unwrap();
    assert_eq!(list.format("1.0"), "a");
    assert_eq!(list.format(""), "withheld");
    for same in ["100", "1.00", "01.0"] {
        assert_eq!(list.format(same), same);
    }
}

#[test]
fn texts_and_expressions_keep_their_order() {
    let rules = [
        Rule::text("1", "a"),
        Rule::regex("^[12]$", "b"),
        Rule::text("2", "c"),
        Rule::text("3", "d"),
    ];
    let list = RuleList::new(List::Incoming, &rules).unwrap();
    assert_eq!(["1", "2", "3", "4"].map(|number| list.format(number)), ["a", "b", "d", "4"]);
}

#[test]
fn text_outside_the_match_is_not_kept() {
    assert_eq!(apply("152$", "9", "030152"), "9");
    assert_eq!(apply("5", r"\0", "152"), "5");
}

#[test]
fn an_expression_that_is_not_anchored_higher_in_the_list_wins_over_an_earlier_place_in_the_number()
{
    let list =
        RuleList::new(List::Incoming, &[Rule::regex("152$", "end"), Rule::regex("^0", "start")])
            .unwrap();
    assert_eq!(list.format("0152"), "end");
    assert_eq!(list.format("0153"), "start");
}

#[test]
fn the_replacement_has_the_whole_match_groups_and_backslashes() {
    assert_eq!(apply("^(0)(3)(.*)$", r"\3-\2-\1-\0-\\", "0312"), r"12-3-0-0312-\");
    assert_eq!(
        apply("^(.)(.)(.)(.)(.)(.)(.)(.)(.)$", r"\9\8\7\6\5\4\3\2\1", "123456789"),
        "987654321"
    );
}

#[test]
fn the_location_writes_the_extension_as_the_manual_does() {
    let location: Location = "49(89)1234".parse().unwrap();
    assert_eq!(location.international("100"), "49(89)1234-100");
    assert_eq!(Location::new("49", "30", "12345").unwrap().canonical("123"), "+49(30)12345-123");
}

#[test]
fn without_a_location_nothing_becomes_international() {
    let mut config = Config::default();
    config.extensions.ranges = "100-199".into();
    config.location.country_code = "49".into();
    config.location.area_code = "89".into();
    config.location.prefix = "1234".into();
    let formatter = Formatter::new(&config).unwrap();
    for list in List::ALL {
        for number in ["100", "0301234", "+49(89)1234-100"] {
            assert_eq!(formatter.format(list, number), number);
        }
    }
    config.location.enabled = true;
    let formatter = Formatter::new(&config).unwrap();
    assert_eq!(formatter.format(List::Incoming, "100"), "49(89)1234-100");
    assert_eq!(formatter.line_name("123"), "+49(89)1234-123");
    assert_eq!(config.dialing, Dialing::default());
}
