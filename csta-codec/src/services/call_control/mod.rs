//! Call control: calls are made, answered, held, transferred, joined and cleared.

mod make_call;

pub use make_call::*;
