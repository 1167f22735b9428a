//! Private data: what another crate knows of them.

use serde_json::Value;

use super::encode::{Member, element_octets, element_of, write_choice};
use super::{Jer, JerError, JerErrorKind, Node, Path};
use crate::ber::TagSet;
use crate::types::CstaPrivateData;
use crate::{Ber, Element, OctetString, Writer};

/// What a crate for a manufacturer's private data does for the `private` alternative of every
/// [`CstaPrivateData`] in a value.
///
/// It is handed to [`Json::with_private_data`](super::Json::with_private_data) and
/// [`Path::with_private_data`].
///
/// ```
/// use csta_codec::jer::{self, Jer, JerError, Json, Path, PrivateData};
/// use csta_codec::{Element, Ber, types::CstaPrivateData};
/// use serde_json::Value;
///
/// /// A manufacturer whose private data is a number.
/// struct Acme;
///
/// impl PrivateData for Acme {
///     fn show(&self, element: &Element<'_>, to: &mut dyn FnMut(&dyn Jer)) {
///         if let Ok(number) = element.read::<i64>() {
///             to(&number);
///         }
///     }
///
///     fn encode(&self, json: &Value, at: &Path<'_>) -> Option<Result<Vec<u8>, JerError>> {
///         json.is_number().then(|| i64::encode_jer_at(json, at))
///     }
/// }
///
/// let octets = [0x02, 0x01, 0x2A];
/// let value = CstaPrivateData::decode(&octets)?;
/// let text = Json::new(&value).with_private_data(&Acme).to_string();
/// assert_eq!(text, r#"{"private":42}"#);
/// let at = Path::ROOT.with_private_data(&Acme);
/// assert_eq!(CstaPrivateData::encode_jer_at(&jer::parse(&text)?, &at)?, octets);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub trait PrivateData {
    /// Hands what the element is to `to`, once, or does nothing if that is not known.
    fn show(&self, element: &Element<'_>, to: &mut dyn FnMut(&dyn Jer));

    /// The element that JSON stands for, identifier and length included, or `None` for JSON that
    /// this does not make.
    fn encode(&self, json: &Value, at: &Path<'_>) -> Option<Result<Vec<u8>, JerError>>;
}

/// The element of a `private` alternative.
struct Private<'a>(Element<'a>);

impl Jer for Private<'_> {
    fn show(&self, to: &mut dyn FnMut(Node<'_>)) {
        to(Node::Private(self.0));
    }

    fn write_json(json: &Value, at: &Path<'_>, writer: &mut Writer) -> Result<(), JerError> {
        let known = at.private_data().and_then(|hook| hook.encode(json, at));
        let octets = known.unwrap_or_else(|| element_octets(json, at))?;
        let element = element_of(&octets, at)?;
        if OctetString::TAG.matches(element.tag()) {
            let what = "an OCTET STRING, which is the alternative \"string\"";
            return Err(at.error(JerErrorKind::InvalidValue(what)));
        }
        element.write(writer);
        Ok(())
    }
}

impl Jer for CstaPrivateData<'_> {
    fn show(&self, to: &mut dyn FnMut(Node<'_>)) {
        to(Node::Object(&|member| match self {
            Self::String(string) => member("string", string),
            Self::Private(element) => member("private", &Private(*element)),
        }));
    }

    fn write_json(json: &Value, at: &Path<'_>, writer: &mut Writer) -> Result<(), JerError> {
        const ALTERNATIVES: &[Member] = &[
            Member::mandatory::<OctetString<'_>, { crate::ber::spec::NATURAL }>("string"),
            Member::untagged("private", Private::write_json),
        ];
        write_choice(json, at, writer, &TagSet::ALL, ALTERNATIVES)
    }
}

crate::__serialize! { [<'a>] CstaPrivateData<'a> }
