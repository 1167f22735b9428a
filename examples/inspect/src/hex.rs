//! Octets in hexadecimal digits.

/// Octets as they are shown: `A1 0C 02`.
pub(crate) fn spaced(octets: &[u8]) -> String {
    let digits: Vec<_> = octets.iter().map(|octet| format!("{octet:02X}")).collect();
    digits.join(" ")
}

/// Octets without anything between: `A10C02`.
pub(crate) fn digits(octets: &[u8]) -> String {
    octets.iter().map(|octet| format!("{octet:02X}")).collect()
}

/// The octets of an even number of digits, at least two.
pub(crate) fn octets(digits: &str) -> Option<Vec<u8>> {
    let digit = |octet: &u8| char::from(*octet).to_digit(16);
    let octet = |pair: &[u8]| match pair {
        [high, low] => u8::try_from(digit(high)? << 4 | digit(low)?).ok(),
        _ => None,
    };
    let octets: Vec<u8> = digits.as_bytes().chunks(2).map(octet).collect::<Option<_>>()?;
    (!octets.is_empty()).then_some(octets)
}
