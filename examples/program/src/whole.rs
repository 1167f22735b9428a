//! What is read whole, up to a size.

use std::io::{self, Read};

/// Reads an input to its end, if it has no more than so many octets.
///
/// ```
/// assert_eq!(program::read_whole("101".as_bytes(), 3)?, b"101");
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Errors
///
/// If it cannot be read, or is larger: of the kind [`FileTooLarge`](io::ErrorKind::FileTooLarge).
/// No more of it is read than shows that.
pub fn read_whole(input: impl Read, most: u64) -> io::Result<Vec<u8>> {
    let mut octets = Vec::new();
    input.take(most.saturating_add(1)).read_to_end(&mut octets)?;
    if octets.len() as u64 > most {
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, too_large(most)));
    }
    Ok(octets)
}

fn too_large(most: u64) -> String {
    match most >> 20 {
        mebioctets if mebioctets << 20 == most && most > 0 => {
            format!("it has more than {mebioctets} MiB, the most that is read of it")
        }
        _ => format!("it has more than {most} octets, the most that is read of it"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_as_much_as_is_allowed() {
        assert_eq!(read_whole(io::empty(), 0).unwrap(), b"");
        assert_eq!(read_whole(&b"1234"[..], 4).unwrap(), b"1234");
    }

    #[test]
    fn says_how_much_would_have_been_allowed() {
        let mut input = io::repeat(b'1').take(1000);
        let error = read_whole(&mut input, 4).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::FileTooLarge);
        assert_eq!(error.to_string(), "it has more than 4 octets, the most that is read of it");
        assert_eq!(input.limit(), 995, "one more than allowed is read");
        let error = read_whole(io::repeat(b'1'), 2 << 20).unwrap_err();
        assert_eq!(error.to_string(), "it has more than 2 MiB, the most that is read of it");
    }
}
