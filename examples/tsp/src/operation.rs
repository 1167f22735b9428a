//! The operations of a line: what each is called, in which states of a call it is allowed, and by
//! which services of CSTA it is carried out. One table.

use std::fmt;

use crate::CallState;

/// Declares the operations, one a line.
macro_rules! operations {
    (
        $($(#[$meta:meta])* $operation:ident $words:literal, $tapi:literal, [$($service:literal),*],
            [$($state:ident),*];)*
    ) => {
        /// An operation of a line.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Operation {
            $(
                $(#[$meta])*
                #[doc = concat!("\n\n`", $tapi, "`")]
                $operation,
            )*
        }

        impl Operation {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$operation),*];

            /// What it is called, after "the line cannot".
            #[must_use]
            pub const fn words(self) -> &'static str {
                match self {
                    $(Self::$operation => $words,)*
                }
            }

            /// The function of TAPI that it stands for.
            #[must_use]
            pub const fn tapi(self) -> &'static str {
                match self {
                    $(Self::$operation => $tapi,)*
                }
            }

            /// The services of CSTA that carry it out, by the names of their operations. Where
            /// there are several, which one depends on the call, and on what the PBX serves.
            #[must_use]
            pub const fn services(self) -> &'static [&'static str] {
                match self {
                    $(Self::$operation => &[$($service),*],)*
                }
            }

            /// The states of a call in which it is allowed, the best first. None for what does
            /// not begin with a call.
            #[must_use]
            pub const fn states(self) -> &'static [CallState] {
                match self {
                    $(Self::$operation => &[$(CallState::$state),*],)*
                }
            }
        }
    };
}

operations! {
    /// Calls a number.
    Dial "dial", "TSPI_lineMakeCall", ["makeCall"], [];
    /// Ends a call, or leaves it.
    HangUp "hang up", "TSPI_lineDrop", ["clearConnection", "reconnectCall"],
        [Connected, Dialtone, Dialing, Proceeding, Ringback, Busy, Offering, Accepted,
         Disconnected, SpecialInfo, Unknown, OnHold, OnHoldPendingTransfer,
         OnHoldPendingConference];
    /// Answers a call that rings, or for which the telephone prompts its user.
    Answer "answer", "TSPI_lineAnswer", ["answerCall"], [Offering, Accepted];
    /// Puts a call on hold.
    Hold "hold", "TSPI_lineHold", ["holdCall"], [Connected];
    /// Takes a call back that is held; its consultation, if there is one, ends.
    Retrieve "retrieve", "TSPI_lineUnhold", ["retrieveCall", "reconnectCall"],
        [OnHold, OnHoldPendingTransfer, OnHoldPendingConference];
    /// Sends a call that rings elsewhere.
    Redirect "redirect", "TSPI_lineRedirect", ["deflectCall"], [Offering, Accepted];
    /// Gives a call away without speaking to its new owner first.
    BlindTransfer "transfer blindly", "TSPI_lineBlindTransfer", ["singleStepTrans"], [Connected];
    /// Holds a call and calls somebody to whom it may be given.
    SetUpTransfer "set up a transfer", "TSPI_lineSetupTransfer", ["consultationCall"],
        [Connected];
    /// Holds the active call and takes up the held one.
    SwapHold "swap calls", "TSPI_lineSwapHold", ["alternateCall"],
        [OnHoldPendingTransfer, OnHoldPendingConference, OnHold];
    /// Brings the parties of the held and the active call together, and leaves them.
    CompleteTransfer "complete a transfer",
        "TSPI_lineCompleteTransfer(LINETRANSFERMODE_TRANSFER)", ["transferCall"],
        [OnHoldPendingTransfer, OnHold, OnHoldPendingConference];
    /// Joins the held and the active call to a conference.
    CreateConference "create a conference",
        "TSPI_lineCompleteTransfer(LINETRANSFERMODE_CONFERENCE)", ["conferenceCall"],
        [OnHoldPendingTransfer, OnHold];
    /// Adds to a conference.
    AddToConference "add to a conference", "TSPI_lineAddToConference",
        ["conferenceCall", "singleStepConf"], [OnHoldPendingConference, OnHold, Connected];
    /// Takes somebody out of a conference.
    RemoveFromConference "remove from a conference", "TSPI_lineRemoveFromConference",
        ["clearConnection"], [Conferenced, Connected];
    /// Takes a call that rings at another device.
    PickUp "pick up", "TSPI_linePickup", ["directedPickupCall"], [];
    /// Takes a call that rings in a pick-up group.
    PickUpGroup "pick up in the group", "TSPI_linePickup", ["groupPickupCall"], [];
    /// Sends digits as tones.
    GenerateDigits "send digits", "TSPI_lineGenerateDigits", ["generateDigits"], [Connected];
    /// Dials at dial tone.
    DialDigits "dial digits", "TSPI_lineDial", ["dialDigits"], [Dialtone, Dialing];
    /// Asks to be called back.
    CallBack "ask for a call back", "TSPI_lineCompleteCall(LINECALLFEATURE2_COMPLCALLBACK)",
        ["callBack"], [Busy, Ringback, Proceeding];
    /// Breaks into the call of who is busy.
    Intrude "break in", "TSPI_lineCompleteCall(LINECALLFEATURE2_COMPLINTRUDE)", ["intrudeCall"],
        [Busy];
    /// Sets or ends forwarding.
    Forward "forward", "TSPI_lineForward", ["setForwarding", "setDoNotDisturb"], [];
    /// Reads how calls are forwarded.
    ForwardingStatus "read its forwarding", "TSPI_lineGetAddressStatus", ["getForwarding"], [];
    /// Sends data to the user at the other end.
    SendUserInfo "send user information", "TSPI_lineSendUserUserInfo", ["sendUserInfo"],
        [Connected, Offering, Accepted, Ringback];
    /// Keeps data with a call.
    SetCallData "keep data with a call", "TSPI_lineSetCallData", [],
        [Connected, Offering, Accepted, Dialtone, Dialing, Proceeding, Ringback, Busy,
         SpecialInfo, OnHold, OnHoldPendingTransfer, OnHoldPendingConference, Conferenced,
         Disconnected, Unknown];
}

impl Operation {
    /// Whether it is allowed in a state of a call.
    #[must_use]
    pub fn is_allowed_in(self, state: CallState) -> bool {
        self.states().contains(&state)
    }
}

/// By what it is called.
impl serde::Serialize for Operation {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.words())
    }
}

impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.words())
    }
}
