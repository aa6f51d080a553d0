//! The record of a regulation: what it says, part by part, as `show` says it.

use crate::text::width::wrap;
use crate::tui::app::App;
use crate::tui::data::Detail;
use crate::view::Part;
use crate::view::nouns::procedure::{About, procedure_page, regulation_page};
use crate::words::tui::TuiWord as W;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Text};

pub(super) fn draw(app: &App, detail: &Detail, frame: &mut Frame<'_>, area: Rect) {
    let mut page = Page { app, lines: Vec::new(), cells: usize::from(area.width).saturating_sub(2).max(10) };
    for part in parts(app, detail) {
        page.part(part);
    }
    for service in &detail.linked {
        let name = service.name_in(app.lang);
        page.part(Part::Fact(app.word(W::Linked).to_owned(), format!("{name}: {}", service.members.join(" → "))));
    }
    let top = app.top.min(page.lines.len().saturating_sub(usize::from(area.height)));
    let seen: Vec<Line<'_>> = page.lines.into_iter().skip(top).take(area.height.into()).collect();
    frame.render_widget(Text::from(seen), area);
}

/// What is known of the regulation in hand.
fn parts(app: &App, detail: &Detail) -> Vec<Part> {
    let about = About {
        lang: app.lang,
        agency: &|code| app.data.agency_and_code(code, app.lang),
        due: &|limit| app.data.calendar.due(app.today, limit),
    };
    match &detail.procedure {
        Some(procedure) => procedure_page(procedure, &about).into_parts(),
        None => regulation_page(&detail.regulation, &about).into_parts(),
    }
}

struct Page<'a> {
    app: &'a App,
    lines: Vec<Line<'a>>,
    cells: usize,
}

impl Page<'_> {
    fn part(&mut self, part: Part) {
        match part {
            Part::Fact(label, value) => self.wrapped(&format!("{label}: {value}")),
            Part::Heading(label) => {
                self.lines.push(Line::raw(""));
                self.lines.push(Line::styled(format!(" {label}"), self.app.theme.heading()));
            }
            Part::Group(name) => {
                for line in wrap(&name, self.cells.saturating_sub(1)) {
                    self.lines.push(Line::styled(format!("  {line}"), self.app.theme.faint()));
                }
            }
            Part::Item(id, text) => {
                let mut lead = "• ";
                for line in wrap(format!("{id} {text}").trim_start(), self.cells.saturating_sub(3)) {
                    self.lines.push(Line::raw(format!(" {lead}{line}")));
                    lead = "  ";
                }
            }
            Part::Prose(text) | Part::Line(_, text) => self.wrapped(&text),
            Part::Blank => self.lines.push(Line::raw("")),
            Part::Table(_) => {}
        }
    }

    fn wrapped(&mut self, text: &str) {
        self.lines.extend(wrap(text, self.cells).into_iter().map(|line| Line::raw(format!(" {line}"))));
    }
}
