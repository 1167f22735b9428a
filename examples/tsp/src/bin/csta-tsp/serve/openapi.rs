//! The description of the API (OpenAPI 3.1), made of what the API is made of.

use serde_json::{Map, Value, json};

use super::api::{EVENTS, OPERATION, READS};
use super::events;
use super::schemas::{reference, schemas};
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
    let about = match name {
        "call" => "A call: its name at the line, such as 17.3",
        "provider" => "A provider: its name, or its id",
        _ => "A line: its number, PROVIDER/NUMBER with the slash as %2F, or its id",
    };
    json!({
        "name": name,
        "in": "path",
        "required": true,
        "description": about,
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
