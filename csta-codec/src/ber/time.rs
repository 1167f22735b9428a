//! GeneralizedTime: kept as text, since switches write it without a zone.

use core::fmt;

use super::{Ber, Tag, prepend};
use crate::error::DecodeError;

/// A point in time as the switch wrote it, mostly `YYYYMMDDhhmmss` in its local time.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct GeneralizedTime<'a>(pub &'a [u8]);

/// A [`GeneralizedTime`] taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeParts {
    /// Year, 0 to 9999.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, 1 to 31.
    pub day: u8,
    /// Hour, 0 to 23.
    pub hour: u8,
    /// Minute, 0 to 59; 0 where it is left out and the hour has no fraction.
    pub minute: u8,
    /// Second, 0 to 60; 0 where it is left out and nothing above has a fraction.
    pub second: u8,
    /// Thousandths of a second; finer digits are cut off.
    pub millisecond: u16,
    /// Minutes east of UTC, or `None` for the local time of the switch.
    pub offset: Option<i16>,
}

impl<'a> GeneralizedTime<'a> {
    /// The text.
    ///
    /// # Errors
    ///
    /// If it is not even text.
    pub const fn as_str(&self) -> Result<&'a str, core::str::Utf8Error> {
        str::from_utf8(self.0)
    }

    /// Its parts, or `None` if it is no time as X.680, 46 describes it.
    ///
    /// ```
    /// use csta_codec::GeneralizedTime;
    ///
    /// let time = GeneralizedTime(b"20231019131902").parts().unwrap();
    /// assert_eq!((time.year, time.hour, time.offset), (2023, 13, None));
    /// assert!(GeneralizedTime(b"yesterday").parts().is_none());
    /// ```
    #[must_use]
    pub fn parts(&self) -> Option<TimeParts> {
        let mut digits = Digits(self.0);
        let mut parts = TimeParts {
            year: u16::try_from(digits.take(4)?).ok()?,
            month: digits.pair(1, 12)?,
            day: digits.pair(1, 31)?,
            hour: digits.pair(0, 23)?,
            minute: 0,
            second: 0,
            millisecond: 0,
            offset: None,
        };
        let mut unit = 3_600_000;
        if digits.is_next() {
            (parts.minute, unit) = (digits.pair(0, 59)?, 60_000);
            if digits.is_next() {
                (parts.second, unit) = (digits.pair(0, 60)?, 1000);
            }
        }
        if let Some(b'.' | b',') = digits.0.first() {
            digits.0 = digits.0.get(1..)?;
            // Of the smallest unit that is written.
            let milliseconds = digits.fraction()? * unit / 1_000_000_000;
            parts.minute += (milliseconds / 60_000) as u8;
            parts.second += (milliseconds / 1000 % 60) as u8;
            parts.millisecond = (milliseconds % 1000) as u16;
        }
        parts.offset = digits.zone()?;
        digits.0.is_empty().then_some(parts)
    }
}

/// What has not been read of the text.
struct Digits<'a>(&'a [u8]);

impl Digits<'_> {
    fn is_next(&self) -> bool {
        self.0.first().is_some_and(u8::is_ascii_digit)
    }

    fn take(&mut self, count: usize) -> Option<u32> {
        let (digits, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        digits.iter().try_fold(0, |sum, digit| {
            digit.is_ascii_digit().then(|| sum * 10 + u32::from(digit - b'0'))
        })
    }

    fn pair(&mut self, least: u8, most: u8) -> Option<u8> {
        let value = u8::try_from(self.take(2)?).ok()?;
        (least..=most).contains(&value).then_some(value)
    }

    /// Digits behind a point, as billionths; finer ones are cut off.
    fn fraction(&mut self) -> Option<u64> {
        let mut value = self.is_next().then_some(0)?;
        for _ in 0..9 {
            value = value * 10 + if self.is_next() { u64::from(self.take(1)?) } else { 0 };
        }
        while self.is_next() {
            self.take(1)?;
        }
        Some(value)
    }

    fn zone(&mut self) -> Option<Option<i16>> {
        let Some((&sign, rest)) = self.0.split_first() else {
            return Some(None);
        };
        self.0 = rest;
        let sign = match sign {
            b'Z' => return Some(Some(0)),
            b'+' => 1,
            b'-' => -1,
            _ => return None,
        };
        let hours = self.pair(0, 23)?;
        let minutes = if self.is_next() { self.pair(0, 59)? } else { 0 };
        Some(Some(sign * (i16::from(hours) * 60 + i16::from(minutes))))
    }
}

impl<'a> Ber<'a> for GeneralizedTime<'a> {
    const NAME: &'static str = "GeneralizedTime";
    const TAG: Tag = Tag::universal(24);
    type At<'b> = GeneralizedTime<'b>;

    #[inline(always)]
    fn empty() -> Self {
        Self(&[])
    }

    #[inline(always)]
    fn fill(&mut self, _: Tag, content: &'a [u8]) -> Result<(), DecodeError> {
        self.0 = content;
        Ok(())
    }

    fn put_content(&self, room: &mut [u8], end: usize) -> usize {
        prepend(self.0, room, end)
    }
}

impl<'a> From<&'a str> for GeneralizedTime<'a> {
    fn from(text: &'a str) -> Self {
        Self(text.as_bytes())
    }
}

impl fmt::Display for GeneralizedTime<'_> {
    /// As `2023-10-19 13:19:02`, with fraction and zone if there are any, else as it was sent.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(time) = self.parts() else {
            return f.write_str(&String::from_utf8_lossy(self.0));
        };
        let TimeParts { year, month, day, hour, minute, second, millisecond, offset } = time;
        write!(f, "{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")?;
        if millisecond != 0 {
            write!(f, ".{millisecond:03}")?;
        }
        match offset {
            None => Ok(()),
            Some(0) => f.write_str("Z"),
            Some(offset) => {
                let sign = if offset < 0 { '-' } else { '+' };
                let offset = offset.unsigned_abs();
                write!(f, "{sign}{:02}:{:02}", offset / 60, offset % 60)
            }
        }
    }
}

impl fmt::Debug for GeneralizedTime<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&String::from_utf8_lossy(self.0), f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_what_was_sent() {
        for (text, shown) in [
            ("20231019131902", "2023-10-19 13:19:02"),
            ("20231019131902.5Z", "2023-10-19 13:19:02.500Z"),
            ("202310191319+0130", "2023-10-19 13:19:00+01:30"),
            ("2023101913-05", "2023-10-19 13:00:00-05:00"),
            ("2023101913.5", "2023-10-19 13:30:00"),
            ("2023101913,33333", "2023-10-19 13:19:59.988"),
            ("202310191319.25Z", "2023-10-19 13:19:15Z"),
            ("20231019131902.0459999999999", "2023-10-19 13:19:02.045"),
            ("20231319131902", "20231319131902"), // no month 13
            ("20231019131902.Z", "20231019131902.Z"),
        ] {
            assert_eq!(GeneralizedTime::from(text).to_string(), shown);
        }
    }
}
