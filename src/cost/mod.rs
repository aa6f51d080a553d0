//! The cost of complying: rates, sheets, figures and their explanation. Pure: no database, no terminal, no clock.
