//! Handset, headset, speakerphone: what a telephone has to hear and speak with.
//!
//! The ASN.1 module is `CSTA-get-auditory-apparatus-information`.

use crate::types::{AuditoryApparatusId, AuditoryApparatusList, CstaCommonArguments, DeviceId};
use crate::{operation, sequence};

operation! {
    /// Asks which handsets, headsets and the like a telephone has.
    pub GetAuditoryApparatusInformation "getAuditoryApparatusInformation" = 261, "Get Auditory Apparatus Information", ToSwitch: GetAuditoryApparatusInformationArgument<'a> => GetAuditoryApparatusInformationResult<'a>
}

sequence! {
    /// The device, and which of them; all if absent.
    pub struct GetAuditoryApparatusInformationArgument<'a> "GetAuditoryApparatusInformationArgument" {
        device "device": DeviceId<'a>,
        auditory_apparatus "auditoryApparatus": AuditoryApparatusId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// The handsets, headsets and the like.
    pub struct GetAuditoryApparatusInformationResult<'a> "GetAuditoryApparatusInformationResult" {
        auditory_apparatus_list "auditoryApparatusList": AuditoryApparatusList<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
