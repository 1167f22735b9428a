//! What is played and shown.

use crate::script::reading::{Phrase, phrase};
use crate::script::sentence::{Sentence, Show};

pub(super) const PHRASES: &[Phrase] = &[
    phrase("load COUNT calls a minute", "lets people telephone by themselves, or not for 0", |v| {
        Sentence::Load(v.count())
    }),
    phrase("wait TIME", "lets time pass", |v| Sentence::Wait(v.time())),
    phrase("wait for application", "waits until an application is associated", |_| {
        Sentence::WaitForApplication
    }),
    phrase("say TEXT", "writes a line", |v| Sentence::Say(v.text())),
    phrase("calls", "shows who talks to whom", |_| Sentence::Show(Show::Calls)),
    phrase("devices", "shows the telephones and trunk lines", |_| Sentence::Show(Show::Devices)),
    phrase("help", "shows this", |_| Sentence::Show(Show::Help)),
    phrase("quit", "releases the association and ends", |_| Sentence::Quit),
];
