//! ACSE: how an association begins and ends (ITU-T X.227), and what CSTA adds to it.

use crate::ber::{BitString, Element, OctetString};
use crate::types::{CstaVersion, UserInformation};
use crate::{
    Ber, DecodeError, GraphicString, ObjectIdentifier, SequenceOf, bit_string, choice, enumerated,
    newtype, sequence,
};

choice! {
    /// One of the five messages of ACSE.
    pub enum Acse<'a> "ACSE-apdu" {
        /// Asks for an association.
        Aarq "aarq": Aarq<'a>,
        /// Accepts or rejects it.
        Aare "aare": Aare<'a>,
        /// Asks to end it.
        Rlrq "rlrq": Rlrq<'a>,
        /// Agrees to end it.
        Rlre "rlre": Rlre<'a>,
        /// Ends it at once.
        Abrt "abrt": Abrt<'a>,
    }
}

/// The application context of CSTA, 1.3.12.0.218 (ECMA-218).
pub const CSTA_CONTEXT: ObjectIdentifier<'static> =
    ObjectIdentifier::new(&[0x2B, 0x0C, 0x00, 0x81, 0x5A]);

/// What the user information is by: 1.3.12.0.285.200, CSTA Phase III.
pub const CSTA_INFORMATION: ObjectIdentifier<'static> =
    ObjectIdentifier::new(&[0x2B, 0x0C, 0x00, 0x82, 0x1D, 0x81, 0x48]);

sequence! {
    /// Asks for an association.
    pub struct Aarq<'a> "AARQ-apdu" [APPLICATION 0 IMPLICIT] {
        /// Panasonic's switches take anything here, even text.
        protocol_version "protocol-version" [0 IMPLICIT]: BitString<'a> = OPTIONAL,
        application_context_name "application-context-name" [1 EXPLICIT]: ObjectIdentifier<'a>,
        called_ap_title "called-AP-title" [2 EXPLICIT]: Element<'a> = OPTIONAL,
        called_ae_qualifier "called-AE-qualifier" [3 EXPLICIT]: Element<'a> = OPTIONAL,
        called_ap_invocation_identifier "called-AP-invocation-identifier" [4 EXPLICIT]: i64 = OPTIONAL,
        called_ae_invocation_identifier "called-AE-invocation-identifier" [5 EXPLICIT]: i64 = OPTIONAL,
        calling_ap_title "calling-AP-title" [6 EXPLICIT]: Element<'a> = OPTIONAL,
        calling_ae_qualifier "calling-AE-qualifier" [7 EXPLICIT]: Element<'a> = OPTIONAL,
        calling_ap_invocation_identifier "calling-AP-invocation-identifier" [8 EXPLICIT]: i64 = OPTIONAL,
        calling_ae_invocation_identifier "calling-AE-invocation-identifier" [9 EXPLICIT]: i64 = OPTIONAL,
        sender_acse_requirements "sender-acse-requirements" [10 IMPLICIT]: AcseRequirements = OPTIONAL,
        mechanism_name "mechanism-name" [11 IMPLICIT]: ObjectIdentifier<'a> = OPTIONAL,
        /// Name and password, where the other side asks for them.
        calling_authentication_value "calling-authentication-value" [12 EXPLICIT]: AuthenticationValue<'a> = OPTIONAL,
        implementation_information "implementation-information" [29 IMPLICIT]: GraphicString<'a> = OPTIONAL,
        /// The versions of CSTA that are offered.
        user_information "user-information" [30 IMPLICIT]: SequenceOf<'a, External<'a>> = OPTIONAL,
    }
}

