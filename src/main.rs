//! tinhgon: arguments → a front end; nothing else.

use std::process::ExitCode;

fn main() -> ExitCode {
    tinhgon::cli::run(std::env::args_os())
}
