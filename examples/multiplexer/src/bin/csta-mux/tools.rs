//! What is done besides running.

use std::io::{self, BufRead as _, IsTerminal as _, Write as _};

use multiplexer::Config;

use crate::cli::{AddUser, MakeCertificate};
use crate::error::Error;

pub(crate) fn add_user(arguments: &AddUser) -> Result<(), Error> {
    let file = match (&arguments.file, &arguments.config) {
        (Some(file), _) => file.clone(),
        (None, Some(path)) => {
            Config::load(path)?.users.file.ok_or_else(|| Error::NoUsers(path.clone()))?
        }
        (None, None) => return Err(Error::NoUserFile),
    };
    let password = ask_password(&arguments.name)?;
    multiplexer::add_user(&file, &arguments.name, &password, arguments.replace)?;
    say(&format!("{}: the user {:?} may log in", file.display(), arguments.name))
}

fn ask_password(name: &str) -> Result<String, Error> {
    if !io::stdin().is_terminal() {
        let mut line = String::new();
        io::stdin().lock().read_line(&mut line).map_err(Error::Password)?;
        return Ok(line.trim_end_matches(['\r', '\n']).to_owned());
    }
    let ask = |prompt: String| rpassword::prompt_password(prompt).map_err(Error::Password);
    let password = ask(format!("Password of {name}: "))?;
    if ask("Once more: ".to_owned())? == password {
        Ok(password)
    } else {
        Err(Error::PasswordsDiffer)
    }
}

pub(crate) fn make_certificate(arguments: &MakeCertificate) -> Result<(), Error> {
    let MakeCertificate { names, certificate, key } = arguments;
    multiplexer::make_certificate(names, certificate, key)?;
    say(&format!(
        "{} and its key {} are made. Applications have to trust the certificate; for more than \
         trying, get one from an authority that they trust",
        certificate.display(),
        key.display()
    ))
}

pub(crate) fn print_config() -> Result<(), Error> {
    say(Config::EXAMPLE.trim_end())
}

pub(crate) fn say(text: &str) -> Result<(), Error> {
    writeln!(io::stdout(), "{text}").map_err(Error::Output)
}
