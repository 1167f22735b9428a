//! One direction of a connection: segments put together in the order of what they carry.

use std::collections::BTreeMap;
use std::time::Duration;

use super::packets::Segment;
use crate::timeline::Quality;

/// The segments of one direction, as they were captured.
#[derive(Debug, Default)]
pub(crate) struct Stream {
    segments: Vec<Piece>,
    /// Offset of what comes behind the last segment that was taken, and its sequence number.
    last: Option<(i64, u32)>,
    /// The offset at which the connection begins, if its beginning was captured.
    begin: Option<i64>,
}

#[derive(Debug)]
struct Piece {
    /// Counted from the first segment that was captured, so that it may be negative.
    offset: i64,
    time: Duration,
    octets: Vec<u8>,
}

/// What was put together without a gap.
#[derive(Debug, Default)]
pub(crate) struct Run {
    pub(crate) octets: Vec<u8>,
    /// When the octets up to an index had been captured, in order of the index.
    pub(crate) times: Vec<(usize, Duration)>,
    /// How many octets were not captured before this.
    pub(crate) missing: u64,
    /// Whether the connection begins here.
    pub(crate) is_begin: bool,
}

impl Run {
    /// When the octet of an index was captured.
    pub(crate) fn time(&self, index: usize) -> Duration {
        let position = self.times.partition_point(|(end, _)| *end <= index);
        self.times
            .get(position)
            .or_else(|| self.times.last())
            .map(|(_, time)| *time)
            .unwrap_or_default()
    }
}

impl Stream {
    pub(crate) const fn is_empty(&self) -> bool {
        self.segments.is_empty()
    }

    /// How many octets are held of a segment.
    pub(crate) const fn held(segment: &Segment) -> usize {
        match segment.payload.len() {
            0 => 0,
            octets => octets + size_of::<Piece>(),
        }
    }

    pub(crate) fn take(&mut self, segment: Segment) {
        let (offset, sequence) = self.last.unwrap_or((0, segment.sequence));
        // The numbers wrap around; what lies less than half of them behind comes earlier.
        let distance = segment.sequence.wrapping_sub(sequence).cast_signed();
        let mut offset = offset + i64::from(distance);
        if self.last.is_none_or(|(last, _)| offset > last) {
            self.last = Some((offset, segment.sequence));
        }
        if segment.is_syn {
            offset += 1;
            self.begin.get_or_insert(offset);
        }
        if !segment.payload.is_empty() {
            self.segments.push(Piece { offset, time: segment.time, octets: segment.payload });
        }
    }

    /// Puts the segments together. Of octets that were captured twice, the first ones count.
    pub(crate) fn assemble(self) -> (Vec<Run>, Quality) {
        let begin = self.begin;
        let (pieces, mut quality) = self.without_overlap();
        let mut runs: Vec<Run> = Vec::new();
        let mut end = begin;
        for (offset, piece) in pieces {
            let missing = end.map_or(0, |end| offset - end).max(0).unsigned_abs();
            if missing > 0 || runs.is_empty() {
                let is_begin = runs.is_empty() && missing == 0 && begin.is_some();
                runs.push(Run { missing, is_begin, ..Run::default() });
                quality.missing += missing;
            }
            if let Some(run) = runs.last_mut() {
                run.octets.extend_from_slice(&piece.octets);
                let before = run.times.last().map(|(_, time)| *time).unwrap_or_default();
                run.times.push((run.octets.len(), piece.time.max(before)));
            }
            end = Some(piece.end(offset));
        }
        (runs, quality)
    }

