//! The description of the API (OpenAPI 3.1), made of what the API is made of.

use serde_json::{Map, Value, json};

use super::api::{EVENTS, OPERATION, READS};
use super::events;
use crate::grammar::{self, Form, Kind};

/// The description.
pub(crate) fn description() -> Value {
    let mut paths = Map::new();
    for read in READS {
        let parameters: Vec<Value> = read.parameters().map(path_parameter).collect();
        let get = json!({
            "summary": read.about,
            "operationId": read.name,
            "parameters": parameters,
            "responses": responses("200", read.about, &read.schema()),
        });
        paths.insert(read.path.to_owned(), json!({ "get": get }));
    }
    paths.insert(EVENTS.path.to_owned(), json!({ "get": events_operation() }));
    for kind in grammar::kinds() {
        let path = OPERATION.replace("{*operation}", &kind.words.join("/"));
        paths.insert(path, json!({ "post": operation(&kind) }));
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "csta-tsp",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Lines and calls of Panasonic PBXs. Whatever changes anything needs the \
                            token; the names in it are TAPI's and ECMA-269's.",
        },
        "servers": [{ "url": "http://127.0.0.1:8033" }],
        "paths": paths,
        "components": {
            "securitySchemes": { "token": { "type": "http", "scheme": "bearer" } },
            "schemas": schemas(),
        },
    })
}

fn path_parameter(name: &str) -> Value {
    json!({
        "name": name,
        "in": "path",
        "required": true,
        "description": "A line: its number, PROVIDER/NUMBER with the slash as %2F, or its id",
        "schema": { "type": "string" },
    })
}

fn responses(status: &str, about: &str, schema: &Value) -> Value {
    json!({
        status: {
            "description": about,
            "content": { "application/json": { "schema": schema } },
        },
        "default": {
            "description": "What went wrong",
            "content": {
                "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } },
            },
        },
    })
}

fn events_operation() -> Value {
    json!({
        "summary": EVENTS.about,
        "operationId": EVENTS.name,
        "description": format!(
            "Server-sent events. The names of events are {}; the data of each is a Notification.",
            events::NAMES.join(", "),
        ),
        "parameters": [{
            "name": "line",
            "in": "query",
            "required": false,
            "description": "Only what happens at this line, and to all",
            "schema": { "type": "string" },
        }],
        "responses": {
            "200": {
                "description": EVENTS.about,
                "content": { "text/event-stream": { "schema": { "type": "string" } } },
            },
        },
    })
}

fn operation(kind: &Kind) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for parameter in &kind.parameters {
        let form = if parameter.form == Form::Flag { "boolean" } else { "string" };
        let property = json!({ "type": form, "description": parameter.about });
        properties.insert(parameter.name.clone(), property);
        if parameter.is_required {
            required.push(parameter.name.clone());
        }
    }
    let body = json!({
        "type": "object",
        "additionalProperties": false,
        "properties": properties,
        "required": required,
    });
    json!({
        "summary": kind.about,
        "operationId": kind.words.join("-"),
        "parameters": [path_parameter("line")],
        "requestBody": {
            "required": false,
            "content": { "application/json": { "schema": body } },
        },
        "security": [{ "token": [] }],
        "responses": responses("200", "What came of it", &reference("Outcome")),
    })
}

/// A schema by its name.
pub(super) fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

/// What the API answers with. Members that are not named may come.
fn schemas() -> Value {
    let object = |about: &str, properties: Value| json!({ "type": "object", "description": about, "properties": properties });
    let text = || json!({ "type": "string" });
    let maybe = || json!({ "type": ["string", "null"] });
    let time = || json!({ "type": ["string", "null"], "format": "date-time" });
    let flag = || json!({ "type": "boolean" });
    let count = || json!({ "type": "integer" });
    let octets = || json!({ "type": ["array", "null"], "items": { "type": "integer" } });
    let list = |name: &str| json!({ "type": ["array", "null"], "items": reference(name) });
    let refusal = json!({
        "type": "object", "description": "The PBX's reason in words and its code",
    });
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
        "Status": object("How the program and its providers are", json!({
            "version": text(), "openLines": count(), "openLinesLimit": count(),
            "providers": list("Provider"),
        })),
        "Description": object("An OpenAPI description", json!({ "openapi": text() })),
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
            "forwarding": list("Forwarding"),
        })),
        "Forwarding": object("How calls are forwarded", json!({
            "mode": text(), "to": text(), "rings": { "type": ["integer", "null"] },
        })),
        "Problem": object("What went wrong (RFC 9457)", json!({
            "title": text(), "status": count(), "detail": text(), "refusal": refusal,
        })),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All that is referred to.
    fn references<'v>(value: &'v Value, found: &mut Vec<&'v str>) {
        match value {
            Value::Object(members) => {
                found.extend(members.get("$ref").and_then(Value::as_str));
                members.values().for_each(|value| references(value, found));
            }
            Value::Array(values) => values.iter().for_each(|value| references(value, found)),
            _ => {}
        }
    }

    #[test]
    fn what_is_referred_to_is_there() {
        let description = description();
        let mut found = Vec::new();
        references(&description, &mut found);
        assert!(found.len() > 40, "{found:?}");
        for reference in found {
            let pointer = reference.strip_prefix('#').unwrap();
            assert!(description.pointer(pointer).is_some(), "{reference}");
        }
    }

    #[test]
    fn each_operation_is_described_with_what_it_takes() {
        let description = description();
        let body = |path: &str, member: &str| {
            let schema = &description["paths"][path]["post"]["requestBody"]["content"]["application/json"]
                ["schema"];
            schema[member].clone()
        };
        assert_eq!(body("/v1/lines/{line}/dial", "required"), json!(["number"]));
        let add = body("/v1/lines/{line}/conference/add", "properties");
        assert_eq!(add["number"]["type"], "string", "{add}");
        let complete = body("/v1/lines/{line}/complete", "properties");
        assert_eq!(complete["conference"]["type"], "boolean");
    }
}
