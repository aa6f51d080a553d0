//! Where the targets of a programme stand: progress by stage, what moved beside it, and what is expected ahead.

mod burden;
mod forecast;
mod in_out;
mod progress;
mod reading;

pub use burden::{Burden, ChangeKind, Newcomers, RegulationChange};
pub use forecast::{Forecast, StageForecast, TargetForecast, forecast};
pub use in_out::{InOut, InOutBook, InOutLine, in_out};
pub use progress::{GroupProgress, NetFigure, Progress, StageFigure, TargetProgress, progress};
