//! Octets as decisions.

/// Takes octets from the front. Where none are left, numbers are 0 and pieces are empty.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Input<'a>(&'a [u8]);

impl<'a> Input<'a> {
    pub(crate) const fn new(octets: &'a [u8]) -> Self {
        Self(octets)
    }

    /// The kind of the next step, unless the input is at its end.
    pub(crate) fn step(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    pub(crate) fn octet(&mut self) -> u8 {
        self.step().unwrap_or_default()
    }

    pub(crate) fn flag(&mut self) -> bool {
        self.octet() & 1 != 0
    }

    /// A number of two octets.
    pub(crate) fn number(&mut self) -> u16 {
        u16::from_be_bytes([self.octet(), self.octet()])
    }

    /// So many octets, or those that are left.
    pub(crate) fn take(&mut self, length: usize) -> &'a [u8] {
        let (taken, rest) = self.0.split_at(length.min(self.0.len()));
        self.0 = rest;
        taken
    }

    /// A piece behind its length, as in a frame.
    pub(crate) fn piece(&mut self) -> &'a [u8] {
        let length = self.number();
        self.take(length.into())
    }

    /// All that is left.
    pub(crate) fn rest(&mut self) -> &'a [u8] {
        std::mem::take(&mut self.0)
    }
}
