//! What stands in the open types of ROSE.

use csta_codec::rose::Rose;
use csta_codec::{Apdu, Ber, DecodeError, Element, OperationInfo, TypeInfo, UNIVERSAL_FAILURE};

/// The open type of a message of ROSE, and the type that belongs there.
pub(crate) fn open<'a>(apdu: &Apdu<'a>) -> Option<(TypeInfo, Element<'a>)> {
    let Apdu::Rose(rose) = apdu else {
        return None;
    };
    match rose {
        Rose::Invoke(invoke) => {
            let operation = OperationInfo::by_code(invoke.operation.local()?)?;
            Some((operation.argument, invoke.argument?))
        }
        Rose::ReturnResult(result) => {
            let result = result.result?;
            let operation = OperationInfo::by_code(result.operation.local()?)?;
            Some((operation.result?, result.result))
        }
        Rose::ReturnError(error) => Some((UNIVERSAL_FAILURE, error.parameter?)),
        Rose::Reject(_) | Rose::Unrecognised(_) => None,
    }
}

/// Reads an element and writes what was read.
pub(crate) fn recode(known: TypeInfo, element: &Element<'_>) -> Result<Vec<u8>, DecodeError> {
    known.check(element)?;
    Ok(known.decode(element)?.to_ber())
}

/// The same with octets.
pub(crate) fn recode_octets(known: TypeInfo, octets: &[u8]) -> Result<Vec<u8>, DecodeError> {
    recode(known, &Element::decode(octets)?)
}

/// The same, after octets that cannot be read in place were rewritten.
pub(crate) fn recode_any_form(
    known: TypeInfo,
    element: &Element<'_>,
) -> Result<Vec<u8>, DecodeError> {
    match recode(known, element) {
        Err(error) if error.is_form() => recode_octets(known, &known.normalise(&element.encode())?),
        result => result,
    }
}
