//! The schemas of what the API answers with. Members that are not named may come.

use serde_json::{Map, Value, json};

use super::events;

/// A schema by its name.
pub(super) fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

/// All of them, by their names.
pub(super) fn schemas() -> Value {
    let all = [of_lines(), of_calls()];
    let all = all.iter().filter_map(Value::as_object).flatten();
    Value::Object(all.map(|(name, schema)| (name.clone(), schema.clone())).collect::<Map<_, _>>())
}

fn of_lines() -> Value {
    json!({
        "Provider": object("A PBX or a multiplexer, and how the link to it is", json!({
            "id": count(), "name": text(), "address": text(), "link": text(), "since": time(),
            "why": text(), "systemStatus": maybe(), "lines": count(), "open": count(),
            "monitored": count(), "calls": count(), "unusedEvents": count(),
            "lostEvents": count(),
        })),
        "Line": object("A line", json!({
            "id": text(), "number": text(), "display": text(), "name": text(),
            "provider": count(), "providerName": text(), "isManual": flag(),
            "inService": { "type": ["boolean", "null"] }, "state": text(), "words": text(),
            "code": { "type": ["object", "null"] }, "addresses": list("Address"),
            "rings": flag(), "messageWaiting": flag(), "doNotDisturb": flag(),
            "forwarding": list("Forwarding"), "calls": list("Call"),
        })),
        "Address": object("A telephone of a line", json!({
            "id": { "enum": ["main", "mobile"] }, "label": text(), "number": text(),
            "device": maybe(), "state": text(), "goesHandsFree": flag(), "calls": count(),
        })),
        "LineCapabilities": object("What a line and its addresses can do", json!({
            "id": text(), "permanentId": count(), "name": text(), "addresses": texts(),
            "mediaModes": count(), "tones": text(), "statusMessages": texts(),
            "addressCapabilities": list("AddressCapabilities"),
        })),
        "AddressCapabilities": object("What an address can do; features are dwCallFeatures and \
            dwCallFeatures2", json!({
            "address": text(), "label": text(), "callStates": texts(), "operations": texts(),
            "callFeatures": features(), "forwardModes": texts(), "callData": count(),
            "goesHandsFree": flag(),
        })),
        "LineStatus": object("How a line and its addresses are used", json!({
            "isOpen": flag(), "state": text(), "words": text(), "activeCalls": count(),
            "heldCalls": count(), "pendingCalls": count(), "ringingCalls": count(),
            "messageWaiting": flag(), "addresses": list("AddressStatus"),
        })),
        "AddressStatus": object("How an address is used, and what can be done without a call", json!({
            "address": text(), "state": text(), "words": text(), "activeCalls": count(),
            "heldCalls": count(), "pendingCalls": count(), "operations": texts(),
            "forwarding": list("Forwarding"),
        })),
        "Capabilities": object("GetSwitchingFunctionCapsResult, in the form of JER (X.697)", json!({
            "switchingSubDomainName": text(), "manufacturerName": text(),
        })),
        "Status": object("How the program and its providers are", json!({
            "version": text(), "openLines": count(), "openLinesLimit": count(),
            "providers": list("Provider"),
        })),
        "Description": object("An OpenAPI description", json!({ "openapi": text() })),
        "Forwarding": object("How calls are forwarded", json!({
            "mode": text(), "to": text(), "rings": { "type": ["integer", "null"] },
        })),
    })
}

fn of_calls() -> Value {
    json!({
        "CallStatus": object("What can be done with a call at present; features are \
            dwCallFeatures and dwCallFeatures2", json!({
            "call": text(), "state": text(), "since": time(), "operations": texts(),
            "features": features(),
        })),
        "CallAtLine": object("A call with the number of its line", json!({
            "type": { "const": "call" }, "number": text(), "display": text(),
            "providerName": text(), "call": reference("Call"),
        })),
        "Notification": object("What happened, and when; type says of which kind it is", json!({
            "type": { "enum": events::NAMES }, "time": time(), "number": text(),
            "display": text(), "providerName": text(), "call": reference("Call"), "from": maybe(),
            "info": { "type": "array", "items": text() }, "event": text(), "cause": maybe(),
            "change": text(), "lost": count(),
        })),
        "Party": object("One end of a call", json!({ "identity": maybe(), "name": maybe() })),
        "Member": object("Somebody else in a call", json!({
            "party": reference("Party"), "isConnected": flag(), "call": maybe(),
        })),
        "Call": object("A call at a line, in TAPI's words", json!({
            "id": text(), "line": text(), "address": text(), "switchId": maybe(), "hub": count(),
            "state": text(), "since": time(), "heldByOther": flag(), "prompts": flag(),
            "origin": text(), "reason": text(), "caller": reference("Party"),
            "called": reference("Party"), "connected": reference("Party"),
            "redirecting": reference("Party"), "redirection": reference("Party"),
            "trunk": maybe(), "began": time(), "connectedAt": time(), "ended": time(),
            "busy": maybe(), "disconnect": maybe(), "related": maybe(), "conference": maybe(),
            "members": list("Member"), "appSpecific": count(), "data": octets(),
            "userUser": octets(),
        })),
        "Outcome": object("What came of an operation", json!({
            "type": { "const": "outcome" }, "line": text(), "call": text(), "prompts": flag(),
            "forwarding": list("Forwarding"), "answer": { "type": "object" },
        })),
        "Problem": object("What went wrong (RFC 9457)", json!({
            "title": text(), "status": count(), "detail": text(), "refusal": refusal(),
        })),
    })
}

#[expect(clippy::needless_pass_by_value, reason = "it is made where it is handed over")]
fn object(about: &str, properties: Value) -> Value {
    json!({ "type": "object", "description": about, "properties": properties })
}

fn text() -> Value {
    json!({ "type": "string" })
}

fn texts() -> Value {
    json!({ "type": "array", "items": text() })
}

fn maybe() -> Value {
    json!({ "type": ["string", "null"] })
}

fn time() -> Value {
    json!({ "type": ["string", "null"], "format": "date-time" })
}

fn flag() -> Value {
    json!({ "type": "boolean" })
}

fn count() -> Value {
    json!({ "type": "integer" })
}

fn octets() -> Value {
    json!({ "type": ["array", "null"], "items": count() })
}

fn features() -> Value {
    json!({ "type": "array", "items": count() })
}

fn list(name: &str) -> Value {
    json!({ "type": ["array", "null"], "items": reference(name) })
}

fn refusal() -> Value {
    json!({ "type": "object", "description": "The PBX's reason in words and its code" })
}
