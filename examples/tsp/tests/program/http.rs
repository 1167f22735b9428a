//! The HTTP API, as a client sees it.

use std::net::SocketAddr;
use std::time::Duration;

use csta_codec::Ber as _;
use pbx_sim::model::UserAct;
use pbx_sim::{Fault, Simulator};
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::support::{LIMIT, Running, objects, pbx, run, stderr};

const TOKEN: &str = "0123456789abcdef";

/// The program as it serves.
struct Served {
    running: Running,
    address: SocketAddr,
}

impl Served {
    async fn start(pbx: &Simulator, arguments: &[&str]) -> Self {
        let address = pbx.address().to_string();
        let all = ["--pbx", &address, "serve", "--listen", "127.0.0.1:0"];
        let mut running = Running::start(&[&all, arguments].concat());
        let line = running.says("Serving on http://").await;
        let address = line.split("http://").nth(1).unwrap().split('/').next().unwrap();
        let served = Self { address: address.parse().unwrap(), running };
        // It opens the lines while it serves.
        loop {
            let (_, status) = served.get("/v1/status").await;
            if status["providers"][0]["monitored"] == 20 {
                return served;
            }
            tokio::task::yield_now().await;
        }
    }

    /// Sends a request as it is, and reads the answer: its status, its headers and its body.
    async fn raw(&self, request: &str) -> (u16, String, Value) {
        let mut stream = TcpStream::connect(self.address).await.unwrap();
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = String::new();
        timeout(LIMIT, stream.read_to_string(&mut answer)).await.unwrap().unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        (status, head.to_ascii_lowercase(), serde_json::from_str(body).unwrap_or(Value::Null))
    }

    fn request(&self, method: &str, path: &str, headers: &str, body: &str) -> String {
        let host = self.address;
        let length = body.len();
        format!(
            "{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\
             Content-Length: {length}\r\n{headers}\r\n{body}"
        )
    }

    async fn get(&self, path: &str) -> (u16, Value) {
        let (status, _, body) = self.raw(&self.request("GET", path, "", "")).await;
        (status, body)
    }

