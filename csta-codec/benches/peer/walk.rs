//! Floor of decoding: walk over every element and count.

/// The number of elements in `bytes`, those inside constructed ones included.
///
/// Knows identifiers of any length and the short and long definite length. Stops counting where
/// the octets are no such element. Recurses as deep as the octets ask: for trusted octets only.
#[must_use]
pub fn walk(bytes: &[u8]) -> usize {
    let mut rest = bytes;
    let mut count = 0;
    while let Some((&identifier, after)) = rest.split_first() {
        let Some((contents, after)) = contents(identifier, after) else {
            break;
        };
        count += 1;
        if identifier & 0x20 != 0 {
            count += walk(contents);
        }
        rest = after;
    }
    count
}

/// The contents of the element whose first octet was `identifier`, and what follows them.
#[inline(always)]
fn contents(identifier: u8, mut rest: &[u8]) -> Option<(&[u8], &[u8])> {
    if identifier & 0x1F == 0x1F {
        loop {
            let (&octet, after) = rest.split_first()?;
            rest = after;
            if octet < 0x80 {
                break;
            }
        }
    }
    let (&first, mut rest) = rest.split_first()?;
    let mut length = usize::from(first);
    if first >= 0x80 {
        let octets;
        (octets, rest) = rest.split_at_checked(usize::from(first & 0x7F))?;
        if octets.is_empty() || octets.len() > size_of::<usize>() {
            return None;
        }
        length = octets.iter().fold(0, |length, &octet| (length << 8) | usize::from(octet));
    }
    rest.split_at_checked(length)
}
