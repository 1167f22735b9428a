//! The language of the console and of scripts.

use std::time::Duration;

use pbx_sim::model::{Caller, UserAct};
use pbx_sim::script::{Line, Played, Script, Sentence, phrases};
use pbx_sim::{ActError, Config, Fault, Pbx};
use proptest::prelude::*;
use tokio::time::Instant;

/// Something that stands for a word of a pattern.
fn word(word: &'static str) -> BoxedStrategy<String> {
    match word {
        "EXTENSION" | "TRUNK" | "NUMBER" | "DIGITS" => "[0-9*][0-9*#]{0,31}".boxed(),
        "TIME" => prop_oneof!["[0-9]{1,4}(ms|s|m)", "[0-9]{1,2}\\.[0-9]{1,3}s?"].boxed(),
        "COUNT" => any::<u32>().prop_map(|count| count.to_string()).boxed(),
        "OCTETS" => "[0-9A-Fa-f]{2}( [0-9A-Fa-f]{2}){0,8}".boxed(),
        "TEXT" => "[^\\s#]([^\\r\\n#]{0,20}[^\\s#])?".boxed(),
        literal => prop_oneof![Just(literal.to_owned()), Just(literal.to_uppercase())].boxed(),
    }
}

/// A line that can be said, by any phrase, with any blanks.
fn line() -> impl Strategy<Value = String> {
    let start = prop_oneof![Just(""), Just("at 2s "), Just("+500ms "), Just("+0.5 ")];
    (start, prop::sample::select(phrases().copied().collect::<Vec<_>>()), "[ \t]{1,3}")
        .prop_flat_map(|(start, phrase, blanks)| {
            let words = phrase.pattern.split(' ').map(word).collect::<Vec<_>>();
            words.prop_map(move |words| format!("{start}{}", words.join(&blanks)))
        })
}

fn error(text: &str) -> String {
    text.parse::<Script>().unwrap_err().to_string()
}

proptest! {
    #[test]
    fn every_phrase_is_read_as_it_is_written(text in line()) {
        let line = Line::parse(&text).map_err(|error| TestCaseError::fail(error.to_string()))?;
        let line = line.unwrap();
        prop_assert_eq!(Line::parse(&line.to_string()), Ok(Some(line)));
    }

    #[test]
    fn any_text_is_a_script_or_an_error_in_its_lines(text in "([ -~é\n]|trunk |dials |at |wait ){0,12}") {
        if let Err(errors) = text.parse::<Script>() {
            for (number, error) in errors.0 {
                let line = text.lines().nth(number - 1).unwrap();
                prop_assert!((1..=line.chars().count() + 2).contains(&error.column()), "{}", error);
            }
        }
    }
}

#[test]
fn a_script_has_lines_with_times_and_comments() {
    let script: Script = "# a comment\n\n 101 dials 102 # and another\nat 1.5s 102 answers\r\n\
                          +5 101 dials 5#\n"
        .parse()
        .unwrap();
    assert_eq!("101 dials #".parse::<Script>().unwrap().lines().len(), 1);
    let expected = "101 dials 102\nat 1500ms 102 answers\n+5s 101 dials 5#\n";
    assert_eq!(script.to_string(), expected);
    assert_eq!(script.lines()[1].number, 4);
}

#[test]
fn an_error_names_the_place_and_what_could_stand_there() {
    let misspelt = error("101 lifts\n  103 dails 102");
    let expected = "line 2, column 7: \"dails\", expected \"lifts\", \"dials\", \"answers\", ";
    assert!(misspelt.starts_with(expected), "{misspelt}");
    assert!(misspelt.ends_with(" and more; is \"dials\" meant?"), "{misspelt}");
    assert_eq!(
        error("103 dials"),
        "line 1, column 11: the line ends here, expected digits, * or #, up to 32"
    );
    assert_eq!(
        error("103 lifts slowly"),
        "line 1, column 11: \"slowly\", expected the end of the line"
    );
    assert_eq!(
        error("at noon 103 lifts"),
        "line 1, column 4: \"noon\", expected a time such as 2s or 500ms"
    );
    assert_eq!(
        error("at 2s 103 lifts\nat 1s 103 hangs up"),
        "line 2, column 4: \"1s\" is before the time of an earlier line"
    );
    assert!(error("freez").ends_with("; is \"freeze\" meant?"));
}

#[test]
fn all_errors_of_a_script_are_told() {
    assert_eq!(error("103\n103 lifts\nnobody calls").lines().count(), 2);
}

#[test]
fn sentences_mean_what_they_say() {
    let calls = Sentence::Calls {
        trunk: Some("1".to_owned()),
        to: "102".to_owned(),
        from: Caller::Number("03012345".to_owned()),
    };
    assert_eq!("trunk 1 rings 102 from 03012345".parse(), Ok(calls));
    let restart = Fault::Restart { lasting: Duration::from_secs(60), keeps_calls: true };
    assert_eq!("Restart for 1m keeping calls".parse(), Ok(Sentence::Fault(restart)));
    let say = Sentence::Say("that  is all".to_owned());
    assert_eq!("say  that  is all ".parse(), Ok(say));
}

#[tokio::test(start_paused = true)]
async fn a_script_is_played_in_its_time() {
    let pbx = Pbx::spawn(Config::default()).unwrap();
    let script: Script = "
        at 2s 103 lifts
        +500ms 103 dials 102
        102 answers
        101 answers
        at 1m say done
        at 1m 103 hangs up
        quit
        103 lifts"
        .parse()
        .unwrap();
    let (begin, mut played) = (Instant::now(), Vec::new());
    let tell = async |line: &Line, what| {
        played.push((begin.elapsed().as_millis(), line.number, what));
        !matches!(line.sentence, Sentence::Quit)
    };
    script.play(&pbx, tell).await;
    let done = Played::Done(Ok(()));
    let refused = ActError::Refused(pbx_sim::model::Failure::NoCallToAnswer);
    let expected = [
        (2_000, 2, done.clone()),
        (2_500, 3, done.clone()),
        (2_500, 4, done.clone()),
        (2_500, 5, Played::Done(Err(refused))),
        (60_000, 6, Played::Say("done".to_owned())),
        (60_000, 7, done),
        (60_000, 8, Played::Quit),
    ];
    assert_eq!(played, expected);
    let answered = pbx.user("102", UserAct::Answer).await;
    assert!(answered.is_err());
}
