//! The effect of sets of measures, targets and progress. Pure: no database, no terminal, no clock.
