//! The configuration of the program `csta-tsp`: what it is to do, in one file, from the command line
//! or both. `csta-tsp.toml` shows all that can be in the file.

mod connection;
mod instead;
mod lines;
mod load;
mod settings;

pub use connection::Connection;
pub use instead::{AskPassword, Instead};
pub use lines::read_line_list;
pub use load::{Config, SHORTEST_TOKEN, settings_of};
pub use settings::{
    Advanced, Bus, CdrFormat, CdrSettings, LineForm, Lines, Login, ManualLine, Provider, Serve,
    Settings, Tls,
};

/// A configuration file with everything that can be in one.
pub const EXAMPLE: &str = include_str!("../../csta-tsp.toml");

#[cfg(test)]
mod tests;
