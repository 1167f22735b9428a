//! A log that nobody can fill.

use std::fmt::{self, Write as _};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use multiplexer::{BOUNDED, Bounds, LeftOut};
use tracing::callsite::Identifier;
use tracing::field::{Field, Visit};
use tracing::level_filters::LevelFilter;
use tracing::subscriber::Interest;
use tracing::{Event, Level, Metadata};
use tracing_subscriber::layer::{Context, Filter};

/// Lets lines of a level through, of each place in the program as many as [`Bounds`] allows: whoever
/// connects a thousand times a second does not fill a disk. Who asks for finer lines than is usual
/// wants all of them.
#[derive(Clone, Debug)]
pub(super) struct Bounded {
    level: LevelFilter,
    bounds: Arc<Mutex<Bounds<Identifier, (), Line>>>,
}

/// A line of the log.
#[derive(Debug)]
struct Line {
    level: Level,
    text: String,
}

impl Bounded {
    pub(super) fn new(level: LevelFilter) -> Self {
        Self { level, bounds: Arc::default() }
    }

    fn bounds(&self) -> MutexGuard<'_, Bounds<Identifier, (), Line>> {
        self.bounds.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn admits(&self, metadata: &Metadata<'_>) -> bool {
        *metadata.level() <= self.level
    }

    /// Tells what was left out in the minutes that are over.
    pub(super) fn tell(&self) {
        let left_out = self.bounds().left_out(Instant::now());
        tell(left_out);
    }

    /// Tells what was left out since.
    pub(super) fn tell_all(&self) {
        let left_out = self.bounds().begin_anew();
        tell(left_out);
    }
}

fn tell(left_out: Vec<LeftOut<Line>>) {
    for LeftOut { count, last: Line { level, text } } in left_out {
        let told =
            format!("{count} more like this were left out, of which this is the last: {text}");
        match level {
            Level::ERROR => tracing::error!(target: BOUNDED, "{told}"),
            Level::WARN => tracing::warn!(target: BOUNDED, "{told}"),
            _ => tracing::info!(target: BOUNDED, "{told}"),
        }
    }
}

impl<S> Filter<S> for Bounded {
    fn enabled(&self, metadata: &Metadata<'_>, _: &Context<'_, S>) -> bool {
        self.admits(metadata)
    }

    fn callsite_enabled(&self, metadata: &'static Metadata<'static>) -> Interest {
        // Not always: each is looked at.
        if self.admits(metadata) { Interest::sometimes() } else { Interest::never() }
    }

    fn event_enabled(&self, event: &Event<'_>, _: &Context<'_, S>) -> bool {
        let metadata = event.metadata();
        if metadata.target() == BOUNDED || *metadata.level() > Level::INFO {
            return true;
        }
        let line = Line::of(event);
        self.bounds().admit(Instant::now(), metadata.callsite(), None, line).is_some()
    }

    fn max_level_hint(&self) -> Option<LevelFilter> {
        Some(self.level)
    }
}

impl Line {
    fn of(event: &Event<'_>) -> Self {
        let mut line = Self { level: *event.metadata().level(), text: String::new() };
        event.record(&mut line);
        line
    }
}

impl Visit for Line {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        let blank = if self.text.is_empty() { "" } else { " " };
        // Writing to a text does not fail.
        let _ = match field.name() {
            "message" => write!(self.text, "{blank}{value:?}"),
            name => write!(self.text, "{blank}{name}={value:?}"),
        };
    }
}

#[cfg(test)]
mod tests {
    use std::io;

    use tracing_subscriber::Registry;
    use tracing_subscriber::fmt::MakeWriter;
    use tracing_subscriber::layer::{Layer as _, SubscriberExt as _};

    use super::*;

    /// What is written.
    #[derive(Clone, Default)]
    struct Written(Arc<Mutex<Vec<u8>>>);

    impl io::Write for Written {
        fn write(&mut self, octets: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().write(octets)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    impl MakeWriter<'_> for Written {
        type Writer = Self;

        fn make_writer(&self) -> Self {
            self.clone()
        }
    }

    /// What is written when this happens, with lines of a level.
    fn written(level: LevelFilter, happen: impl FnOnce(&Bounded)) -> String {
        let written = Written::default();
        let bounded = Bounded::new(level);
        let layer = tracing_subscriber::fmt::layer().with_ansi(false).with_writer(written.clone());
        let subscriber = Registry::default().with(layer.with_filter(bounded.clone()));
        tracing::subscriber::with_default(subscriber, || happen(&bounded));
        let octets = written.0.lock().unwrap().clone();
        String::from_utf8(octets).unwrap()
    }

    #[test]
    fn finer_lines_are_all_there_if_they_are_wanted() {
        let text = written(LevelFilter::DEBUG, |_| {
            (0..1000).for_each(|number| tracing::debug!(number, "fine"));
        });
        assert_eq!(text.lines().count(), 1000);
    }

    #[test]
    fn a_flood_of_lines_is_told_in_few_and_nothing_else_is_hidden() {
        let text = written(LevelFilter::INFO, |bounded| {
            for number in 0..1000 {
                tracing::info!(number, from = %"here", "an application is connected");
                tracing::debug!("too fine");
                tracing::warn!(target: BOUNDED, "bounded elsewhere");
            }
            tracing::error!("something else");
            bounded.tell_all();
            bounded.tell_all();
        });
        let count = |wanted: &str| text.lines().filter(|line| line.contains(wanted)).count();
        // With the line that tells of the others.
        assert_eq!(count("an application is connected number="), 20 + 1);
        let left_out = "INFO multiplexer::bounded: 980 more like this were left out, of which this is \
                        the last: an application is connected number=999 from=here";
        assert_eq!(count(left_out), 1, "{text}");
        assert_eq!((count("bounded elsewhere"), count("something else")), (1000, 1));
        assert_eq!(text.lines().count(), 20 + 1 + 1000 + 1, "{text}");
    }
}
