//! The status page's HTTP.

use std::net::SocketAddr;

use serde_json::Value;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use crate::support::{Office, TOKEN, by_tcp, connect, soon, start, start_linked, until};

/// An answer: its status, its head and its body.
struct Answer {
    status: u16,
    head: String,
    body: String,
}

/// Asks as a browser or a script would, with these lines in the head.
async fn ask(to: SocketAddr, request: &str, lines: &[&str], body: &str) -> Answer {
    let mut stream = TcpStream::connect(to).await.unwrap();
    let mut text = format!("{request} HTTP/1.1\r\nconnection: close\r\n");
    for line in lines {
        text.push_str(&format!("{line}\r\n"));
    }
    text.push_str(&format!("content-length: {}\r\n\r\n{body}", body.len()));
    stream.write_all(text.as_bytes()).await.unwrap();
    let mut answer = String::new();
    soon("the answer", stream.read_to_string(&mut answer)).await.unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    Answer { status, head: head.to_owned(), body: body.to_owned() }
}

async fn state(to: SocketAddr) -> Value {
    let answer = ask(to, "GET /api/status", &["host: localhost"], "").await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    serde_json::from_str(&answer.body).unwrap()
}

const JSON: &str = "content-type: application/json";

#[tokio::test]
async fn the_state_shows_applications_and_they_can_be_dropped_with_the_token() {
    let office = Office::new(2).await;
    let multiplexer = start(office.config_with_web()).await;
    let web = multiplexer.web_address().unwrap();
    let client = connect(by_tcp(&multiplexer)).await.unwrap();
    let shown = state(web).await;
    assert_eq!(shown["applications"].as_array().unwrap().len(), 1);
    let application = &shown["applications"][0];
    assert!(application["address"].as_str().unwrap().starts_with("127.0.0.1:"));
    assert_eq!(application["version"], "versionFive");

    let drop = format!("POST /api/applications/{}/drop", application["id"].as_str().unwrap());
    let refused = ask(web, &drop, &["host: localhost", JSON], "{}").await;
    assert_eq!(refused.status, 401);
    assert!(!client.is_closed());
    let token = format!("authorization: Bearer {TOKEN}");
    let foreign = ["host: localhost", JSON, "origin: http://evil.example", &token];
    assert_eq!(ask(web, &drop, &foreign, "{}").await.status, 403);
    assert!(!client.is_closed());
    let dropped = ask(web, &drop, &["host: localhost", JSON, &token], "{}").await;
    assert_eq!(dropped.status, 204, "{}", dropped.body);
    soon("the abort", client.closed()).await;
    let again = ask(web, &drop, &["host: localhost", JSON, &token], "{}").await;
    assert_eq!(again.status, 404);
    let shown = state(web).await;
    assert!(shown["applications"].as_array().unwrap().is_empty());
    assert!(shown["recent"].to_string().contains("dropped on the status page"));
}

#[tokio::test]
async fn the_state_says_why_there_is_no_link() {
    let office = Office::new(1).await;
    let mut config = office.config_with_web();
    let nobody = TcpListener::bind("127.0.0.1:0").await.unwrap();
    config.pbx.address = nobody.local_addr().unwrap().to_string();
    drop(nobody);
    let multiplexer = start(config).await;
    until("the attempt", || multiplexer.recent().texts().any(|text| text.contains("no link")))
        .await;
    let shown = state(multiplexer.web_address().unwrap()).await;
    let why = shown["pbx"]["why_down"].as_str().unwrap();
    assert!(
        why.starts_with("there is no link to the switch: no connection to 127.0.0.1:"),
        "{why}"
    );

    multiplexer.stop().await;
    let multiplexer = start_linked(office.config_with_web()).await;
    assert!(state(multiplexer.web_address().unwrap()).await["pbx"]["why_down"].is_null());
}

#[tokio::test]
async fn names_of_others_are_not_answered() {
    let office = Office::new(1).await;
    let multiplexer = start(office.config_with_web()).await;
    let web = multiplexer.web_address().unwrap();
    for path in ["/", "/api/status", "/metrics"] {
        let answer = ask(web, &format!("GET {path}"), &["host: evil.example"], "").await;
        assert_eq!(answer.status, 421, "{path}");
    }
}

#[tokio::test]
async fn the_page_comes_with_rules_for_browsers() {
    let office = Office::new(1).await;
    let multiplexer = start(office.config_with_web()).await;
    let web = multiplexer.web_address().unwrap();
    for (path, kind) in
        [("/", "text/html"), ("/page.js", "text/javascript"), ("/page.css", "text/css")]
    {
        let answer = ask(web, &format!("GET {path}"), &["host: localhost"], "").await;
        assert_eq!(answer.status, 200);
        assert!(answer.head.contains(&format!("content-type: {kind}")), "{}", answer.head);
        assert!(answer.head.contains("content-security-policy: default-src 'none'"));
    }
}

#[tokio::test]
async fn metrics_and_health_tell_of_the_link() {
    let office = Office::new(3).await;
    let multiplexer = start(office.config_with_web()).await;
    let web = multiplexer.web_address().unwrap();
    until("the link", || multiplexer.status().link == multiplexer::LinkState::Up).await;
    let metrics = ask(web, "GET /metrics", &["host: localhost"], "").await;
    for line in ["csta_mux_link_up 1", "# TYPE csta_mux_events counter", "# EOF"] {
        assert!(metrics.body.contains(line), "{}", metrics.body);
    }
    assert_eq!(ask(web, "GET /healthz", &["host: localhost"], "").await.status, 200);
    drop(office.switch);
    until("the loss of the link", || multiplexer.status().link == multiplexer::LinkState::Down)
        .await;
    assert_eq!(ask(web, "GET /healthz", &["host: localhost"], "").await.status, 503);
}

#[tokio::test]
async fn a_number_is_put_through_rules() {
    let office = Office::new(1).await;
    let multiplexer = start(office.config_with_web()).await;
    let web = multiplexer.web_address().unwrap();
    let ask = async |rules: &str| {
        let rules = serde_json::to_string(rules).unwrap();
        let body = format!("{{\"rules\":{rules},\"list\":\"incoming\",\"number\":\"0030555\"}}");
        ask(web, "POST /api/numbers/check", &["host: localhost", JSON], &body).await
    };
    let checked = ask("version = 1\n[[incoming]]\nregex = '^0(.*)'\nreplace = '\\1'").await;
    assert_eq!(checked.status, 200, "{}", checked.body);
    let checked: Value = serde_json::from_str(&checked.body).unwrap();
    assert_eq!(checked["output"], "030555");
    assert!(checked["explanation"].as_str().unwrap().contains("rule 1"));
    let wrong = ask("version = 1\n[[incoming]]\nregex = '('\nreplace = ''").await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.body.contains('3'), "the line is told: {}", wrong.body);
}

#[tokio::test]
async fn the_state_comes_each_second_to_those_who_look() {
    let office = Office::new(1).await;
    let multiplexer = start(office.config_with_web()).await;
    let mut stream = TcpStream::connect(multiplexer.web_address().unwrap()).await.unwrap();
    stream.write_all(b"GET /api/live HTTP/1.1\r\nhost: localhost\r\n\r\n").await.unwrap();
    let mut text = String::new();
    soon("three states", async {
        let mut octets = [0; 65536];
        while text.matches("data: {").count() < 3 {
            let count = stream.read(&mut octets).await.unwrap();
            text.push_str(std::str::from_utf8(&octets[..count]).unwrap());
        }
    })
    .await;
    assert!(text.contains("content-type: text/event-stream"));
}
