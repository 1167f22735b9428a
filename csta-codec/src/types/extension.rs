//! What every argument, result and event can carry besides.
//!
//! The ASN.1 module is `CSTA-extension-types`.

use crate::ber::{Tag, TagSet, fill_top};
use crate::types::CstaSecurityData;
use crate::{Ber, DecodeError, Element, OctetString, SequenceOf, sequence};

sequence! {
    /// What any argument, result and event can carry besides: security and private data.
    pub struct CstaCommonArguments<'a> "CSTACommonArguments" [APPLICATION 30 IMPLICIT] {
        security "security" [0 IMPLICIT]: CstaSecurityData<'a> = OPTIONAL,
        private_data "privateData" [1 IMPLICIT]: SequenceOf<'a, CstaPrivateData<'a>> = OPTIONAL,
    }
}

/// Private data of the manufacturer, which the standard leaves open.
///
/// `CHOICE` `CSTAPrivateData`. The module has a NULL in place of the manufacturer's type, so that
/// any element but an OCTET STRING is the `private` alternative; `kme-private` reads Panasonic's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CstaPrivateData<'a> {
    /// `string`
    String(OctetString<'a>),
    /// `private`
    Private(Element<'a>),
}

impl<'a> Ber<'a> for CstaPrivateData<'a> {
    const NAME: &'static str = "CSTAPrivateData";
    const TAG: Tag = Tag::NONE;
    const TAGS: TagSet = TagSet::ALL;
    type At<'b> = CstaPrivateData<'b>;

    fn empty() -> Self {
        Self::String(OctetString::empty())
    }

    fn fill(&mut self, tag: Tag, content: &'a [u8]) -> Result<(), DecodeError> {
        *self = if OctetString::TAG.matches(tag) {
            let mut string = OctetString::empty();
            fill_top(&mut string, tag, content)?;
            Self::String(string)
        } else {
            Self::Private(Element::new(tag, content))
        };
        Ok(())
    }

    fn put_content(&self, room: &mut [u8], end: usize) -> usize {
        match self {
            Self::String(string) => string.put(room, end),
            Self::Private(element) => element.put(room, end),
        }
    }
}