    /// The segments by offset, each without what an earlier one had already.
    fn without_overlap(self) -> (BTreeMap<i64, Piece>, Quality) {
        let mut pieces: BTreeMap<i64, Piece> = BTreeMap::new();
        let mut quality = Quality::default();
        let mut furthest = i64::MIN;
        for segment in self.segments {
            let (start, end) = (segment.offset, segment.end(segment.offset));
            let before = pieces.range(..start).next_back();
            let known: Vec<_> = before
                .into_iter()
                .chain(pieces.range(start..end))
                .map(|(offset, piece)| (*offset, piece.end(*offset)))
                .filter(|(_, known_end)| *known_end > start)
                .collect();
            if known.is_empty() {
                quality.out_of_order += usize::from(start < furthest);
            } else {
                quality.retransmitted += 1;
            }
            furthest = furthest.max(end);
            let mut at = self.begin.map_or(start, |begin| begin.max(start));
            for (known_start, known_end) in known.into_iter().chain([(end, end)]) {
                if at < known_start
                    && let Some(new) = segment.part(at, known_start)
                {
                    pieces.insert(at, new);
                }
                at = at.max(known_end);
            }
        }
        (pieces, quality)
    }
}

impl Piece {
    /// The offset behind it, if it begins at this one.
    fn end(&self, offset: i64) -> i64 {
        offset.saturating_add_unsigned(self.octets.len() as u64)
    }

    /// What of it stands from one offset to another.
    fn part(&self, from: i64, to: i64) -> Option<Self> {
        let index = |offset: i64| usize::try_from(offset - self.offset).ok();
        let octets = self.octets.get(index(from)?..index(to)?)?.to_vec();
        Some(Self { offset: from, time: self.time, octets })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stream(segments: &[(u32, &str)]) -> Stream {
        let mut stream = Stream::default();
        for (time, (sequence, text)) in (0..).zip(segments) {
            stream.take(Segment {
                time: Duration::from_secs(time),
                source: "127.0.0.1:1".parse().unwrap(),
                destination: "127.0.0.1:2".parse().unwrap(),
                sequence: *sequence,
                is_syn: *text == "SYN",
                is_first: false,
                payload: if *text == "SYN" { Vec::new() } else { text.as_bytes().to_vec() },
            });
        }
        stream
    }

    fn texts(segments: &[(u32, &str)]) -> Vec<String> {
        let (runs, _) = stream(segments).assemble();
        runs.into_iter().map(|run| String::from_utf8(run.octets).unwrap()).collect()
    }

    #[test]
    fn puts_segments_in_order() {
        assert_eq!(texts(&[(10, "abc"), (16, "ghi"), (13, "def"), (19, "j")]), ["abcdefghij"]);
        assert_eq!(texts(&[(16, "ghi"), (13, "def"), (10, "abc")]), ["abcdefghi"]);
    }

    #[test]
    fn drops_what_was_sent_twice_and_keeps_the_first() {
        let segments = [(10, "abc"), (10, "XYZ"), (11, "XYdef"), (9, "QRS"), (15, "f")];
        assert_eq!(texts(&segments), ["Qabcdef"]);
        let (_, quality) = stream(&segments).assemble();
        assert_eq!(quality.missing, 0);
        assert!(quality.retransmitted >= 3);
    }

    #[test]
    fn sequence_numbers_wrap_around() {
        assert_eq!(texts(&[(u32::MAX - 3, "SYN"), (u32::MAX - 2, "abc"), (0, "def")]), ["abcdef"]);
    }

    #[test]
    fn a_gap_begins_a_new_run() {
        let (runs, quality) = stream(&[(9, "SYN"), (10, "abc"), (20, "xyz")]).assemble();
        assert_eq!(quality.missing, 7);
        let found: Vec<_> = runs.iter().map(|run| (run.is_begin, run.missing)).collect();
        assert_eq!(found, [(true, 0), (false, 7)]);
    }

    #[test]
    fn an_octet_has_come_when_all_before_it_have() {
        let (runs, _) = stream(&[(10, "abc"), (16, "ghi"), (13, "def")]).assemble();
        let times: Vec<_> = [0, 3, 6].map(|index| runs[0].time(index).as_secs()).into();
        assert_eq!(times, [0, 2, 2]);
    }
}
