//! Locations: extensions to international numbers and back, reported and dialled numbers.

#![expect(clippy::unwrap_used, reason = "what fails here fails the test")]

use std::borrow::Cow;

use numfmt::{Dialing, Location, LocationError};

fn munich() -> Location {
    "49(89)1234".parse().unwrap()
}

fn dialing() -> Dialing {
    Dialing { access_code: "0".into(), ..Dialing::default() }
}

#[test]
fn the_manuals_extension_becomes_international() {
    assert_eq!(munich().international("100"), "49(89)1234-100");
}

#[test]
fn the_manuals_line_name_is_canonical() {
    let berlin = Location::new("49", "30", "12345").unwrap();
    assert_eq!(berlin.canonical("123"), "+49(30)12345-123");
}

#[test]
fn a_location_reads_what_it_writes() {
    for text in ["49(89)1234", "45 1234", "39(06)", "1(212)555"] {
        let location: Location = text.parse().unwrap();
        assert_eq!(location.to_string(), text);
        assert_eq!(format!("+{text}").parse(), Ok(location));
    }
}

#[test]
fn what_is_no_location_says_how_to_write_one() {
    for (text, error) in [
        ("", LocationError::Form),
        ("4989", LocationError::Form),
        ("49(89", LocationError::Form),
        ("0049(89)1234", LocationError::Country),
        ("49(8a)1234", LocationError::Code { key: "area_code" }),
        ("49(89)12-34", LocationError::Code { key: "prefix" }),
    ] {
        assert_eq!(text.parse::<Location>(), Err(error), "{text}");
    }
}

#[test]
fn an_extension_is_found_however_the_number_is_punctuated() {
    let numbers = [
        "+49(89)1234-100",
        "49(89)1234-100",
        "+49891234100",
        "+49 (89) 1234 100",
        "+49 (0)89/1234.100",
        "+49-89-1234-100",
    ];
    for number in numbers {
        assert_eq!(munich().extension_of(number).as_deref(), Some("100"), "{number}");
    }
}

#[test]
fn what_belongs_elsewhere_is_no_extension() {
    let numbers = [
        "+49(30)1234-100",
        "+43(89)1234-100",
        "+49(89)1235-100",
        "+49(89)1234",
        "49891234100",
        "100",
        "",
        "+",
    ];
    for number in numbers {
        assert_eq!(munich().extension_of(number), None, "{number}");
    }
}

#[test]
fn a_location_without_area_or_prefix_goes_both_ways() {
    for text in ["45 1234", "49(89)", "45 "] {
        let (country, rest) = text.split_once([' ', '(']).unwrap();
        let (area, prefix) = rest.split_once(')').unwrap_or(("", rest));
        let location = Location::new(country, area, prefix).unwrap();
        assert_eq!(
            location.extension_of(&location.canonical("100")).as_deref(),
            Some("100"),
            "{text}"
        );
        assert_eq!(
            location.extension_of(&location.international("100")).as_deref(),
            Some("100"),
            "{text}"
        );
    }
}

#[test]
fn reported_numbers_become_canonical() {
    for (number, canonical) in [
        ("004312345", "+4312345"),
        ("03012345", "+493012345"),
        ("0895551234", "+49(89)5551234"),
        ("5551234", "+49(89)5551234"),
        ("+4989 555-1234", "+49(89)5551234"),
        ("0049895551234", "+49(89)5551234"),
    ] {
        assert_eq!(munich().canonicalize(&dialing(), number), canonical, "{number}");
    }
}

#[test]
fn services_codes_and_names_stay_as_they_are() {
    for number in ["112", "110", "*21*5#", "anonymous", "", "0", "00", "+", "+4a", "030-123"] {
        assert!(
            matches!(munich().canonicalize(&dialing(), number), Cow::Borrowed(same) if same == number),
            "{number}"
        );
    }
}

#[test]
fn canonical_numbers_become_what_the_pbx_dials() {
    for (number, dialled) in [
        ("+49(30)12345-123", "003012345123"),
        ("+49 (0)30 12345", "003012345"),
        ("+49(89)5551234", "00895551234"),
        ("+43 1 12345", "00043112345"),
        ("+1 (212) 555-1234", "00012125551234"),
    ] {
        assert_eq!(munich().dialable(&dialing(), number), dialled, "{number}");
    }
}

#[test]
fn the_own_area_code_can_be_left_out() {
    let dialing = Dialing { dial_own_area: false, ..dialing() };
    assert_eq!(munich().dialable(&dialing, "+49(89)5551234"), "05551234");
    assert_eq!(munich().dialable(&dialing, "+49(30)5551234"), "00305551234");
}

#[test]
fn what_is_not_canonical_is_dialled_as_written() {
    for number in ["100", "003012345", "*21*", "49(30)12345", "", "+49 30 CALL", "+49", "+"] {
        assert!(
            matches!(munich().dialable(&dialing(), number), Cow::Borrowed(same) if same == number),
            "{number}"
        );
    }
}

#[test]
fn north_america_has_its_own_prefixes() {
    let location: Location = "1(212)555".parse().unwrap();
    let dialing = Dialing {
        access_code: "9".into(),
        national_prefix: "1".into(),
        international_prefix: "011".into(),
        ..Dialing::default()
    };
    assert_eq!(location.dialable(&dialing, "+1 (415) 555-0100"), "914155550100");
    assert_eq!(location.dialable(&dialing, "+49 30 12345"), "9011493012345");
    assert_eq!(location.canonicalize(&dialing, "14155550100"), "+14155550100");
    assert_eq!(location.canonicalize(&dialing, "011493012345"), "+493012345");
}

#[test]
fn a_country_without_national_prefix_keeps_the_zero_of_the_area() {
    let location: Location = "39(06)1234".parse().unwrap();
    let dialing = Dialing { national_prefix: String::new(), ..dialing() };
    assert_eq!(location.canonicalize(&dialing, "0612345"), "+39(06)12345");
    assert_eq!(location.dialable(&dialing, "+39 02 12345"), "00212345");
}

#[cfg(not(feature = "libphonenumber"))]
#[test]
fn a_region_without_the_tables_is_an_error() {
    assert_eq!(munich().with_region("DE"), Err(LocationError::NoLibrary));
}

#[cfg(feature = "libphonenumber")]
mod library {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;

    #[test]
    fn a_region_reads_numbers_without_their_national_prefix() {
        let location = "1(212)555".parse::<Location>().unwrap().with_region("US").unwrap();
        let dialing = Dialing {
            national_prefix: "1".into(),
            international_prefix: "011".into(),
            ..Dialing::default()
        };
        assert_eq!(location.canonicalize(&dialing, "4155550100"), "+14155550100");
        assert_eq!(location.canonicalize(&dialing, "14152530100"), "+14152530100");
        assert_eq!(location.canonicalize(&dialing, "2530100"), "+1(212)2530100");
    }

    #[test]
    fn a_number_of_the_own_area_is_not_taken_for_another_area() {
        let location = munich().with_region("DE").unwrap();
        assert_eq!(location.canonicalize(&dialing(), "5551234"), "+49(89)5551234");
        assert_eq!(location.canonicalize(&dialing(), "112"), "112");
    }

    proptest! {
        #[test]
        fn no_number_makes_a_panic(number in "[+]?[0-9]{0,34}", region in select(vec!["DE", "US", "IT", "BR", "MX"])) {
            let location = munich().with_region(region).unwrap();
            location.canonicalize(&dialing(), &number);
        }
    }

    #[test]
    fn a_region_that_is_not_known_is_an_error() {
        assert_eq!(munich().with_region("Germany"), Err(LocationError::Region));
    }
}
