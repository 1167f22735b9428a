//! Elements without a schema, read and written without the codec.

#![allow(dead_code, reason = "each test takes what it needs")]
#![expect(clippy::indexing_slicing, reason = "what fails here fails the test")]

/// An element and the elements in it.
#[derive(Clone, Debug)]
pub(crate) struct Tree {
    /// The identifier octets.
    pub(crate) identifier: Vec<u8>,
    pub(crate) content: Content,
}

#[derive(Clone, Debug)]
pub(crate) enum Content {
    Primitive(Vec<u8>),
    Constructed(Vec<Tree>),
}

/// How lengths are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lengths {
    Minimal,
    /// The long form with so many octets.
    Long(u8),
    /// The indefinite form for what is constructed, the minimal one for what is not.
    Indefinite,
    /// The indefinite form for what is constructed, the long one for what is not.
    IndefiniteAndLong(u8),
}

impl Tree {
    /// The element that octets are.
    pub(crate) fn of(octets: &[u8]) -> Self {
        Self::parse(octets).0
    }

    /// The first element and what is behind it. The octets must be well-formed and definite.
    pub(crate) fn parse(octets: &[u8]) -> (Self, &[u8]) {
        let identifier_len = if octets[0] & 0x1F == 0x1F {
            2 + octets[1..].iter().take_while(|&&octet| octet & 0x80 != 0).count()
        } else {
            1
        };
        let (identifier, rest) = octets.split_at(identifier_len);
        let (length, rest) = match rest[0] {
            short @ 0..0x80 => (usize::from(short), &rest[1..]),
            long => {
                let (length, rest) = rest[1..].split_at(usize::from(long & 0x7F));
                (length.iter().fold(0, |sum, &octet| sum << 8 | usize::from(octet)), rest)
            }
        };
        let (mut content, rest) = rest.split_at(length);
        let content = if identifier[0] & 0x20 == 0 {
            Content::Primitive(content.to_vec())
        } else {
            let mut children = Vec::new();
            while !content.is_empty() {
                let (child, behind) = Self::parse(content);
                children.push(child);
                content = behind;
            }
            Content::Constructed(children)
        };
        (Self { identifier: identifier.to_vec(), content }, rest)
    }

    pub(crate) fn write(&self, lengths: Lengths) -> Vec<u8> {
        let mut octets = self.identifier.clone();
        match &self.content {
            Content::Primitive(content) => {
                octets.extend(length(content.len(), lengths));
                octets.extend(content);
            }
            Content::Constructed(children) => {
                let content: Vec<u8> =
                    children.iter().flat_map(|child| child.write(lengths)).collect();
                if matches!(lengths, Lengths::Indefinite | Lengths::IndefiniteAndLong(_)) {
                    octets.push(0x80);
                    octets.extend(content);
                    octets.extend([0, 0]);
                } else {
                    octets.extend(length(content.len(), lengths));
                    octets.extend(content);
                }
            }
        }
        octets
    }

    /// Splits each primitive with one of these identifiers into pieces that are strings of the
    /// universal type beside it.
    pub(crate) fn split(&mut self, strings: &[(u8, u8)]) {
        let universal = strings.iter().find(|(identifier, _)| *identifier == self.identifier[0]);
        match (&mut self.content, universal) {
            (Content::Constructed(children), _) => {
                children.iter_mut().for_each(|child| child.split(strings));
            }
            (Content::Primitive(content), Some(&(_, universal))) => {
                let pieces = pieces(content, universal);
                self.identifier[0] |= 0x20;
                self.content = Content::Constructed(pieces);
            }
            (Content::Primitive(_), None) => {}
        }
    }
}

/// Pieces of one octet, the second of which is in pieces itself, and an empty one.
fn pieces(content: &[u8], universal: u8) -> Vec<Tree> {
    let leaf = |octets: &[u8]| Tree {
        identifier: vec![universal],
        content: Content::Primitive(octets.to_vec()),
    };
    let mut pieces: Vec<Tree> = if universal == 3 {
        // Only the last piece of a BIT STRING may leave bits unused.
        let (unused, octets) = (content[0], &content[1..]);
        let last = octets.len() - 1;
        octets
            .iter()
            .enumerate()
            .map(|(i, &octet)| leaf(&[if i == last { unused } else { 0 }, octet]))
            .collect()
    } else {
        content.chunks(1).map(leaf).chain([leaf(&[])]).collect()
    };
    if let Some(second) = pieces.get_mut(1) {
        *second = Tree {
            identifier: vec![universal | 0x20],
            content: Content::Constructed(vec![second.clone()]),
        };
    }
    pieces
}

fn length(length: usize, lengths: Lengths) -> Vec<u8> {
    let octets = length.to_be_bytes();
    let significant: Vec<u8> = octets.into_iter().skip_while(|&octet| octet == 0).collect();
    match lengths {
        Lengths::Long(count) | Lengths::IndefiniteAndLong(count) => {
            let zeros = usize::from(count) - significant.len();
            [0x80 | count].into_iter().chain(vec![0; zeros]).chain(significant).collect()
        }
        _ if length < 0x80 => vec![length as u8],
        _ => [0x80 | significant.len() as u8].into_iter().chain(significant).collect(),
    }
}
