//! The command `lines`: which lines there are.

use std::collections::HashMap;
use std::error::Error;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use kme_private::DeviceCategory;
use numfmt::write_lines;
use tsp::config::{Config, read_line_list};

use crate::cli::LinesCommand;
use crate::office::{Needs, Office};
use crate::show::Output;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// Does what the command says.
pub(crate) async fn run(config: &Config, command: LinesCommand, output: Output) -> Result<()> {
    match command {
        LinesCommand::List => {
            with(config, output, async |office| {
                office.named(output).await;
                list(office, output)
            })
            .await
        }
        LinesCommand::Query { trunks } => {
            let category =
                if trunks { DeviceCategory::NetworkInterface } else { DeviceCategory::Station };
            with(config, output, async |office| query(office, category, output).await).await
        }
        LinesCommand::Export { file, provider } => {
            let config = config.only(provider.as_deref())?;
            with(&config, output, async |office| {
                office.named(output).await;
                export(office, file, output)
            })
            .await
        }
        LinesCommand::Import { .. } => Ok(()),
    }
}

async fn with(
    config: &Config,
    output: Output,
    work: impl AsyncFnOnce(&Office) -> Result<()>,
) -> Result<()> {
    Office::with(config, Needs::default(), output, work).await
}

fn list(office: &Office, output: Output) -> Result<()> {
    let lines = office.registry().lines();
    if lines.is_empty() && !output.is_json() {
        output.text("There are none.");
    }
    for line in lines {
        output.line(&line.info()?);
    }
    Ok(())
}

async fn query(office: &Office, category: DeviceCategory, output: Output) -> Result<()> {
    for provider in office.providers() {
        let devices = provider.devices(category).await?;
        if devices.is_empty() && !output.is_json() {
            output.text(&format!("The PBX {} has none.", provider.name()));
        }
        devices.iter().for_each(|device| output.device(provider.name(), device));
    }
    Ok(())
}

fn export(office: &Office, file: Option<PathBuf>, output: Output) -> Result<()> {
    let text: String = office.providers().iter().map(tsp::Provider::export).collect();
    match file {
        Some(file) => {
            replace(&file, &text)?;
            output.note(&format!("{}: {} lines", file.display(), text.lines().count()));
        }
        None => std::io::stdout().lock().write_all(text.as_bytes())?,
    }
    Ok(())
}

/// Takes lines from a text file into the list of a provider: new ones at its end, others with their
/// new names.
pub(crate) fn import(
    config: &Config,
    file: &Path,
    to: Option<PathBuf>,
    provider: Option<&str>,
    output: Output,
) -> Result<()> {
    let (to, is_joined) = match to {
        Some(to) => (to, false),
        None => list_of(config, provider)?,
    };
    let new = read_line_list(file)?;
    let mut lines = if to.exists() { read_line_list(&to)? } else { Vec::new() };
    let (mut added, mut renamed) = (0, 0);
    let places: HashMap<String, usize> =
        lines.iter().map(|line| line.number().to_owned()).zip(0..).collect();
    for line in new {
        match places.get(line.number()).and_then(|at| lines.get_mut(*at)) {
            Some(own) if *own == line => {}
            Some(own) => {
                *own = line;
                renamed += 1;
            }
            None => {
                lines.push(line);
                added += 1;
            }
        }
    }
    replace(&to, &write_lines(&lines))?;
    output.note(&format!(
        "{}: {added} lines added, {renamed} changed, {} in all",
        to.display(),
        lines.len()
    ));
    if is_joined {
        output.note(
            "The lines that the PBX has in its own list are there as well; lines.automatic = false \
             in the configuration leaves those of the text file alone.",
        );
    }
    Ok(())
}

/// The list of a provider, or of a configuration that has none yet, and whether it has the lines of
/// the PBX, too.
fn list_of(config: &Config, provider: Option<&str>) -> Result<(PathBuf, bool)> {
    let (list, automatic) = if config.providers.is_empty() && provider.is_none() {
        (&config.settings.lines.file, config.settings.lines.automatic)
    } else {
        let own = config.provider(provider)?;
        (&own.list, own.lines.automatic)
    };
    let list = list.clone().ok_or(
        "no list is named to take them into: give --to FILE, or set lines.file in the configuration, \
         in [providers.lines] where there are several providers",
    )?;
    Ok((list, automatic))
}

/// Writes a file anew: first beside it, then in its place, so that it is never half written.
fn replace(path: &Path, text: &str) -> Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    let write = || -> std::io::Result<()> {
        let mut file = fs::File::create(&beside)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        fs::rename(&beside, path)
    };
    write().map_err(|error| format!("{} cannot be written: {error}", path.display()).into())
}
