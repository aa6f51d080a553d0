//! Trying: measures are taken up and dropped, and what comes of it is saved, kept as a draft or left.

use super::set::Set;
use super::{STEPS_BELOW, Scenario, draw};
use crate::desk::{EditScenario, NewScenario};
use crate::tui::command::id;
use crate::tui::kept::Draft;
use crate::tui::layers::{Field, Form, Item, ask};
use crate::tui::screen::{Effect, Screen, Shared, Verb};
use crate::tui::screens::scenarios::{named_fields, programmes, stored, usable_code};
use crate::tui::status::Sign;
use crate::words::Message;
use crate::words::choosing::ChoosingWord as C;
use crate::words::screen::ScreenWord as W;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Text};
use ratatui::widgets::Block;

impl Scenario {
    /// Takes measures up or drops them, and shows it.
    pub(super) fn toggle(&mut self, places: &[usize], shared: &Shared) -> Vec<Effect> {
        let Some(set) = &mut self.set else { return Vec::new() };
        let toggled = set.toggle(places);
        for at in places {
            let code = set.rows[*at].code.clone();
            self.grid.renew(&code, &[("sign", set.sign(*at)), ("standing", set.standing(*at, shared))]);
        }
        toggled.err().map(|fault| Effect::Say(Sign::Fault, shared.fault(&fault))).into_iter().collect()
    }

    pub(super) fn draw_set(&self, set: &Set, shared: &Shared, frame: &mut Frame<'_>, area: Rect) {
        let cells = usize::from(area.width);
        let most = if area.height >= 18 { 6 } else { 2 };
        let mut head = draw::gauges(set, shared, cells, most);
        head.push(draw::effort(set, shared, cells));
        let top = u16::try_from(head.len()).unwrap_or(0).min(area.height);
        frame.render_widget(Text::from(head), area);
        let rest = Rect { y: area.y + top, height: area.height - top, ..area };
        let below = shared.wide() && area.height >= STEPS_BELOW;
        let steps = if below { (rest.height / 2).min(16) } else { 0 };
        let list = Rect { height: rest.height.saturating_sub(steps + 2), ..rest };
        self.grid.draw(shared, frame, list);
        let sums = draw::sums(set, self.hand(), shared, cells);
        frame.render_widget(Text::from(sums), Rect { y: list.bottom(), height: 2.min(area.height), ..rest });
        if below {
            let pane = Rect { y: list.bottom() + 2, height: steps, ..rest };
            let title = format!(" {} ", shared.word(C::StepsTitle));
            let block = Block::bordered().title(Line::styled(title, shared.theme.heading()));
            let inside = block.inner(pane);
            frame.render_widget(block, pane);
            let lines = draw::waterfall(set, shared, inside.width.into(), inside.height.into());
            frame.render_widget(Text::from(lines), inside);
        }
    }

    /// Saves what was taken up and dropped; of a stage a scenario of its own is made.
    pub(super) fn save(&self, shared: &Shared) -> Vec<Effect> {
        let Some(set) = &self.set else { return Vec::new() };
        if set.special {
            return vec![self.keep_form(set.codes(), "", shared).open()];
        }
        let (code, (add, drop)) = (set.scenario.code.clone(), set.edits());
        vec![Verb::plain("tui scenario", move |desk| {
            // What a neighbour took up or dropped meanwhile stays as well.
            let asked = EditScenario { code: &code, add: &add, drop: &drop, gone_is_fine: true, ..Default::default() };
            Ok(stored(desk.edit_scenario(asked)?, false))
        })]
    }

    /// The form of a scenario of its own with these measures.
    pub(super) fn keep_form(&self, measures: Vec<String>, code: &str, shared: &Shared) -> Form {
        let programme = self.set.as_ref().and_then(|set| set.scenario.programme.clone()).unwrap_or_default();
        let mut fields = named_fields(shared, code, "");
        fields.push(Field::choice("programme", shared.word(C::Over), programmes(shared), &programme));
        let form = Form::new(shared.word(C::KeepTitle), fields, move |answers, shared| {
            let answer = |name: &str| answers.get(name).cloned().unwrap_or_default();
            let code = usable_code(&answer("code"), shared)?;
            let (name, programme, measures) = (answer("name"), answer("programme"), measures.clone());
            Ok(vec![Verb::plain("tui scenario new", move |desk| {
                let asked = NewScenario {
                    code: &code,
                    name: Some(&name),
                    programme: Some(&programme),
                    note: "",
                    measures: &|_| Ok(measures.clone()),
                };
                let mut made = stored(desk.new_scenario(asked)?, true);
                // The stage is as it was: what was tried is saved elsewhere.
                made.value.then.insert(0, Effect::Back);
                Ok(made)
            })])
        });
        form.drafted(self.place(), "keep")
    }

    /// Asks before what was tried is left; the choice in hand keeps it.
    pub(super) fn ask_leaving(&self, shared: &Shared) -> Vec<Effect> {
        let items = vec![
            Item::new(shared.word(C::KeepTried), "", |_| vec![Effect::LeaveForm { keep: true }, Effect::Back]),
            Item::new(shared.word(W::DoSave), "", |_| vec![Effect::Run(id::SAVE)]),
            Item::new(shared.word(C::DropTried), "", |_| vec![Effect::Back]),
            ask::nothing(shared.word(W::StayHere)),
        ];
        vec![ask::choices(shared.word(C::TriedTitle), vec![self.tried_told(shared)], items)]
    }

    pub(super) fn tried_told(&self, shared: &Shared) -> String {
        let (added, dropped) = self.set.as_ref().map(Set::edits).unwrap_or_default();
        C::TriedAbout.with(shared.lang, &[&added.len(), &dropped.len()])
    }
}

/// What was tried, as a draft keeps it.
pub(super) fn tried_of(draft: &Draft) -> (Vec<String>, Vec<String>) {
    let list = |name: &str| {
        let text = draft.answers.get(name).map(String::as_str).unwrap_or_default();
        text.split(',').filter(|code| !code.is_empty()).map(str::to_owned).collect()
    };
    (list("add"), list("drop"))
}
