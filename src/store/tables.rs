//! How nouns lie in tables: one description a table, from which reading, writing and comparing are done alike.

/// How a column holds a field of a noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Text, empty when the noun leaves it out.
    Text,
    /// Text, NULL when the noun leaves it out.
    MaybeText,
    /// A whole number.
    Whole,
    /// A whole number, NULL when the noun leaves it out.
    MaybeWhole,
    /// Yes or no, as 1 or 0.
    Flag,
    /// A list, as JSON.
    List,
    /// Named values, as JSON.
    Named,
    /// Not of the noun itself: the key of the noun that the row belongs to.
    Owner,
    /// Not of the noun itself: the position among its siblings.
    Position,
}

/// A column, and the path of the field in the noun (`limit.amount`).
#[derive(Debug, Clone, Copy)]
pub(super) struct Column {
    pub name: &'static str,
    pub path: &'static str,
    pub kind: Kind,
}

const fn column(name: &'static str, kind: Kind) -> Column {
    Column { name, path: name, kind }
}
const fn text(name: &'static str) -> Column {
    column(name, Kind::Text)
}
const fn maybe(name: &'static str) -> Column {
    column(name, Kind::MaybeText)
}
const fn whole(name: &'static str) -> Column {
    column(name, Kind::Whole)
}
const fn flag(name: &'static str) -> Column {
    column(name, Kind::Flag)
}
const fn list(name: &'static str) -> Column {
    column(name, Kind::List)
}

/// A table: its first `keys` columns are its primary key.
#[derive(Debug)]
pub(super) struct Table {
    pub name: &'static str,
    pub keys: usize,
    pub columns: &'static [Column],
}

pub(super) static AGENCY: Table = Table {
    name: "agency",
    keys: 1,
    columns: &[
        text("code"),
        text("name"),
        maybe("name_en"),
        text("kind"),
        maybe("official_code"),
        list("names"),
        text("source"),
    ],
};

pub(super) static INSTRUMENT: Table = Table {
    name: "instrument",
    keys: 1,
    columns: &[
        text("number"),
        text("title"),
        maybe("issuer"),
        maybe("issued"),
        maybe("effective"),
        maybe("expired"),
        text("provenance"),
        text("source"),
    ],
};

pub(super) static INSTRUMENT_VERSION: Table = Table {
    name: "instrument_version",
    keys: 2,
    columns: &[text("instrument"), text("name"), text("kind"), maybe("from"), text("source"), text("text")],
};

pub(super) static REGULATION: Table = Table {
    name: "regulation",
    keys: 1,
    columns: &[
        text("code"),
        text("kind"),
        text("name"),
        maybe("agency"),
        maybe("field"),
        maybe("decision"),
        text("status"),
        maybe("from"),
        flag("electronic"),
        text("provenance"),
        text("source"),
    ],
};

pub(super) static PROCEDURE: Table = Table {
    name: "procedure",
    keys: 1,
    columns: &[
        column("code", Kind::Owner),
        list("levels"),
        maybe("category"),
        list("addressees"),
        maybe("deciding_agency"),
        maybe("performing_agency"),
        maybe("cooperating_agency"),
        maybe("authorised_agency"),
        maybe("address"),
        maybe("online_level"),
        column("dossiers", Kind::MaybeWhole),
        text("steps"),
        text("requirements"),
        text("description"),
        maybe("url"),
        list("verbatim"),
    ],
};

const OWNER: Column = column("regulation", Kind::Owner);
const POSITION: Column = column("position", Kind::Position);

pub(super) static CHANNEL: Table = Table {
    name: "channel",
    keys: 2,
    columns: &[
        OWNER,
        text("id"),
        POSITION,
        text("mode"),
        Column { name: "limit_amount", path: "limit.amount", kind: Kind::MaybeText },
        Column { name: "limit_unit", path: "limit.unit", kind: Kind::MaybeText },
        maybe("limit_verbatim"),
        list("fees"),
        maybe("fee_verbatim"),
        text("note"),
    ],
};

pub(super) static COMPONENT: Table = Table {
    name: "component",
    keys: 2,
    columns: &[
        OWNER,
        text("id"),
        POSITION,
        text("group"),
        text("name"),
        maybe("form"),
        column("originals", Kind::MaybeWhole),
        column("copies", Kind::MaybeWhole),
        flag("certified"),
        text("note"),
    ],
};

pub(super) static BASIS: Table = Table {
    name: "basis",
    keys: 2,
    columns: &[
        OWNER,
        text("id"),
        POSITION,
        maybe("number"),
        text("title"),
        maybe("provision"),
        maybe("issued"),
        maybe("issuer"),
    ],
};

pub(super) static OUTCOME: Table =
    Table { name: "outcome", keys: 2, columns: &[OWNER, text("id"), POSITION, maybe("code"), text("name")] };

pub(super) static ACTIVITY: Table = Table {
    name: "activity",
    keys: 2,
    columns: &[
        OWNER,
        text("id"),
        POSITION,
        text("group"),
        text("name"),
        text("how"),
        maybe("component"),
        text("tariff"),
        text("minutes"),
        whole("outsourcing"),
        whole("charges"),
        text("staff"),
        text("times"),
        whole("population"),
        column("provenance", Kind::Named),
        text("source"),
    ],
};

pub(super) static MEASURE_KIND: Table = Table {
    name: "measure_kind",
    keys: 1,
    columns: &[
        text("id"),
        text("name"),
        text("name_en"),
        text("counts_as"),
        whole("order"),
        maybe("level"),
        maybe("weight"),
        text("targets"),
        list("parameters"),
        list("edits"),
        text("source"),
    ],
};

