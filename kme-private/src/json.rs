//! Private data as JSON, in the form of csta-codec.

use csta_codec::Element;
use csta_codec::jer::{Jer, JerError, Path, PrivateData, Value};

use crate::KmePrivateData;

/// Names Panasonic's private data in the JSON of every value that carries them, and takes them
/// back: a hook for [`Json::with_private_data`](csta_codec::jer::Json::with_private_data) and
/// [`Path::with_private_data`].
///
/// The form is that of [`csta_codec::jer`], with the identifiers that the documentation of each
/// type gives. Alternatives, members and numbers whose meaning is unknown stand there as that form
/// has it, in hexadecimal digits or as a number. An element that is not Panasonic's, or not as
/// Panasonic's are known, is shown as it would be without the hook: all of it in hexadecimal
/// digits. Nothing is dropped: what is shown encodes to the octets it was read from, as far as
/// these were in minimal lengths and in the order of the definitions.
///
/// ```
/// use csta_codec::jer::{self, Jer, Json, Path};
/// use csta_codec::{Ber, types::CstaCommonArguments};
/// use kme_private::KmeJson;
///
/// let octets = [0x7E, 0x09, 0xA1, 0x07, 0xA6, 0x05, 0xAA, 0x03, 0x0A, 0x01, 0x01];
/// let extensions = CstaCommonArguments::decode(&octets)?;
/// let text = Json::new(&extensions).with_private_data(&KmeJson).to_string();
/// assert_eq!(
///     text,
///     r#"{"privateData":[{"private":{"kmeAdditionalData":{"conditionCode":"tr"}}}]}"#,
/// );
///
/// let at = Path::ROOT.with_private_data(&KmeJson);
/// assert_eq!(CstaCommonArguments::encode_jer_at(&jer::parse(&text)?, &at)?, octets);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct KmeJson;

impl PrivateData for KmeJson {
    fn show(&self, element: &Element<'_>, to: &mut dyn FnMut(&dyn Jer)) {
        match element.read() {
            Ok(KmePrivateData::Unrecognised(_)) | Err(_) => {}
            Ok(value) => to(&value),
        }
    }

    fn encode(&self, json: &Value, at: &Path<'_>) -> Option<Result<Vec<u8>, JerError>> {
        json.is_object().then(|| KmePrivateData::encode_jer_at(json, at))
    }
}