    async fn post(&self, path: &str, body: &Value) -> (u16, Value) {
        let headers =
            format!("Authorization: Bearer {TOKEN}\r\nContent-Type: application/json\r\n");
        let request = self.request("POST", path, &headers, &body.to_string());
        let (status, _, body) = self.raw(&request).await;
        (status, body)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn lines_and_calls_are_read_and_operated() {
    let pbx = pbx().await;
    let served = Served::start(&pbx, &["--token", TOKEN]).await;
    let (status, lines) = served.get("/v1/lines").await;
    assert_eq!((status, lines.as_array().unwrap().len()), (200, 20));
    let (status, dialled) = served.post("/v1/lines/101/dial", &json!({ "number": "102" })).await;
    assert_eq!(status, 200, "{dialled}");
    // It is seen when the PBX has told of it.
    loop {
        let (_, line) = served.get("/v1/lines/101").await;
        if line["calls"][0]["state"] == "ringback" {
            assert_eq!(line["calls"][0]["id"], dialled["call"], "{line}");
            break;
        }
        tokio::task::yield_now().await;
    }
    let (status, answered) = served.post("/v1/lines/102/answer", &json!({})).await;
    assert_eq!((status, &answered["line"]), (200, &json!("102")));
    let (_, calls) = served.get("/v1/calls").await;
    assert_eq!(calls.as_array().unwrap().len(), 2, "{calls}");
    let (status, _) = served.post("/v1/lines/101/user-info", &json!({ "text": "order 7" })).await;
    assert_eq!(status, 200);
    while served.get("/v1/lines/102").await.1["calls"][0]["userUser"] != json!(b"order 7") {
        tokio::task::yield_now().await;
    }
    let (status, status_of) =
        served.post("/v1/lines/101/forward", &json!({ "mode": "busy", "number": "103" })).await;
    assert_eq!(status, 200);
    assert_eq!(status_of["forwarding"][0]["to"], "103", "{status_of}");
    let call = dialled["call"].as_str().unwrap();
    let (status, _) = served.post("/v1/lines/101/hangup", &json!({ "call": call })).await;
    assert_eq!(status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_log_tells_when_the_pbx_goes_and_comes() {
    let pbx = pbx().await;
    let mut served = Served::start(&pbx, &["--token", TOKEN]).await;
    pbx.fault(Fault::Restart { lasting: Duration::from_millis(1), keeps_calls: true })
        .await
        .unwrap();
    let down = served.running.says("the link is down").await;
    assert!(down.contains("WARN") && down.contains("provider=\"127.0.0.1:"), "{down}");
    let up = served.running.says("the link is up").await;
    assert!(up.contains("INFO"), "{up}");

    let quiet = Served::start(&pbx, &["--token", TOKEN, "--log-level", "error"]);
    drop(served);
    let mut quiet = quiet.await;
    pbx.fault(Fault::Restart { lasting: Duration::from_millis(1), keeps_calls: true })
        .await
        .unwrap();
    quiet.running.interrupt().await;
    assert_eq!(quiet.running.err.next_line().await.unwrap(), None);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_lines_and_calls_can_do_is_read_and_data_are_kept_with_calls() {
    let pbx = pbx().await;
    let served = Served::start(&pbx, &["--token", TOKEN]).await;
    let (_, twin) = served.get("/v1/lines/110/capabilities").await;
    assert_eq!(twin["addresses"], json!(["main", "mobile"]), "{twin}");
    assert_eq!(twin["addressCapabilities"][1]["address"], "mobile", "{twin}");
    let (_, free) = served.get("/v1/lines/101/status").await;
    assert_eq!((&free["isOpen"], &free["activeCalls"]), (&json!(true), &json!(0)), "{free}");
    assert!(free["addresses"][0]["operations"].as_array().unwrap().contains(&json!("dial")));

    let (_, dialled) = served.post("/v1/lines/101/dial", &json!({ "number": "102" })).await;
    let call = dialled["call"].as_str().unwrap();
    let own = format!("/v1/lines/101/calls/{call}");
    while served.get(&own).await.1["state"] != "ringback" {
        tokio::task::yield_now().await;
    }
    let (_, status) = served.get(&format!("{own}/status")).await;
    assert!(status["operations"].as_array().unwrap().contains(&json!("hang up")), "{status}");
    let (_, used) = served.get("/v1/lines/101/status").await;
    assert_eq!(used["activeCalls"], 1, "{used}");

    let number = json!({ "call": call, "value": 7 });
    assert_eq!(served.post("/v1/lines/101/app-specific", &number).await.0, 200);
    let kept = json!({ "call": call, "text": "customer 12" });
    assert_eq!(served.post("/v1/lines/101/call-data", &kept).await.0, 200);
    let (_, annotated) = served.get(&own).await;
    assert_eq!(annotated["appSpecific"], 7, "{annotated}");
    assert_eq!(annotated["data"], json!(b"customer 12"), "{annotated}");
    let large = json!({ "call": call, "text": "x".repeat(4097) });
    assert_eq!(served.post("/v1/lines/101/call-data", &large).await.0, 400);
    let gone = json!({ "call": "9.9", "value": 7 });
    assert_eq!(served.post("/v1/lines/101/app-specific", &gone).await.0, 404);
    assert_eq!(served.get("/v1/lines/101/calls/9.9").await.0, 404);
    assert_eq!(served.get("/v1/lines/101/calls/x/status").await.0, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_is_closed_and_opened_again() {
    let pbx = pbx().await;
    let served = Served::start(&pbx, &["--token", TOKEN]).await;
    assert_eq!(served.post("/v1/lines/101/close", &json!({})).await.0, 200);
    assert_eq!(served.get("/v1/lines/101/status").await.1["isOpen"], false);
    let (status, refused) = served.post("/v1/lines/101/hold", &json!({})).await;
    assert_eq!(status, 409, "{refused}");
    assert!(refused["detail"].as_str().unwrap().contains("it is closed"), "{refused}");
    assert_eq!(served.post("/v1/lines/101/open", &json!({})).await.0, 200);
    while served.get("/v1/lines/101").await.1["state"] != "monitored" {
        tokio::task::yield_now().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn private_data_go_to_the_pbx_and_its_answer_comes_back() {
    let pbx = pbx().await;
    let served = Served::start(&pbx, &["--token", TOKEN]).await;
    let asked = kme_private::escape_for_devices(kme_private::DeviceCategory::Station);
    let octets = asked.get().private_data.encode();
    let data: String = octets.iter().map(|octet| format!("{octet:02x}")).collect();
    let (status, told) = served.post("/v1/lines/101/escape", &json!({ "data": data })).await;
    assert_eq!(status, 200, "{told}");
    let answered = &told["answer"]["extensions"]["privateData"][0]["private"];
    assert!(answered.is_object(), "it is known: {told}");
    let (status, refused) = served.post("/v1/lines/101/escape", &json!({ "data": "0500" })).await;
    assert_eq!((status, &refused["refusal"]["code"]["category"]), (409, &json!("operation")));
    let (_, capabilities) = served.get("/v1/providers/1/capabilities").await;
    assert_eq!(capabilities["manufacturerName"], "Panasonic", "{capabilities}");
    assert_eq!(served.get("/v1/providers/nobody/capabilities").await.0, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn events_come_as_they_happen() {
    let pbx = pbx().await;
    let mut served = Served::start(&pbx, &["--token", TOKEN]).await;
    let mut stream = TcpStream::connect(served.address).await.unwrap();
    let request = served.request("GET", "/v1/events?line=102", "", "");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut lines = BufReader::new(stream).lines();
    let mut next = async |wanted: &str| loop {
        let line = timeout(LIMIT, lines.next_line()).await.unwrap().unwrap().unwrap();
        if let Some((_, data)) = line.split_once(wanted) {
            return data.to_owned();
        }
    };
    next("text/event-stream").await;
    pbx.user("101", UserAct::Dial("102".to_owned())).await.unwrap();
    assert_eq!(next("event: ").await, "call");
    let data: Value = serde_json::from_str(&next("data: ").await).unwrap();
    assert_eq!(data["type"], "call");
    assert_eq!(data["number"], "102");
    assert_eq!(data["call"]["state"], "offering", "{data}");
    served.running.interrupt().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_may_not_is_turned_away_before_anything_is_done() {
    let pbx = pbx().await;
    let served = Served::start(&pbx, &["--token", TOKEN]).await;
    let own = served.address.to_string();
    let token = format!("Authorization: Bearer {TOKEN}\r\n");
    let wrong = "Authorization: Bearer fedcba9876543210\r\n";
    let json = "Content-Type: application/json\r\n";
    let dial = |headers: String| {
        served.request("POST", "/v1/lines/101/dial", &headers, r#"{"number":"102"}"#)
    };
    let read = |headers: &str| served.request("GET", "/v1/lines", headers, "");
    for (request, expected) in [
        (dial(json.to_owned()), 401),
        (dial(format!("{wrong}{json}")), 401),
        (dial(token.clone()), 415),
        (dial(format!("{token}Content-Type: text/plain\r\n")), 415),
        (dial(format!("{token}{json}Origin: https://evil.example\r\n")), 403),
        (read("Origin: https://evil.example\r\n"), 403),
        (read("Origin: null\r\n"), 403),
        (read("").replace(&own, "evil.example"), 421),
        (read("").replace(&own, &format!("evil.example:{}", served.address.port())), 421),
        (read("").replace(&own, &format!("localhost:{}", served.address.port())), 200),
        (read(&format!("Origin: http://{own}\r\n")), 200),
    ] {
        let (status, head, body) = served.raw(&request).await;
        assert_eq!(status, expected, "{request}\n{body}");
        assert!(!head.contains("access-control-allow-origin"), "{head}");
    }
    let (_, calls) = served.get("/v1/calls").await;
    assert_eq!(calls, json!([]), "nobody has dialled");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_is_told() {
    let pbx = pbx().await;
    let served = Served::start(&pbx, &["--token", TOKEN]).await;
    for (path, body, status, detail) in [
        ("/v1/lines/777/answer", json!({}), 404, "there is no line 777"),
        ("/v1/lines/101/dail", json!({}), 404, "did you mean dial?"),
        ("/v1/lines/101/dial", json!({}), 400, "number is missing"),
        ("/v1/lines/101/dial", json!({ "nubmer": "1" }), 400, "did you mean number?"),
        ("/v1/lines/101/dial", json!([]), 400, "no JSON object"),
        ("/v1/lines/101/dial", json!({ "number": "x" }), 400, "cannot be dialled"),
        ("/v1/lines/101/hold", json!({}), 409, "no call is connected, it has no call"),
        ("/v1/lines/101/hold", json!({ "call": "9.9" }), 404, "it has no call 9.9"),
        ("/v1/nothing", json!({}), 404, "/v1/openapi.json"),
    ] {
        let (found, problem) = served.post(path, &body).await;
        assert_eq!(found, status, "{path}: {problem}");
        assert_eq!(problem["status"], status);
        assert!(problem["detail"].as_str().unwrap().contains(detail), "{problem}");
    }
    // The PBX's own reason has its code.
    served.post("/v1/lines/101/dial", &json!({ "number": "102" })).await;
    let (status, problem) = served.post("/v1/lines/103/pickup", &json!({ "number": "999" })).await;
    assert_eq!((status, &problem["refusal"]["code"]["category"]), (409, &json!("operation")));
    let large = format!("{{\"number\":\"{}\"}}", "1".repeat(100_000));
    let headers = format!("Authorization: Bearer {TOKEN}\r\nContent-Type: application/json\r\n");
    let request = served.request("POST", "/v1/lines/101/dial", &headers, &large);
    for (request, status, detail) in [
        (request, 413, "length limit exceeded"),
        (served.request("GET", "/v1/lines/%ff", "", ""), 400, "Invalid UTF-8 in `line`"),
        (served.request("GET", "/v1/events?lin=101", "", ""), 400, "expected `line`"),
    ] {
        let (found, head, problem) = served.raw(&request).await;
        assert_eq!(found, status, "{problem}");
        assert!(head.contains("content-type: application/problem+json"), "{head}");
        assert!(problem["detail"].as_str().unwrap().contains(detail), "{problem}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_description_tells_what_is_there() {
    let pbx = pbx().await;
    let served = Served::start(&pbx, &["--token", TOKEN]).await;
    let (_, description) = served.get("/v1/openapi.json").await;
    assert_eq!(vec![description.clone()], objects(&run(&["serve", "--openapi"]).await));
    let paths = description["paths"].as_object().unwrap();
    assert!(paths.len() > 35, "{paths:?}");
    let (_, dialled) = served.post("/v1/lines/101/dial", &json!({ "number": "102" })).await;
    let call = dialled["call"].as_str().unwrap();
    for (path, methods) in paths {
        let path = path.replace("{line}", "101").replace("{call}", call).replace("{provider}", "1");
        for method in methods.as_object().unwrap().keys() {
            match method.as_str() {
                // It never ends.
                "get" if path == "/v1/events" => {}
                "get" => assert_eq!(served.get(&path).await.0, 200, "{path}"),
                // The operation is known: it lacks something, or cannot be done now.
                _ => {
                    let unknown = json!({ "no such parameter": 1 });
                    let (status, problem) = served.post(&path, &unknown).await;
                    assert_eq!(status, 400, "{path}: {problem}");
                }
            }
        }
    }
}

/// The members of an object that its schema does not describe, and those of objects in it.
fn undescribed(schemas: &Value, schema: &str, value: &Value) -> Vec<String> {
    let properties = &schemas[schema]["properties"];
    let mut found = Vec::new();
    for (name, value) in value.as_object().unwrap() {
        let property = &properties[name];
        if property.is_null() {
            found.push(format!("{schema}.{name}"));
        }
        let inner = |property: &Value| {
            property["$ref"].as_str().map(|own| own.rsplit('/').next().unwrap().to_owned())
        };
        match (inner(property), inner(&property["items"]), value) {
            (Some(inner), _, Value::Object(_)) => found.extend(undescribed(schemas, &inner, value)),
            (_, Some(inner), Value::Array(values)) => {
                found.extend(values.iter().flat_map(|own| undescribed(schemas, &inner, own)));
            }
            _ => {}
        }
    }
    found
}

#[tokio::test(flavor = "multi_thread")]
async fn each_member_that_comes_is_described() {
    let pbx = pbx().await;
    let served = Served::start(&pbx, &["--token", TOKEN]).await;
    let (_, description) = served.get("/v1/openapi.json").await;
    let schemas = &description["components"]["schemas"];
    let is_described = |schema: &str, value: &Value| {
        assert_eq!(undescribed(schemas, schema, value), [""; 0], "in {value}");
    };
    is_described("Status", &served.get("/v1/status").await.1);
    let forward = json!({ "mode": "busy", "number": "103", "rings": "3" });
    is_described("Outcome", &served.post("/v1/lines/101/forward", &forward).await.1);
    is_described(
        "Outcome",
        &served.post("/v1/lines/101/dial", &json!({ "number": "102" })).await.1,
    );
    loop {
        let (_, line) = served.get("/v1/lines/101").await;
        is_described("Line", &line);
        if line["calls"][0]["members"][0].is_object() && line["forwarding"][0].is_object() {
            break;
        }
        tokio::task::yield_now().await;
    }
    is_described("LineCapabilities", &served.get("/v1/lines/101/capabilities").await.1);
    is_described("LineStatus", &served.get("/v1/lines/101/status").await.1);
    let (_, calls) = served.get("/v1/lines/101/calls").await;
    let call = calls[0]["id"].as_str().unwrap();
    let status = format!("/v1/lines/101/calls/{call}/status");
    is_described("CallStatus", &served.get(&status).await.1);
    is_described("CallAtLine", &served.get("/v1/calls").await.1[0]);
    is_described(
        "Problem",
        &served.post("/v1/lines/103/pickup", &json!({ "number": "1" })).await.1,
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_is_made_where_none_is_set() {
    let pbx = pbx().await;
    let address = pbx.address().to_string();
    let mut running = Running::start(&["--pbx", &address, "serve", "--listen", "127.0.0.1:0"]);
    let line = running.says("The token for this time: ").await;
    assert_eq!(line.rsplit(' ').next().unwrap().len(), 32);
    let output = run(&["--pbx", &address, "serve", "--listen", "0.0.0.0:0"]).await;
    assert!(stderr(&output).contains("not an address of this computer alone"));
}
