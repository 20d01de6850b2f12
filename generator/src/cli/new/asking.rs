//! Asks at the terminal for what was not said in options.

use std::io::{self, BufRead as _};
use std::process::ExitCode;

use onetrip_core::diagnostic::Lang;

use super::refuse;
use crate::cli::report;

pub(super) struct Asking {
    lang: Lang,
}

impl Asking {
    pub(super) fn new(lang: Lang) -> Self {
        Self { lang }
    }

    /// What the option says, else the answer; an empty one is the usual answer, where there is one. Who does not answer has to say it in the
    /// option.
    pub(super) fn want(
        &self,
        option: &str,
        said: Option<&str>,
        [zh, en]: [&str; 2],
        usual: Option<&str>,
    ) -> Result<String, ExitCode> {
        if let Some(said) = said {
            return Ok(said.trim().to_owned());
        }
        let question = match self.lang {
            Lang::Zh => zh,
            Lang::En => en,
        };
        loop {
            report::err(&format!("{question}\n> "));
            let mut line = String::new();
            let read = io::stdin().lock().read_line(&mut line).unwrap_or(0);
            match (line.trim(), usual) {
                ("", Some(usual)) => return Ok(usual.to_owned()),
                ("", None) if read == 0 => {
                    return Err(refuse(
                        self.lang,
                        &format!("没有回答。也可以写在命令里：{option} …"),
                        &format!("there was no answer. It may be said in the command: {option} …"),
                    ));
                }
                ("", None) => {}
                (answer, _) => return Ok(answer.to_owned()),
            }
        }
    }
}
