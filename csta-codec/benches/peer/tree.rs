//! Floor of encoding: write a message whose parts are all known already.

/// A run of elements, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tree<'a>(Vec<Node<'a>>);

/// One element. Identifiers and leaves are borrowed from the octets it was parsed from.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Node<'a> {
    /// An element that holds octets.
    Leaf {
        /// Its identifier octets.
        identifier: &'a [u8],
        /// What it holds.
        contents: &'a [u8],
    },
    /// An element that holds elements.
    Branch {
        /// Its identifier octets.
        identifier: &'a [u8],
        /// What it holds.
        children: Tree<'a>,
    },
}

impl<'a> Tree<'a> {
    /// The elements of `bytes`; none if they are not elements of definite length to the end.
    #[must_use]
    pub fn parse(bytes: &'a [u8]) -> Option<Self> {
        let mut nodes = Vec::new();
        let mut rest = bytes;
        while !rest.is_empty() {
            let (node, after) = Node::parse(rest)?;
            nodes.push(node);
            rest = after;
        }
        Some(Self(nodes))
    }
}

impl<'a> Node<'a> {
    /// The first element of `bytes`, and what follows it.
    fn parse(bytes: &'a [u8]) -> Option<(Self, &'a [u8])> {
        let (&first, after) = bytes.split_first()?;
        let mut size = 1;
        if first & 0x1F == 0x1F {
            size += after.iter().position(|&octet| octet < 0x80)? + 1;
        }
        let (identifier, rest) = bytes.split_at_checked(size)?;
        let (&form, mut rest) = rest.split_first()?;
        let mut length = usize::from(form);
        if form >= 0x80 {
            let octets;
            (octets, rest) = rest.split_at_checked(usize::from(form & 0x7F))?;
            if octets.is_empty() || octets.len() > size_of::<usize>() {
                return None;
            }
            length = octets.iter().fold(0, |length, &octet| (length << 8) | usize::from(octet));
        }
        let (contents, rest) = rest.split_at_checked(length)?;
        let node = if first & 0x20 == 0 {
            Self::Leaf { identifier, contents }
        } else {
            Self::Branch { identifier, children: Tree::parse(contents)? }
        };
        Some((node, rest))
    }
}

/// Writes `tree` so that it ends where `buffer` ends, and returns how many octets that were.
///
/// Lengths are definite and as short as they can be. Returns 0 if `buffer` is too small.
pub fn write_backwards(tree: &Tree<'_>, buffer: &mut [u8]) -> usize {
    let size = buffer.len();
    put_tree(tree, buffer).map_or(0, |free| size - free.len())
}

/// Puts `tree` at the end of `free`, and returns what is free before it.
fn put_tree<'b>(tree: &Tree<'_>, mut free: &'b mut [u8]) -> Option<&'b mut [u8]> {
    for node in tree.0.iter().rev() {
        let end = free.len();
        let identifier;
        match node {
            Node::Leaf { identifier: octets, contents } => {
                identifier = octets;
                free = put(contents, free)?;
            }
            Node::Branch { identifier: octets, children } => {
                identifier = octets;
                free = put_tree(children, free)?;
            }
        }
        free = put_length(end - free.len(), free)?;
        free = match identifier {
            [octet] => {
                let (last, before) = free.split_last_mut()?;
                *last = *octet;
                before
            }
            _ => put(identifier, free)?,
        };
    }
    Some(free)
}

/// Puts `octets` at the end of `free`.
#[inline]
fn put<'b>(octets: &[u8], free: &'b mut [u8]) -> Option<&'b mut [u8]> {
    let at = free.len().checked_sub(octets.len())?;
    let (free, target) = free.split_at_mut_checked(at)?;
    target.copy_from_slice(octets);
    Some(free)
}

/// Puts the length octets for `length` at the end of `free`.
#[inline]
fn put_length(length: usize, free: &mut [u8]) -> Option<&mut [u8]> {
    let (last, mut free) = free.split_last_mut()?;
    *last = length.to_le_bytes()[0];
    if length >= 0x80 {
        let mut count = 1;
        let mut left = length >> 8;
        while left != 0 {
            let (octet, before) = free.split_last_mut()?;
            *octet = left.to_le_bytes()[0];
            free = before;
            left >>= 8;
            count += 1;
        }
        let (form, before) = free.split_last_mut()?;
        *form = 0x80 | count;
        free = before;
    }
    Some(free)
}
