//! Private data: what another crate knows of them.

use serde_json::Value;

use super::shape::{Member, Shape};
use super::{Jer, JerError, Node, Path};
use crate::ber::{TagSet, spec};
use crate::types::CstaPrivateData;
use crate::{Element, OctetString};

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

    fn shape() -> &'static Shape {
        &Shape::PrivateData
    }
}

impl Jer for CstaPrivateData<'_> {
    fn show(&self, to: &mut dyn FnMut(Node<'_>)) {
        to(Node::Object(&|member| match self {
            Self::String(string) => member("string", string),
            Self::Private(element) => member("private", &Private(*element)),
        }));
    }

    fn shape() -> &'static Shape {
        const {
            &Shape::Choice {
                alternatives: &[
                    Member::mandatory::<OctetString<'_>, { spec::NATURAL }>("string"),
                    Member::untagged("private", Private::shape),
                ],
                known: &TagSet::ALL,
            }
        }
    }
}

crate::__serialize! { [<'a>] CstaPrivateData<'a> }