pub(super) static MEASURE: Table = Table {
    name: "measure",
    keys: 1,
    columns: &[
        text("code"),
        text("regulation"),
        text("kind"),
        list("targets"),
        column("values", Kind::Named),
        text("title"),
        text("reason"),
        text("evidence"),
        maybe("provision"),
        maybe("instrument"),
        maybe("authority"),
        maybe("level"),
        maybe("weight"),
        text("current_text"),
        text("proposed_text"),
        maybe("person"),
        maybe("due"),
        text("provenance"),
        text("note"),
    ],
};

pub(super) static MEASURE_STATUS: Table = Table {
    name: "measure_status",
    keys: 2,
    columns: &[
        column("measure", Kind::Owner),
        column("id", Kind::Owner),
        POSITION,
        text("status"),
        text("date"),
        maybe("document"),
        text("note"),
    ],
};

pub(super) static PROGRAMME: Table = Table {
    name: "programme",
    keys: 1,
    columns: &[
        text("code"),
        text("name"),
        text("name_en"),
        maybe("instrument"),
        text("baseline"),
        text("source"),
        list("targets"),
    ],
};

pub(super) static PARAMETER: Table = Table {
    name: "parameter",
    keys: 2,
    columns: &[
        text("id"),
        text("from"),
        text("value"),
        text("unit"),
        text("name"),
        text("name_en"),
        flag("individual"),
        text("provenance"),
        text("source"),
    ],
};

pub(super) static LINKED_SERVICE: Table = Table {
    name: "linked_service",
    keys: 1,
    columns: &[
        text("code"),
        text("name"),
        maybe("name_en"),
        list("members"),
        list("shared"),
        maybe("uptake"),
        text("source"),
    ],
};

pub(super) static HOLIDAY: Table =
    Table { name: "holiday", keys: 1, columns: &[text("date"), text("name"), text("provenance")] };

pub(super) static INSTRUMENT_LEVEL: Table = Table {
    name: "instrument_level",
    keys: 1,
    columns: &[
        text("id"),
        text("name"),
        text("name_en"),
        whole("rank"),
        text("authority"),
        text("authority_en"),
        text("effort"),
        list("symbols"),
        text("source"),
    ],
};

pub(super) static SCENARIO: Table = Table {
    name: "scenario",
    keys: 1,
    columns: &[text("code"), text("name"), maybe("programme"), list("measures"), text("note"), text("problem")],
};

pub(super) static UNCERTAINTY: Table = Table {
    name: "uncertainty",
    keys: 1,
    columns: &[
        text("of"),
        text("spread"),
        text("low"),
        maybe("likely"),
        text("high"),
        text("provenance"),
        text("source"),
    ],
};

pub(super) static STATE_DATA: Table = Table {
    name: "state_data",
    keys: 1,
    columns: &[
        text("id"),
        text("name"),
        text("name_en"),
        text("holder"),
        maybe("instrument"),
        list("items"),
        text("source"),
    ],
};

pub(super) static DIRECTIVE: Table = Table {
    name: "directive",
    keys: 1,
    columns: &[
        text("code"),
        text("name"),
        maybe("name_en"),
        text("date"),
        maybe("issuer"),
        maybe("document"),
        text("source"),
    ],
};

pub(super) static ASSIGNMENT: Table = Table {
    name: "assignment",
    keys: 1,
    columns: &[
        text("code"),
        text("directive"),
        text("title"),
        maybe("title_en"),
        list("leads"),
        list("cooperating"),
        text("deliverable"),
        maybe("due"),
        maybe("person"),
        text("note"),
        text("source"),
        list("steps"),
    ],
};

pub(super) static CAMPAIGN: Table = Table {
    name: "campaign",
    keys: 1,
    columns: &[
        text("code"),
        text("name"),
        maybe("name_en"),
        maybe("assignment"),
        text("trigger"),
        maybe("lead"),
        maybe("due"),
        list("instruments"),
        text("source"),
    ],
};

pub(super) static INDICATOR: Table = Table {
    name: "indicator",
    keys: 1,
    columns: &[
        text("code"),
        text("name"),
        maybe("name_en"),
        text("unit"),
        maybe("assignment"),
        maybe("baseline"),
        maybe("target"),
        maybe("due"),
        flag("lower_is_better"),
        list("readings"),
        text("source"),
    ],
};

pub(super) static FROZEN_REGULATION: Table = Table {
    name: "frozen_regulation",
    keys: 2,
    columns: &[
        column("programme", Kind::Owner),
        text("code"),
        text("kind"),
        maybe("agency"),
        maybe("field"),
        maybe("processing_hours"),
        flag("electronic"),
    ],
};

pub(super) static FROZEN_ACTIVITY: Table = Table {
    name: "frozen_activity",
    keys: 3,
    columns: &[
        column("programme", Kind::Owner),
        text("regulation"),
        text("id"),
        text("group"),
        maybe("component"),
        text("minutes"),
        text("hourly"),
        whole("outsourcing"),
        whole("charges"),
        text("times"),
        whole("population"),
    ],
};

/// The tables that the journal watches, owners before what they own.
pub(super) const JOURNALLED: &[&str] = &[
    "agency",
    "instrument",
    "instrument_version",
    "regulation",
    "procedure",
    "channel",
    "component",
    "basis",
    "outcome",
    "activity",
    "measure_kind",
    "measure",
    "measure_status",
    "programme",
    "parameter",
    "linked_service",
    "holiday",
    "instrument_level",
    "scenario",
    "uncertainty",
    "state_data",
    "directive",
    "assignment",
    "campaign",
    "indicator",
    "baseline",
    "frozen_regulation",
    "frozen_activity",
];
