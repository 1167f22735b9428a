use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Which of the three rule lists, and so which way a number travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum List {
    /// Numbers of incoming calls, reported by the PBX to the PC.
    Incoming,
    /// Numbers of outgoing calls, reported by the PBX to the PC.
    Outgoing,
    /// Numbers dialled on the PC, sent to the PBX.
    PcDialing,
}

impl List {
    /// The three lists, in the order of the configuration file.
    pub const ALL: [Self; 3] = [Self::Incoming, Self::Outgoing, Self::PcDialing];

    /// The list's key in a configuration file: `incoming`, `outgoing` or `pc_dialing`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Incoming => "incoming",
            Self::Outgoing => "outgoing",
            Self::PcDialing => "pc_dialing",
        }
    }
}

impl fmt::Display for List {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Incoming => "incoming",
            Self::Outgoing => "outgoing",
            Self::PcDialing => "PC dialing",
        })
    }
}

/// A text that names none of the three lists.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no list `{0}`: use incoming, outgoing or pc_dialing")]
pub struct UnknownList(String);

impl FromStr for List {
    type Err = UnknownList;

    /// Reads a list's key; capitals, spaces, hyphens and underscores make no difference.
    fn from_str(text: &str) -> Result<Self, UnknownList> {
        let plain: String = text
            .chars()
            .filter(|c| !matches!(c, ' ' | '-' | '_'))
            .map(|c| c.to_ascii_lowercase())
            .collect();
        match plain.as_str() {
            "incoming" => Ok(Self::Incoming),
            "outgoing" => Ok(Self::Outgoing),
            "pcdialing" => Ok(Self::PcDialing),
            _ => Err(UnknownList(text.chars().take(40).collect())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_reads_its_own_key_and_name() {
        for list in List::ALL {
            assert_eq!(list.key().parse(), Ok(list));
            assert_eq!(list.to_string().parse(), Ok(list));
        }
    }

    #[test]
    fn an_unknown_list_is_told_the_three_names() {
        let error = "inbound".parse::<List>().unwrap_err().to_string();
        assert_eq!(error, "there is no list `inbound`: use incoming, outgoing or pc_dialing");
    }
}
