//! What is done besides running.

use std::io::{self, BufRead as _, IsTerminal as _, Write as _};
use std::path::PathBuf;

use multiplexer::{Access, Config, Users};

use crate::cli::{AddUser, LimitUser, MakeCertificate, RemoveUser, UserCommand, UserFile};
use crate::error::Error;

pub(crate) fn change_users(command: &UserCommand) -> Result<(), Error> {
    match command {
        UserCommand::Add(AddUser { name, users, replace }) => {
            let file = user_file(users)?;
            let password = ask_password(name)?;
            multiplexer::add_user(&file, name, &password, *replace)?;
            say(&format!("{}: the user {name:?} may log in", file.display()))
        }
        UserCommand::Limit(LimitUser { name, users, monitor, control, read_only }) => {
            let file = user_file(users)?;
            let access = Access {
                monitor: monitor.clone().unwrap_or_default(),
                control: control.clone().unwrap_or_default(),
                read_only: *read_only,
            };
            multiplexer::limit_user(&file, name, &access)?;
            say(&format!("{}: the user {name:?} may do this: {access}", file.display()))
        }
        UserCommand::Remove(RemoveUser { name, users }) => {
            let file = user_file(users)?;
            multiplexer::remove_user(&file, name)?;
            say(&format!("{}: the user {name:?} is removed", file.display()))
        }
        UserCommand::List(users) => {
            for (name, user) in Users::load(user_file(users)?)?.iter() {
                say(&format!("{name:<20} {}", user.access))?;
            }
            Ok(())
        }
    }
}

fn user_file(users: &UserFile) -> Result<PathBuf, Error> {
    match (&users.file, &users.config) {
        (Some(file), _) => Ok(file.clone()),
        (None, Some(path)) => {
            Config::load(path)?.users.file.ok_or_else(|| Error::NoUsers(path.clone()))
        }
        (None, None) => Err(Error::NoUserFile),
    }
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
