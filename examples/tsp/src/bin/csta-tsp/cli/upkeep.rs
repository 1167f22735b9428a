//! What can be said of a line besides its operations: what lasts as long as the program, and what goes
//! past the table of operations.

use clap::{Args, Subcommand};
use csta_codec::Owned;
use csta_codec::types::CstaPrivateData;
use tsp::{CallData, CallId};

/// Private data, whatever they are.
type PrivateData = Owned<CstaPrivateData<'static>>;

/// Keeping a line, what is kept with its calls, and private data for its PBX.
#[derive(Clone, Debug, PartialEq, Subcommand)]
pub(crate) enum Upkeep {
    /// Open the line: it is monitored from then on
    Open {
        /// The line
        line: String,
    },
    /// Close the line: it is not monitored any more, and its calls are forgotten, not dropped
    Close {
        /// The line
        line: String,
    },
    /// Keep a number with a call as long as it is there, for the applications of this program
    AppSpecific {
        /// The line
        line: String,
        /// The call, by its name at the line
        #[arg(long, value_name = "CALL")]
        call: CallId,
        /// The number
        #[arg(long, value_name = "NUMBER")]
        value: u64,
    },
    /// Keep text with a call as long as it is there, for the applications of this program
    CallData {
        /// The line
        line: String,
        /// The call, by its name at the line
        #[arg(long, value_name = "CALL")]
        call: CallId,
        /// The text, 4096 octets at most
        #[arg(value_parser = call_data)]
        text: CallData,
    },
    /// Send private data of the manufacturer to the PBX of the line, as an Escape
    Escape(Escape),
}

/// Private data for the PBX of a line.
#[derive(Clone, Debug, PartialEq, Args)]
pub(crate) struct Escape {
    /// The line
    pub(crate) line: String,
    /// A CSTAPrivateData in BER, in hexadecimal digits
    #[arg(value_parser = private_data)]
    pub(crate) data: PrivateData,
}

impl Upkeep {
    /// Of which line.
    pub(crate) fn line(&self) -> &str {
        match self {
            Self::Open { line }
            | Self::Close { line }
            | Self::AppSpecific { line, .. }
            | Self::CallData { line, .. }
            | Self::Escape(Escape { line, .. }) => line,
        }
    }
}

fn call_data(text: &str) -> Result<CallData, String> {
    CallData::new(text).ok_or_else(|| format!("more than {} octets", CallData::MAX))
}

fn private_data(text: &str) -> Result<PrivateData, String> {
    let digits: Vec<u8> = text.bytes().filter(|octet| !octet.is_ascii_whitespace()).collect();
    let octet = |pair: &[u8]| {
        let pair = std::str::from_utf8(pair).ok().filter(|pair| pair.len() == 2)?;
        u8::from_str_radix(pair, 16).ok().filter(|_| !pair.starts_with('+'))
    };
    let octets = digits.chunks(2).map(octet).collect::<Option<Vec<u8>>>();
    let octets = octets.ok_or("two hexadecimal digits for each octet are expected")?;
    Owned::decode(octets.into()).map_err(|error| format!("not one CSTAPrivateData in BER: {error}"))
}