sequence! {
    /// Accepts or rejects an association.
    pub struct Aare<'a> "AARE-apdu" [APPLICATION 1 IMPLICIT] {
        protocol_version "protocol-version" [0 IMPLICIT]: BitString<'a> = OPTIONAL,
        application_context_name "application-context-name" [1 EXPLICIT]: ObjectIdentifier<'a>,
        result "result" [2 EXPLICIT]: AssociateResult,
        result_source_diagnostic "result-source-diagnostic" [3 EXPLICIT]: AssociateSourceDiagnostic<'a>,
        responding_ap_title "responding-AP-title" [4 EXPLICIT]: Element<'a> = OPTIONAL,
        responding_ae_qualifier "responding-AE-qualifier" [5 EXPLICIT]: Element<'a> = OPTIONAL,
        responding_ap_invocation_identifier "responding-AP-invocation-identifier" [6 EXPLICIT]: i64 = OPTIONAL,
        responding_ae_invocation_identifier "responding-AE-invocation-identifier" [7 EXPLICIT]: i64 = OPTIONAL,
        responder_acse_requirements "responder-acse-requirements" [8 IMPLICIT]: AcseRequirements = OPTIONAL,
        mechanism_name "mechanism-name" [9 IMPLICIT]: ObjectIdentifier<'a> = OPTIONAL,
        responding_authentication_value "responding-authentication-value" [10 EXPLICIT]: AuthenticationValue<'a> = OPTIONAL,
        implementation_information "implementation-information" [29 IMPLICIT]: GraphicString<'a> = OPTIONAL,
        /// The version of CSTA that is agreed.
        user_information "user-information" [30 IMPLICIT]: SequenceOf<'a, External<'a>> = OPTIONAL,
    }
}

sequence! {
    /// Asks to end an association.
    pub struct Rlrq<'a> "RLRQ-apdu" [APPLICATION 2 IMPLICIT] {
        reason "reason" [0 IMPLICIT]: ReleaseRequestReason = OPTIONAL,
        user_information "user-information" [30 IMPLICIT]: SequenceOf<'a, External<'a>> = OPTIONAL,
    }
}

sequence! {
    /// Agrees to end an association.
    pub struct Rlre<'a> "RLRE-apdu" [APPLICATION 3 IMPLICIT] {
        reason "reason" [0 IMPLICIT]: ReleaseResponseReason = OPTIONAL,
        user_information "user-information" [30 IMPLICIT]: SequenceOf<'a, External<'a>> = OPTIONAL,
    }
}

sequence! {
    /// Ends an association at once.
    pub struct Abrt<'a> "ABRT-apdu" [APPLICATION 4 IMPLICIT] {
        abort_source "abort-source" [0 IMPLICIT]: AbortSource,
        abort_diagnostic "abort-diagnostic" [1 IMPLICIT]: AbortDiagnostic = OPTIONAL,
        user_information "user-information" [30 IMPLICIT]: SequenceOf<'a, External<'a>> = OPTIONAL,
    }
}

bit_string! {
    /// What of ACSE is asked for.
    pub struct AcseRequirements "ACSE-requirements" {
        AUTHENTICATION "authentication" = 0,
    }
}

enumerated! {
    /// Whether an association is accepted.
    pub enum AssociateResult "Associate-result" [UNIVERSAL 2 IMPLICIT] {
        Accepted "accepted" = 0,
        /// Another application holds the association, mostly.
        RejectedPermanent "rejected-permanent" = 1,
        RejectedTransient "rejected-transient" = 2,
    }
}

choice! {
    /// Who gives the result, and why.
    pub enum AssociateSourceDiagnostic<'a> "Associate-source-diagnostic" {
        /// The application on the other side.
        User "acse-service-user" [1 EXPLICIT]: UserDiagnostic,
        /// The protocol machine on the other side.
        Provider "acse-service-provider" [2 EXPLICIT]: ProviderDiagnostic,
    }
}

enumerated! {
    /// Why the application accepts or rejects; Panasonic's accepts with no reason given.
    pub enum UserDiagnostic "acse-service-user" [UNIVERSAL 2 IMPLICIT] {
        Null "null" = 0,
        NoReasonGiven "no-reason-given" = 1,
        ApplicationContextNameNotSupported "application-context-name-not-supported" = 2,
        CallingApTitleNotRecognized "calling-AP-title-not-recognized" = 3,
        CallingApInvocationIdentifierNotRecognized "calling-AP-invocation-identifier-not-recognized" = 4,
        CallingAeQualifierNotRecognized "calling-AE-qualifier-not-recognized" = 5,
        CallingAeInvocationIdentifierNotRecognized "calling-AE-invocation-identifier-not-recognized" = 6,
        CalledApTitleNotRecognized "called-AP-title-not-recognized" = 7,
        CalledApInvocationIdentifierNotRecognized "called-AP-invocation-identifier-not-recognized" = 8,
        CalledAeQualifierNotRecognized "called-AE-qualifier-not-recognized" = 9,
        CalledAeInvocationIdentifierNotRecognized "called-AE-invocation-identifier-not-recognized" = 10,
        AuthenticationMechanismNameNotRecognized "authentication-mechanism-name-not-recognized" = 11,
        AuthenticationMechanismNameRequired "authentication-mechanism-name-required" = 12,
        AuthenticationFailure "authentication-failure" = 13,
        AuthenticationRequired "authentication-required" = 14,
    }
}

