#![no_main]

libfuzzer_sys::fuzz_target!(|octets: &[u8]| checks::run("mux_config", octets));
