//! The command `log`: what a program has written of its connection to a switch.

use std::io::Write;

use crate::cli::LogArguments;
use crate::error::Error;
use crate::json_line;
use crate::pieces::{self, Framing};
use crate::text;
use crate::timeline::{Frame, Place, Quality, Timeline, What};

/// Shows the messages in a log; whether there are any and all were understood.
pub(crate) fn run(arguments: &LogArguments, out: &mut dyn Write) -> Result<bool, Error> {
    let blocks = text::read(&arguments.file)?;
    let stamped = || blocks.iter().filter_map(|block| Some((block, block.stamp()?)));
    let Some((_, first)) = stamped().next() else {
        return Err(Error::NoLog(arguments.file.clone()));
    };
    if !arguments.view.json {
        writeln!(out, "times in seconds from {}", json_line::time_of(first.time))?;
    }
    let mut timeline = Timeline::new(out, &arguments.view, Place::of_log(), first.time);
    let mut is_whole = true;
    for (block, stamp) in stamped() {
        for piece in pieces::split(&block.octets) {
            is_whole &= !matches!(piece.framing, Framing::Short { .. });
            let what = What::Message(piece.octets.to_vec().into());
            timeline.frame(stamp.direction, &Frame { time: stamp.time, what })?;
        }
    }
    Ok(timeline.finish(&[Quality::default(); 2])? && is_whole && stamped().count() == blocks.len())
}
