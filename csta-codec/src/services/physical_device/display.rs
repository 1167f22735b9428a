//! The display of a telephone.
//!
//! The ASN.1 modules are `CSTA-get-display` and `CSTA-set-display`.

use crate::types::{CharacterSet, CstaCommonArguments, DeviceId, DisplayId};
use crate::{Ia5String, SequenceOf, choice, operation, sequence};

operation! {
    /// Asks what the display of a telephone shows.
    pub GetDisplay "getDisplay" = 263, "Get Display", ToSwitch: GetDisplayArgument<'a> => GetDisplayResult<'a>
}

sequence! {
    /// The device, and which display; all if absent.
    pub struct GetDisplayArgument<'a> "GetDisplayArgument" {
        device "device": DeviceId<'a>,
        display "display": DisplayId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// The displays and what they show.
    pub struct GetDisplayResult<'a> "GetDisplayResult" {
        display_list "displayList": DisplayList<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// A display, its size and what it shows.
    pub struct DisplayListEntry<'a> "DisplayListEntry" {
        display_id "displayID": DisplayId<'a>,
        /// The size of the whole display, of which a part is seen.
        logical_rows "logicalRows": i64,
        logical_columns "logicalColumns": i64,
        /// The size of the part that is seen.
        physical_rows "physicalRows" [0 IMPLICIT]: i64 = OPTIONAL,
        physical_columns "physicalColumns" [1 IMPLICIT]: i64 = OPTIONAL,
        /// The row of the whole display that is seen uppermost.
        physical_base_row_number "physicalBaseRowNumber" [2 IMPLICIT]: i64 = OPTIONAL,
        /// The column of the whole display that is seen leftmost.
        physical_base_column_number "physicalBaseColumnNumber" [3 IMPLICIT]: i64 = OPTIONAL,
        character_set "characterSet": CharacterSet = OPTIONAL,
        contents_of_display "contentsOfDisplay": Ia5String<'a>,
    }
}

/// Displays of a telephone.
pub type DisplayList<'a> = SequenceOf<'a, DisplayListEntry<'a>>;

operation! {
    /// Writes to the display of a telephone.
    pub SetDisplay "setDisplay" = 274, "Set Display", ToSwitch: SetDisplayArgument<'a> => SetDisplayResult<'a>
}

sequence! {
    /// The display, the text, and where it goes.
    pub struct SetDisplayArgument<'a> "SetDisplayArgument" {
        device "device": DeviceId<'a>,
        display "display": DisplayId<'a> = OPTIONAL,
        physical_base_row_number "physicalBaseRowNumber" [0 IMPLICIT]: i64 = OPTIONAL,
        physical_base_column_number "physicalBaseColumnNumber" [1 IMPLICIT]: i64 = OPTIONAL,
        /// 240 characters at most.
        contents_of_display "contentsOfDisplay": Ia5String<'a>,
        /// The position of the first character.
        offset "offset" [2 IMPLICIT]: i64 = OPTIONAL,
        character_set "characterSet" [3 IMPLICIT]: CharacterSet = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`SetDisplay`]; it has nothing to say of its own.
    pub enum SetDisplayResult<'a> "SetDisplayResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}
