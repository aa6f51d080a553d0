//! The record of a regulation: what it says, part by part.

use super::text::wrap;
use crate::model::{Channel, Component, Procedure};
use crate::report::Worded;
use crate::text::messages::tui::TuiWord as W;
use crate::text::{Lang, Message, date, number};
use crate::tui::app::App;
use crate::tui::data::Detail;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Text};

pub(super) fn draw(app: &App, detail: &Detail, frame: &mut Frame<'_>, area: Rect) {
    let mut page = Page { app, lines: Vec::new(), cells: usize::from(area.width).saturating_sub(2).max(10) };
    page.head(detail);
    if let Some(procedure) = &detail.procedure {
        page.procedure(procedure);
    }
    for service in &detail.linked {
        let name = if app.lang == Lang::En { service.name_en.as_ref().unwrap_or(&service.name) } else { &service.name };
        page.fact(W::Linked, &format!("{name}: {}", service.members.join(" → ")));
    }
    let top = app.top.min(page.lines.len().saturating_sub(usize::from(area.height)));
    let seen: Vec<Line<'_>> = page.lines.into_iter().skip(top).take(area.height.into()).collect();
    frame.render_widget(Text::from(seen), area);
}

struct Page<'a> {
    app: &'a App,
    lines: Vec<Line<'a>>,
    cells: usize,
}

impl Page<'_> {
    fn fact(&mut self, label: W, value: &str) {
        if !value.is_empty() {
            let text = format!("{}: {value}", self.app.word(label));
            self.lines.extend(wrap(&text, self.cells).into_iter().map(|line| Line::raw(format!(" {line}"))));
        }
    }

    fn heading(&mut self, label: W) {
        self.lines.push(Line::raw(""));
        self.lines.push(Line::styled(format!(" {}", self.app.word(label)), self.app.theme.heading()));
    }

    fn item(&mut self, text: &str) {
        let mut lead = "• ";
        for line in wrap(text, self.cells.saturating_sub(3)) {
            self.lines.push(Line::raw(format!(" {lead}{line}")));
            lead = "  ";
        }
    }

    fn block(&mut self, label: W, text: &str) {
        if !text.is_empty() {
            self.heading(label);
            self.lines.extend(wrap(text, self.cells).into_iter().map(|line| Line::raw(format!(" {line}"))));
        }
    }

    fn head(&mut self, detail: &Detail) {
        let regulation = &detail.regulation;
        let app = self.app;
        self.fact(W::Kind, app.word(W::kind(regulation.kind)));
        let agency = regulation.agency.as_deref().map_or("", |code| app.data.agency(code, app.lang));
        self.fact(W::Agency, agency);
        self.fact(W::Field, regulation.field.as_deref().unwrap_or_default());
        self.fact(W::Decision, regulation.decision.as_deref().unwrap_or_default());
        if let Some(day) = regulation.from {
            self.fact(W::Since, &date::short(day, app.lang));
        }
        self.fact(W::Provenance, app.word(regulation.provenance.word()));
        self.fact(W::Source, &regulation.source);
    }

    fn procedure(&mut self, procedure: &Procedure) {
        self.fact(W::Levels, &procedure.levels.join(", "));
        self.fact(W::Addressees, &procedure.addressees.join(", "));
        self.fact(W::PerformingAgency, procedure.performing_agency.as_deref().unwrap_or_default());
        self.fact(W::DecidingAgency, procedure.deciding_agency.as_deref().unwrap_or_default());
        if !procedure.channels.is_empty() {
            self.heading(W::Channels);
            for channel in &procedure.channels {
                let text = self.channel(channel);
                self.item(&text);
            }
        }
        if !procedure.components.is_empty() {
            self.heading(W::Components);
            let mut group = "";
            for component in &procedure.components {
                if component.group != group {
                    group = &component.group;
                    for line in wrap(group, self.cells.saturating_sub(1)) {
                        self.lines.push(Line::styled(format!("  {line}"), self.app.theme.faint()));
                    }
                }
                let text = self.component(component);
                self.item(&text);
            }
        }
        self.block(W::Steps, &procedure.steps);
        self.block(W::Requirements, &procedure.requirements);
        if !procedure.bases.is_empty() {
            self.heading(W::Bases);
            for basis in &procedure.bases {
                let number = basis.number.as_deref().unwrap_or_default();
                self.item(
                    format!("{number} {} {}", basis.title, basis.provision.as_deref().unwrap_or_default()).trim(),
                );
            }
        }
        if !procedure.results.is_empty() {
            self.heading(W::Results);
            for result in &procedure.results {
                self.item(&result.name);
            }
        }
        if !procedure.verbatim.is_empty() {
            self.heading(W::Verbatim);
            for text in &procedure.verbatim {
                self.item(text);
            }
        }
    }

    fn channel(&self, channel: &Channel) -> String {
        let app = self.app;
        let mut parts = vec![app.word(channel.mode.word()).to_owned()];
        if let Some(limit) = channel.limit {
            let amount = number::decimal(
                limit.amount.numerator(),
                limit.amount.denominator(),
                u32::from(!limit.amount.is_whole()),
                app.lang,
            );
            let unit = app.word(limit.unit.word());
            let due = app.data.calendar.due(app.today, limit).map(|day| date::short(day, app.lang));
            let due = due.map(|day| format!(" ({})", W::DueIfToday.with(app.lang, &[&day]))).unwrap_or_default();
            parts.push(format!("{amount} {unit}{due}"));
        }
        parts.extend(channel.limit_verbatim.clone());
        for fee in &channel.fees {
            let amount = if fee.amount == 0 {
                app.word(W::Free).to_owned()
            } else {
                let currency = if fee.currency == "VND" { "đồng" } else { &fee.currency };
                format!("{} {currency}", number::whole(fee.amount.into(), app.lang))
            };
            let condition = if fee.condition.is_empty() { String::new() } else { format!(" ({})", fee.condition) };
            parts.push(format!("{amount}{condition}"));
        }
        parts.extend(channel.fee_verbatim.clone());
        if !channel.note.is_empty() {
            parts.push(channel.note.replace('\n', " "));
        }
        parts.join(" · ")
    }

    fn component(&self, component: &Component) -> String {
        let app = self.app;
        let mut parts = vec![format!("{} {}", component.id, component.name)];
        let count = |count: Option<u32>, word: W| count.filter(|n| *n > 0).map(|n| format!("{n} {}", app.word(word)));
        parts.extend(count(component.originals, W::Originals));
        let copies = if component.certified { W::CertifiedCopies } else { W::Copies };
        parts.extend(count(component.copies, copies));
        parts.extend(component.form.clone());
        parts.join(" · ")
    }
}
