//! Where the targets of a programme stand: progress by stage, what moved beside it, and what is expected ahead.

mod burden;
mod forecast;
mod progress;

pub use burden::{Burden, ChangeKind, Newcomers, RegulationChange};
pub use forecast::{Forecast, StageForecast, TargetForecast, forecast};
pub use progress::{GroupProgress, NetFigure, Progress, StageFigure, TargetProgress, progress};
