//! Arguments that take one of a few values.

use crate::words::Named;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

/// Takes a value of an enumeration by its stable name, with dashes or underscores; anything else is wrong usage, with the names there are.
pub(super) fn one_of<V: Named>() -> impl TypedValueParser<Value = V> {
    let possible = |value: &V| {
        let typed = PossibleValue::new(value.argument());
        if value.argument() == value.name() { typed } else { typed.alias(value.name()) }
    };
    PossibleValuesParser::new(V::VALUES.iter().map(possible)).try_map(|typed| {
        let named = |value: &&V| value.argument() == typed || value.name() == typed;
        V::VALUES.iter().find(named).copied().ok_or(std::fmt::Error)
    })
}