enumerated! {
    /// Why the protocol machine rejects.
    pub enum ProviderDiagnostic "acse-service-provider" [UNIVERSAL 2 IMPLICIT] {
        Null "null" = 0,
        NoReasonGiven "no-reason-given" = 1,
        NoCommonAcseVersion "no-common-acse-version" = 2,
    }
}

enumerated! {
    /// Why an association is to be ended.
    pub enum ReleaseRequestReason "Release-request-reason" [UNIVERSAL 2 IMPLICIT] {
        Normal "normal" = 0,
        Urgent "urgent" = 1,
        UserDefined "user-defined" = 30,
    }
}

enumerated! {
    /// What the other side says to the end of an association.
    pub enum ReleaseResponseReason "Release-response-reason" [UNIVERSAL 2 IMPLICIT] {
        Normal "normal" = 0,
        NotFinished "not-finished" = 1,
        UserDefined "user-defined" = 30,
    }
}

enumerated! {
    /// Who aborts.
    pub enum AbortSource "ABRT-source" [UNIVERSAL 2 IMPLICIT] {
        User "acse-service-user" = 0,
        Provider "acse-service-provider" = 1,
    }
}

enumerated! {
    /// Why it aborts.
    pub enum AbortDiagnostic "ABRT-diagnostic" {
        NoReasonGiven "no-reason-given" = 1,
        ProtocolError "protocol-error" = 2,
        AuthenticationMechanismNameNotRecognized "authentication-mechanism-name-not-recognized" = 3,
        AuthenticationMechanismNameRequired "authentication-mechanism-name-required" = 4,
        AuthenticationFailure "authentication-failure" = 5,
        AuthenticationRequired "authentication-required" = 6,
    }
}

sequence! {
    /// A value of a type that is named beside it, or known to both sides.
    pub struct External<'a> "EXTERNAL" [UNIVERSAL 8 IMPLICIT] {
        direct_reference "direct-reference": ObjectIdentifier<'a> = OPTIONAL,
        indirect_reference "indirect-reference": i64 = OPTIONAL,
        data_value_descriptor "data-value-descriptor": ObjectDescriptor<'a> = OPTIONAL,
        encoding "encoding": ExternalEncoding<'a>,
    }
}

newtype! {
    /// Describes a value to people.
    pub struct ObjectDescriptor<'a> "ObjectDescriptor" [UNIVERSAL 7 IMPLICIT]: OctetString<'a>
}

choice! {
    /// The value of an [`External`].
    pub enum ExternalEncoding<'a> "EXTERNAL-encoding" {
        SingleAsn1Type "single-ASN1-type" [0 EXPLICIT]: Element<'a>,
        OctetAligned "octet-aligned" [1 IMPLICIT]: OctetString<'a>,
        Arbitrary "arbitrary" [2 IMPLICIT]: BitString<'a>,
    }
}

choice! {
    /// How one side proves who it is.
    pub enum AuthenticationValue<'a> "Authentication-value" {
        Charstring "charstring" [0 IMPLICIT]: GraphicString<'a>,
        Bitstring "bitstring" [1 IMPLICIT]: BitString<'a>,
        /// The one that CSTA switches use, see [`CstaAuthentication`].
        External "external" [2 IMPLICIT]: External<'a>,
    }
}

