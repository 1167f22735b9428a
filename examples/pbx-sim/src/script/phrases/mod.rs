//! All that can be said.

mod forwarding;
mod keys;
mod link;
mod network;
mod settings;
mod stage;
mod telephone;

use super::reading::Phrase;

/// Phrases about one thing.
#[derive(Clone, Copy, Debug)]
pub struct Chapter {
    /// What they are about.
    pub title: &'static str,
    /// The phrases.
    pub phrases: &'static [Phrase],
}

/// All that can be said. `EXTENSION`, `TRUNK`, `NUMBER` and `DIGITS` are 1 to 32 of `0` to `9`,
/// `*` and `#`; `TIME` is such as `2s`, `500ms` or `1.5m`; `COUNT` is a whole number; `OCTETS` are
/// pairs of hexadecimal digits, and `TEXT` is anything, to the end of the line.
pub const CHAPTERS: [Chapter; 7] = [
    Chapter { title: "Telephone users", phrases: telephone::PHRASES },
    Chapter { title: "Forwarding", phrases: forwarding::PHRASES },
    Chapter { title: "What else they set", phrases: settings::PHRASES },
    Chapter { title: "Keys", phrases: keys::PHRASES },
    Chapter { title: "The public network", phrases: network::PHRASES },
    Chapter { title: "The link to applications", phrases: link::PHRASES },
    Chapter { title: "The program", phrases: stage::PHRASES },
];

/// The phrases of all chapters.
pub fn phrases() -> impl Iterator<Item = &'static Phrase> {
    CHAPTERS.iter().flat_map(|chapter| chapter.phrases)
}
