//! Segments sorted by connection and direction.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::time::Duration;

use csta_codec::{Apdu, Ber as _};

use super::PANASONIC_PORT;
use super::frames;
use super::packets::Segment;
use super::stream::Stream;
use crate::timeline::{Direction, Frame, Quality, What};

/// What TCP carries is more than there is room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TooMuch;

/// All connections in a capture, in the order in which they appear.
#[derive(Debug)]
pub(crate) struct Connections {
    list: Vec<Connection>,
    /// The last connection between two ends.
    last: HashMap<(SocketAddr, SocketAddr), usize>,
    begin: Option<Duration>,
    /// How many more octets can be held.
    room: usize,
}

/// What was captured between two ends.
#[derive(Debug)]
pub(crate) struct Connection {
    ends: [SocketAddr; 2],
    streams: [Stream; 2],
    /// Whether its beginning was captured.
    has_begin: bool,
}

impl Connections {
    /// None yet, and room for so many octets: what TCP carries, and what is kept beside it.
    pub(crate) fn with_room(room: usize) -> Self {
        Self { list: Vec::new(), last: HashMap::new(), begin: None, room }
    }

    /// Takes a segment, if there is room for it.
    pub(crate) fn take(&mut self, segment: Segment) -> Result<(), TooMuch> {
        self.hold(Stream::held(&segment))?;
        self.begin = Some(self.begin.map_or(segment.time, |begin| begin.min(segment.time)));
        let mut ends = [segment.source, segment.destination];
        let key = (ends[0].min(ends[1]), ends[0].max(ends[1]));
        let known = self.last.get(&key).and_then(|index| self.list.get_mut(*index));
        // The same two ports again, when there has been data already.
        if let Some(connection) = known
            && !(segment.is_first && connection.has_data())
        {
            connection.take(segment);
            return Ok(());
        }
        self.hold(size_of::<Connection>())?;
        // The first that was captured may come from the switch.
        let from_switch = segment.source.port() == PANASONIC_PORT;
        if !segment.is_first && (segment.is_syn || from_switch) {
            ends.reverse();
        }
        let mut connection =
            Connection { ends, streams: Default::default(), has_begin: segment.is_first };
        connection.take(segment);
        self.last.insert(key, self.list.len());
        self.list.push(connection);
        Ok(())
    }

    fn hold(&mut self, octets: usize) -> Result<(), TooMuch> {
        self.room = self.room.checked_sub(octets).ok_or(TooMuch)?;
        Ok(())
    }

    /// When the first segment was captured.
    pub(crate) const fn begin(&self) -> Option<Duration> {
        self.begin
    }

    pub(crate) fn into_iter(self) -> impl Iterator<Item = Connection> {
        self.list.into_iter()
    }
}

impl Connection {
    fn take(&mut self, segment: Segment) {
        let [there, back] = &mut self.streams;
        let stream = if segment.source == self.ends[0] { there } else { back };
        stream.take(segment);
    }

    fn has_data(&self) -> bool {
        self.streams.iter().any(|stream| !stream.is_empty())
    }

    /// Puts both directions together and takes them apart into frames, in the order of time.
    pub(crate) fn into_frames(self) -> Framed {
        let mut framed = Framed {
            ends: self.ends,
            has_begin: self.has_begin,
            frames: Vec::new(),
            quality: Default::default(),
        };
        for (direction, (stream, quality)) in [Direction::There, Direction::Back]
            .into_iter()
            .zip(self.streams.into_iter().zip(&mut framed.quality))
        {
            let (runs, found) = stream.assemble();
            *quality = found;
            framed.frames.extend(frames::of(runs).into_iter().map(|frame| (direction, frame)));
        }
        framed.frames.sort_by_key(|(_, frame)| frame.time);
        framed
    }
}

/// A connection taken apart.
#[derive(Debug)]
pub(crate) struct Framed {
    ends: [SocketAddr; 2],
    has_begin: bool,
    pub(crate) frames: Vec<(Direction, Frame)>,
    pub(crate) quality: [Quality; 2],
}

impl Framed {
    pub(crate) const fn is_empty(&self) -> bool {
        self.frames.is_empty()
    }

    pub(crate) fn has_port(&self, port: u16) -> bool {
        self.ends.iter().any(|end| end.port() == port)
    }

    /// Whether there is a message of CSTA in it.
    pub(crate) fn carries_csta(&self) -> bool {
        self.frames.iter().any(|(_, frame)| match &frame.what {
            What::Message(apdu) => Apdu::decode(apdu).is_ok(),
            _ => false,
        })
    }

    /// Both ends, the one that opened the connection first.
    pub(crate) fn ends(&self) -> [String; 2] {
        self.ends.map(|end| end.to_string())
    }

    pub(crate) fn title(&self) -> String {
        let [there, back] = self.ends;
        let begin = if self.has_begin { "" } else { ", its beginning not captured" };
        format!("{there} -> {back}{begin}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segment(port: u16, payload: &[u8]) -> Segment {
        Segment {
            time: Duration::ZERO,
            source: SocketAddr::from(([127, 0, 0, 1], port)),
            destination: SocketAddr::from(([127, 0, 0, 1], PANASONIC_PORT)),
            sequence: 1,
            is_syn: payload.is_empty(),
            is_first: payload.is_empty(),
            payload: payload.to_vec(),
        }
    }

    #[test]
    fn holds_no_more_octets_than_there_is_room_for() {
        let mut connections = Connections::with_room(10_000);
        let taken = (0..).take_while(|_| connections.take(segment(1, &[0; 1000])).is_ok()).count();
        assert!((5..10).contains(&taken), "{taken}");
    }

    #[test]
    fn connections_that_carry_nothing_take_room_too() {
        let mut connections = Connections::with_room(10_000);
        let taken = (1..).take_while(|port| connections.take(segment(*port, &[])).is_ok()).count();
        assert!((5..100).contains(&taken), "{taken}");
    }

    #[test]
    fn acknowledgements_take_no_room() {
        let mut connections = Connections::with_room(10_000);
        let acknowledgement = || Segment { is_syn: false, is_first: false, ..segment(1, &[]) };
        assert!((0..1000).all(|_| connections.take(acknowledgement()).is_ok()));
    }
}