choice! {
    /// What CSTA puts into an [`AuthenticationValue`].
    pub enum CstaAuthentication<'a> "CSTA-Authentication" {
        /// In the request.
        Sender "sender-authentication" [0 IMPLICIT]: SenderAuthentication<'a>,
        /// In the answer; seen from Siemens HiPath.
        Responder "responder-authentication" [1 IMPLICIT]: ResponderAuthentication<'a>,
    }
}

sequence! {
    /// A name and a password, both UTF-8.
    pub struct SenderAuthentication<'a> "SenderAuthentication" {
        name "authentication-name": OctetString<'a>,
        password "authentication-password": OctetString<'a>,
    }
}

sequence! {
    /// What a switch tells of itself: a time stamp and a version, as far as is known.
    pub struct ResponderAuthentication<'a> "ResponderAuthentication" {
        first "first": OctetString<'a>,
        second "second": OctetString<'a>,
    }
}

impl<'a> External<'a> {
    /// A value whose type is named beside it.
    #[must_use]
    pub const fn named(direct_reference: ObjectIdentifier<'a>, value: Element<'a>) -> Self {
        let mut external = Self::new(ExternalEncoding::SingleAsn1Type(value));
        external.direct_reference = Some(direct_reference);
        external
    }

    /// Reads its value as a type.
    ///
    /// # Errors
    ///
    /// If it is none of that type; `None` if it is no single value of ASN.1.
    #[must_use]
    pub fn value<T: Ber<'a>>(&self) -> Option<Result<T, DecodeError>> {
        match self.encoding {
            ExternalEncoding::SingleAsn1Type(value) => Some(value.read()),
            _ => None,
        }
    }

    /// Whether its value, which may be of the type, has a form that cannot be read in place.
    fn check_form<T: Ber<'a>>(&self, apdu: &[u8]) -> Result<(), DecodeError> {
        if let ExternalEncoding::SingleAsn1Type(value) = self.encoding
            && let Err(error) = value.within(apdu).read::<T>()
            && error.is_form()
        {
            return Err(error);
        }
        Ok(())
    }
}

impl<'a> Acse<'a> {
    /// The user information of any of the messages.
    #[must_use]
    pub const fn user_information(&self) -> Option<SequenceOf<'a, External<'a>>> {
        match self {
            Self::Aarq(message) => message.user_information,
            Self::Aare(message) => message.user_information,
            Self::Rlrq(message) => message.user_information,
            Self::Rlre(message) => message.user_information,
            Self::Abrt(message) => message.user_information,
            Self::Unrecognised(_) => None,
        }
    }

    /// What proves who has sent the message.
    #[must_use]
    pub const fn authentication(&self) -> Option<AuthenticationValue<'a>> {
        match self {
            Self::Aarq(message) => message.calling_authentication_value,
            Self::Aare(message) => message.responding_authentication_value,
            _ => None,
        }
    }

    /// Looks for indefinite lengths and strings in pieces where nothing but the one who asks for
    /// a version or a login would find them, and then not understand them.
    pub(crate) fn check_forms(&self, apdu: &'a [u8]) -> Result<(), DecodeError> {
        for external in self.user_information().into_iter().flatten() {
            external.check_form::<UserInformation<'_>>(apdu)?;
        }
        if let Some(AuthenticationValue::External(external)) = self.authentication() {
            external.check_form::<CstaAuthentication<'_>>(apdu)?;
        }
        Ok(())
    }
}

impl<'a> AuthenticationValue<'a> {
    /// Name and password, if that is what it carries.
    #[must_use]
    pub fn login(&self) -> Option<SenderAuthentication<'a>> {
        let Self::External(external) = self else {
            return None;
        };
        match external.value()?.ok()? {
            CstaAuthentication::Sender(login) => Some(login),
            CstaAuthentication::Responder(_) | CstaAuthentication::Unrecognised(_) => None,
        }
    }
}

/// The versions of CSTA that user information offers or agrees, if it tells any.
#[must_use]
pub fn csta_version(user_information: &SequenceOf<'_, External<'_>>) -> Option<CstaVersion> {
    user_information.iter().find_map(|external| match external.value()?.ok()? {
        UserInformation::NewDefinition(information) => Some(information.csta_version),
        UserInformation::OldDefinition(information) => Some(information.csta_version),
        UserInformation::Unrecognised(_) => None,
    })
}
