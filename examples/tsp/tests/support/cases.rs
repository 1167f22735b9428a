//! How many cases a property is tried with.

/// As many as PROPTEST_CASES in the environment says, or as many as are quick.
pub(crate) fn cases(quick: u32) -> u32 {
    let wanted = std::env::var("PROPTEST_CASES").ok();
    wanted.map_or(quick, |wanted| wanted.parse().expect("PROPTEST_CASES is a number"))
}
