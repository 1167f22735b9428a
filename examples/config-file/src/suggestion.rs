//! What a mistyped word was meant to be.

/// How alike two words have to be, from 0 to 1, for one to be taken for the other.
const ALIKE: f64 = 0.75;

/// The word that is most like a mistyped one, if any is.
#[must_use]
pub fn nearest<'w>(word: &str, words: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    let word = word.to_ascii_lowercase();
    words
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(&word, candidate), candidate))
        .filter(|(alike, _)| *alike > ALIKE)
        .max_by(|(one, _), (other, _)| one.total_cmp(other))
        .map(|(_, candidate)| candidate)
}

/// Says what serde says of a word that is not among those expected, with what it was meant to be.
///
/// Other messages stay as they are.
pub(crate) fn explain(message: &str) -> String {
    let message = message.trim_end();
    let kinds = [("unknown field ", "there is no such key"), ("unknown variant ", "")];
    let Some((rest, says)) =
        kinds.into_iter().find_map(|(kind, says)| Some((message.strip_prefix(kind)?, says)))
    else {
        return message.to_owned();
    };
    let mut words = rest.split('`').skip(1).step_by(2);
    let found = words.next().unwrap_or_default();
    let expected: Vec<&str> = words.collect();
    let known = || expected.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
    let says = if says.is_empty() { format!("`{found}` is none") } else { says.to_owned() };
    match nearest(found, expected.iter().copied()) {
        Some(near) => format!("{says}, did you mean `{near}`?"),
        None if expected.is_empty() => says,
        None => format!("{says}; there are {}", known()),
    }
}
