//! The table of TSPI functions names what there is, and all that there has to be.
#![allow(clippy::unwrap_used, reason = "a test may fail that way")]

use std::collections::BTreeSet;

use tsp::{
    BusyMode, CallInfo, CallState, DisconnectMode, ForwardMode, Line, LineId, Operation, Origin,
    Provider, Reason, Registry, StatusMessage,
};

const TABLE: &str = include_str!("../docs/tspi.md");

/// The functions that the driver exports, as its manual lists them.
const EXPORTED: &str = "
    lineMakeCall lineDrop lineAnswer lineHold lineUnhold lineRedirect lineBlindTransfer
    lineSetupTransfer lineSwapHold lineCompleteTransfer lineAddToConference
    lineRemoveFromConference linePickup lineGenerateDigits lineDial lineCompleteCall lineForward
    lineGetAddressStatus lineSendUserUserInfo lineClose lineCloseCall
    lineConditionalMediaDetection lineDevSpecific lineDevSpecificFeature lineGetDevConfig
    lineSetDevConfig lineGetAddressCaps lineGetAddressID lineGetCallAddressID lineGetCallInfo
    lineGetCallStatus lineGetDevCaps lineGetExtensionID lineGetIcon lineGetID lineGetNumAddressIDs
    lineNegotiateExtVersion lineNegotiateTSPIVersion lineOpen lineSelectExtVersion
    lineSetDefaultMediaDetection lineSetStatusMessages lineSetAppSpecific lineSetCallData
    providerCreateLineDevice providerEnumDevices providerFreeDialogInstance
    providerGenericDialogData providerInit providerShutdown providerUIIdentify lineGetCallIDs";

const DIALOGS: &str = "lineConfigDialog lineConfigDialogEdit providerConfig providerInstall
    providerRemove providerGenericDialog providerGenericDialogData";

/// The names of functions. One that does not exist does not compile.
macro_rules! existing {
    ($($owner:ident::$function:ident),* $(,)?) => {{
        $(let _ = $owner::$function;)*
        BTreeSet::from([$(concat!(stringify!($owner), "::", stringify!($function))),*])
    }};
}

#[test]
fn all_functions_that_are_named_exist() {
    let existing = existing![
        Line::dial,
        Line::dial_from,
        Line::hang_up,
        Line::answer,
        Line::hold,
        Line::retrieve,
        Line::redirect,
        Line::blind_transfer,
        Line::set_up_transfer,
        Line::swap_hold,
        Line::complete_transfer,
        Line::create_conference,
        Line::add_to_conference,
        Line::add_party,
        Line::remove_from_conference,
        Line::pick_up,
        Line::pick_up_group,
        Line::generate_digits,
        Line::dial_digits,
        Line::call_back,
        Line::intrude,
        Line::forward,
        Line::do_not_disturb,
        Line::forwarding,
        Line::address_status,
        Line::open,
        Line::ready,
        Line::close,
        Line::device_capabilities,
        Line::info,
        Line::address_capabilities,
        Line::address_of,
        Line::id,
        Line::has_media_modes,
        Line::calls,
        Line::call,
        Line::call_status,
        Line::set_app_specific,
        Line::set_call_data,
        Line::send_user_info,
        LineId::permanent,
        Operation::states,
        Operation::services,
        Provider::escape,
        Provider::client,
        Provider::add_lines,
        Provider::import,
        Provider::export,
        Provider::remove_line,
        Provider::close,
        Provider::lines,
        Provider::reload,
        Registry::notifications,
        Registry::add,
        Registry::remove,
        Registry::close,
        Registry::lines,
    ];
    let quoted = TABLE.split('`').skip(1).step_by(2);
    let named: BTreeSet<&str> = quoted.filter(|name| name.contains("::")).collect();
    // One with a type parameter cannot be named alone.
    let generic = BTreeSet::from(["Notifications::only"]);
    assert_eq!(named, &existing | &generic);
}

#[test]
fn all_functions_that_the_driver_exports_are_answered() {
    let rows: BTreeSet<&str> = TABLE
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split('`').next())
        .filter(|name| name.starts_with('T'))
        .collect();
    let exported = EXPORTED.split_whitespace().map(|name| format!("TSPI_{name}"));
    let dialogs = DIALOGS.split_whitespace().map(|name| format!("TUISPI_{name}"));
    let expected: BTreeSet<String> = exported.chain(dialogs).collect();
    let rows: BTreeSet<String> = rows.into_iter().map(str::to_owned).collect();
    assert_eq!(rows, expected);
}

#[test]
fn each_operation_names_its_function_and_services_of_csta() {
    for operation in Operation::ALL {
        let function = operation.tapi().split('(').next().unwrap();
        assert!(TABLE.contains(&format!("`{function}`")), "{function}");
        for service in operation.services() {
            assert!(csta_codec::OperationInfo::by_name(service).is_some(), "{service}");
        }
    }
}

/// TAPI's constants in the order of their values, as its header has them: those that are bits of one
/// word are each the next power of two, and what is not here is a dash.
const CONSTANTS: [(&str, &str); 8] = [
    (
        "LINECALLSTATE_",
        "idle offering accepted dialtone dialing ringback busy specialinfo connected proceeding
         onhold conferenced onholdpendconf onholdpendtransfer disconnected unknown",
    ),
    (
        "LINECALLINFOSTATE_",
        "other - - - - appspecific callid relatedcallid origin reason completionid - - - trunk
         callerid calledid connectedid redirectionid redirectingid - useruserinfo - - - - - - - -
         calldata",
    ),
    ("LINECALLORIGIN_", "outbound internal external - unknown unavail conference inbound"),
    (
        "LINECALLREASON_",
        "direct fwdbusy fwdnoanswer fwduncond pickup unpark redirect callcompletion transfer
         reminder unknown unavail intrude parked campedon routerequest",
    ),
    (
        "LINEDISCONNECTMODE_",
        "normal unknown reject pickup forwarded busy noanswer badaddress unreachable congestion
         incompatible unavail nodialtone numberchanged outoforder tempfailure qosunavail blocked
         donotdisturb cancelled",
    ),
    ("LINEBUSYMODE_", "station trunk unknown unavail"),
    (
        "LINEFORWARDMODE_",
        "uncond uncondinternal uncondexternal - busy busyinternal busyexternal - noansw
         noanswinternal noanswexternal",
    ),
    (
        "LINEDEVSTATE_",
        "other ringing connected disconnected msgwaiton msgwaitoff inservice outofservice - open
         close - - - - - - - - - - - - - removed",
    ),
];

#[test]
fn constants_have_the_values_of_tapi() {
    macro_rules! values {
        ($($set:ident),*) => {
            [$($set::ALL.iter().map(|own| (own.name(), own.value())).collect::<Vec<_>>()),*]
        };
    }
    let sets = values!(
        CallState,
        CallInfo,
        Origin,
        Reason,
        DisconnectMode,
        BusyMode,
        ForwardMode,
        StatusMessage
    );
    for ((prefix, names), values) in CONSTANTS.iter().zip(sets) {
        let names = names.split_whitespace().enumerate().filter(|(_, name)| *name != "-");
        let expected: Vec<(&str, u32)> = names.map(|(bit, name)| (name, 1 << bit)).collect();
        assert_eq!(values, expected, "{prefix}");
    }
}
