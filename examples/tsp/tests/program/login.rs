//! A multiplexer with TLS and login, by the command line.

use std::net::SocketAddr;
use std::process::Output;

use multiplexer::{Config, Login, Multiplexer, Tls};
use pbx_sim::Simulator;
use tempfile::TempDir;
use tokio::process::Command;
use tokio::runtime::Handle;
use tokio::time::timeout;

use crate::support::{LIMIT, file, pbx, program, stderr, stdout};

/// A multiplexer that only anna may use, whose password is opensesame.
struct Guarded {
    _pbx: Simulator,
    multiplexer: Multiplexer,
    directory: TempDir,
}

impl Guarded {
    async fn start() -> Self {
        let pbx = pbx().await;
        let directory = tempfile::tempdir().unwrap();
        let path = |name: &str| directory.path().join(name);
        let (certificate, key) = (path("server.pem"), path("server.key"));
        multiplexer::make_certificate(&["localhost".to_owned()], &certificate, &key).unwrap();
        multiplexer::add_user(path("users.toml"), "anna", "opensesame", false).unwrap();
        let free = SocketAddr::from(([127, 0, 0, 1], 0));
        let mut config = Config::new(pbx.address().to_string());
        let tcp = config.tcp.as_mut().unwrap();
        (tcp.listen, tcp.login) = (free, Login::Required);
        config.tls = Some(Tls { listen: free, certificate, key });
        config.users.file = Some(path("users.toml"));
        config.spool.directory = Some(path("spool"));
        config.web = None;
        let multiplexer = Multiplexer::start(config, Handle::current()).await.unwrap();
        Self { _pbx: pbx, multiplexer, directory }
    }

    fn tls(&self) -> String {
        format!("localhost:{}", self.multiplexer.tls_address().unwrap().port())
    }

    fn roots(&self) -> String {
        self.directory.path().join("server.pem").display().to_string()
    }

    /// `lines` at its port with TLS.
    fn lines(&self, arguments: &[&str]) -> Command {
        let mut command = program(&["--pbx", &self.tls(), "lines"]);
        command.args(arguments);
        command
    }
}

async fn output(mut command: Command) -> Output {
    timeout(LIMIT, command.output()).await.unwrap().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn user_and_tls_are_given_on_the_command_line() {
    let guarded = Guarded::start().await;
    let roots = guarded.roots();
    let mut by_environment = guarded.lines(&["--user", "anna", "--tls-roots", &roots]);
    by_environment.env("CSTA_PASSWORD", "opensesame");
    let shown = output(by_environment).await;
    assert!(stdout(&shown).contains("101"), "{}", stderr(&shown));

    // A file wins over the environment, and the authorities of the system are those of this file.
    let password = file(guarded.directory.path(), "password", "opensesame\n");
    let mut by_file = guarded.lines(&["--user", "anna", "--password-file", &password, "--tls"]);
    by_file.env("CSTA_PASSWORD", "wrong").env("SSL_CERT_FILE", &roots);
    let shown = output(by_file).await;
    assert!(stdout(&shown).contains("101"), "{}", stderr(&shown));

    let plain = guarded.multiplexer.tcp_address().unwrap().to_string();
    let mut plain = program(&["--pbx", &plain, "--user", "anna", "lines"]);
    plain.env("CSTA_PASSWORD", "opensesame");
    let shown = output(plain).await;
    assert!(stdout(&shown).contains("101"), "{}", stderr(&shown));
}

#[tokio::test(flavor = "multi_thread")]
async fn login_and_tls_of_the_file_stay_with_a_typed_pbx() {
    let guarded = Guarded::start().await;
    let text = "version = 1\n[[providers]]\naddress = 'mux.example'\n\
                [providers.login]\nuser = 'anna'\npassword = 'opensesame'\n\
                [providers.tls]\nroots = 'server.pem'\n";
    let config = file(guarded.directory.path(), "csta-tsp.toml", text);
    let shown = output(guarded.lines(&["--config", &config])).await;
    assert!(stdout(&shown).contains("101"), "{}", stderr(&shown));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_not_let_in_is_told_what_to_do() {
    let guarded = Guarded::start().await;
    let roots = guarded.roots();
    let login = ["--user", "anna", "--tls-roots", &roots];
    let mut wrong = guarded.lines(&login);
    wrong.env("CSTA_PASSWORD", "wrong");
    let told = stderr(&output(wrong).await);
    assert!(told.contains("authentication-failure); check user and password"), "{told}");
    assert!(!told.contains("one application"), "{told}");
    let told = stderr(&output(guarded.lines(&["--tls-roots", &roots])).await);
    assert!(told.contains("it wants a user and a password"), "{told}");
    let told = stderr(&output(guarded.lines(&login)).await);
    assert!(told.contains("login.password: there is none"), "{told}");
    let mut unknown = guarded.lines(&["--user", "anna", "--tls"]);
    unknown.env("CSTA_PASSWORD", "opensesame").env("SSL_CERT_FILE", "/dev/null");
    let told = stderr(&output(unknown).await);
    assert!(told.contains("the system has no authorities that can be used"), "{told}");
    let told = stderr(&output(guarded.lines(&["--password-file", "x"])).await);
    assert!(told.contains("--user NAME"), "{told}");
    let mut bus = program(&["--bus", "nats://127.0.0.1:1", "--user", "anna", "lines"]);
    bus.env("CSTA_PASSWORD", "x");
    let refused = output(bus).await;
    assert_eq!(refused.status.code(), Some(2), "{}", stderr(&refused));
}
