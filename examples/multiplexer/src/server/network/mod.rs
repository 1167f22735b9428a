//! The multiplexer over a network that goes wrong, by seed: partitions, delays, connections that
//! only one end knows of, breaks, restarts of the PBX, stops and crashes of the multiplexer, losses
//! of its power and a full disk, at any moment, one over the other. It runs between the simulated
//! PBX and several applications, with all of its program around the core but sockets and files.
//!
//! The test runs seeds 0 to 29. More, or one again:
//!
//! ```sh
//! NETWORK_SEEDS=30..5000 cargo test --release -p csta-mux --lib network
//! NETWORK_SEEDS=17 NETWORK_TRACE=1 cargo test -p csta-mux --lib network -- --nocapture
//! ```
//!
//! A seed is played the same again but for what is ready at the same moment, of which tokio takes
//! any first. `NETWORK_TRACE` has all messages printed that applications and the PBX send and receive, in a
//! form that `csta-inspect` reads.

mod desk;
mod host;
mod hostile;
mod mishap;
#[path = "../../../../../csta-client/tests/session/office.rs"]
#[allow(dead_code, reason = "the tests of csta-client use more of it")]
mod office;
mod run;
#[path = "../../../../../csta-client/tests/session/seeds.rs"]
mod seeds;
#[path = "../../../../../csta-client/tests/session/view.rs"]
mod view;
#[path = "../../../../../csta-client/tests/session/witness.rs"]
#[allow(dead_code, reason = "the tests of csta-client use more of it")]
mod witness;

/// Prints a message, if that is asked for.
fn trace(begin: tokio::time::Instant, who: &str, is_sent: bool, apdu: &[u8]) {
    if std::env::var_os("NETWORK_TRACE").is_some() {
        let octets: Vec<_> = apdu.iter().map(|octet| format!("{octet:02X}")).collect();
        let way = if is_sent { '>' } else { '<' };
        println!("{:9.3} {who} {way} {}", begin.elapsed().as_secs_f64(), octets.join(" "));
    }
}

#[test]
fn the_multiplexer_survives_any_network() {
    seeds::each_survives(0..30, run::play);
}
