//! The language in which people play telephone users, the network and what goes wrong.
//!
//! [`Sentence`] is one thing that happens, such as `103 dials 102`; [`CHAPTERS`] is all that can be
//! said. A [`Script`] is sentences with times, one a line:
//!
//! ```
//! use pbx_sim::script::Script;
//!
//! let script: Script = "
//!     ## somebody calls from outside
//!     at 1s   trunk 1 rings 102 from 03012345
//!     +2s     102 answers
//!     +500ms  102 hangs up
//! ".parse()?;
//! assert_eq!(script.lines().len(), 3);
//! # Ok::<(), pbx_sim::script::ScriptErrors>(())
//! ```

mod error;
mod lines;
mod phrases;
mod play;
mod reading;
mod sentence;
mod words;

pub use error::{ScriptError, ScriptErrors};
pub use lines::{Line, Script, Start};
pub use phrases::{CHAPTERS, Chapter, phrases};
pub use play::Played;
pub use reading::Phrase;
pub use sentence::{FarAct, Sentence, Show};
