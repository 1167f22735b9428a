//! What is written.

use std::io::{self, Write};
use std::time::Instant;

use pbx_sim::csta::{Notice, Verdict};
use pbx_sim::script::{CHAPTERS, Sentence, phrases};

use crate::names::Names;
use crate::words;

/// Writes lines with times to standard output.
#[derive(Debug)]
pub(crate) struct Console {
    start: Instant,
}

impl Console {
    pub(crate) fn new() -> Self {
        Self { start: Instant::now() }
    }

    /// Writes a line.
    pub(crate) fn line(&self, text: &str) {
        let time = self.start.elapsed();
        // Whoever closes standard output does not want to read this; the switch runs on.
        let _ = writeln!(io::stdout().lock(), "{:9.3}  {text}", time.as_secs_f64());
    }

    /// Writes lines without times.
    pub(crate) fn block(&self, text: &str) {
        let _ = io::stdout().lock().write_all(text.as_bytes());
    }

    /// Writes what a notice says.
    pub(crate) fn notice(&self, names: &Names, notice: &Notice) {
        let text = match notice {
            Notice::Event(event) if words::is_told_once(event) => {
                let call = event.what.connection().call;
                format!("{call}  {}", words::event(names, event))
            }
            Notice::Feature(event) if words::is_feature_told_once(event) => {
                words::feature(names, event)
            }
            // Told elsewhere, or to whoever tried.
            Notice::Event(_) | Notice::Feature(_) | Notice::Refused(_) => return,
            Notice::Record(record) => words::record(names, record),
            Notice::RecordLost => "the oldest record is lost: nobody has fetched it".to_owned(),
            Notice::Requested { operation, name, verdict } => {
                let verdict = match verdict {
                    Verdict::Result => "done",
                    Verdict::Error => "refused",
                    Verdict::Rejected => "not understood",
                };
                let name = name.map_or_else(|| format!("operation {operation}"), str::to_owned);
                format!("application: {name} {verdict}")
            }
            Notice::Garbage { octets } => format!("application: {octets} octets that are no CSTA"),
            Notice::Associated => "an application is associated".to_owned(),
            Notice::Dissociated => "an application is gone".to_owned(),
            Notice::TurnedAway => "a further application is turned away".to_owned(),
            Notice::Fault(fault) => format!("fault: {}", Sentence::Fault(fault.clone())),
            Notice::Back => "the switch is back".to_owned(),
            other => format!("{other:?}"),
        };
        self.line(&text);
    }

    /// Writes all that can be said.
    pub(crate) fn help(&self) {
        let width = phrases().map(|phrase| phrase.pattern.len()).max().unwrap_or_default();
        for chapter in CHAPTERS {
            self.block(&format!("{}\n", chapter.title));
            for phrase in chapter.phrases {
                self.block(&format!("  {:width$}  {}\n", phrase.pattern, phrase.meaning));
            }
        }
        self.block(
            "Before each: at TIME, from the beginning, or +TIME, from now. # begins a comment.\n",
        );
    }
}
