//! Writing cost sheets, inside a change: whole ones, and single rows where what is not named is not touched.

use super::matching;
use super::rows::{self, Fields, fields_of, row_of};
use super::{Put, Writer};
use crate::model::{Activity, Noun};
use crate::words::store::StoreMessage;
use crate::words::{Fault, Message, Result};
use rusqlite::types::Value as Sql;
use serde_json::Value as Json;

impl Writer<'_> {
    /// Puts the cost sheet of a regulation exactly: rows that are not given are deleted.
    ///
    /// # Errors
    /// There is no such regulation; an id occurs twice; the workspace cannot be written.
    pub fn put_sheet(&self, code: &str, activities: &[Activity]) -> Result<Put> {
        self.need_regulation(code)?;
        let before = rows::load_each(self.conn, Activity::DESCRIPTION, "regulation = ?1", [code])?;
        let before: Vec<Fields> = before.into_iter().filter_map(|row| row.fields.ok()).collect();
        let mut incoming: Vec<Fields> = activities.iter().map(fields_of).collect::<Result<_>>()?;
        if let Some(twice) = matching::give_ids(matching::ACTIVITIES, &before, &mut incoming) {
            return Err(Fault::input(StoreMessage::UsedTwice.said(&[&code, &twice])));
        }
        let incoming = self.sheet_on_terms(code, &before, incoming);
        self.admit_sheet(code, activities, &incoming)?;
        let put = self.put_children(code, Activity::DESCRIPTION, &incoming)?;
        Ok(if before.is_empty() && put == Put::Updated { Put::Added } else { put })
    }

    /// Puts one row of the sheet of a regulation in the place of the stored one with its id; the other rows are not looked at.
    ///
    /// # Errors
    /// The workspace cannot be written.
    pub fn put_activity(&self, code: &str, activity: &Activity) -> Result<Put> {
        self.admit_rows(code, std::slice::from_ref(activity))?;
        let key = [Sql::Text(code.to_owned()), Sql::Text(activity.id.clone())];
        let Some(stored) = rows::stored_one(self.conn, Activity::DESCRIPTION, &key)? else { return Ok(Put::Unchanged) };
        let Some(Sql::Integer(position)) = stored.get(Activity::DESCRIPTION.keys) else { return Ok(Put::Unchanged) };
        self.put_row(Activity::DESCRIPTION, row_of(Activity::DESCRIPTION, &fields_of(activity)?, &[code], *position))
    }

    /// Adds a row to the sheet of a regulation, at a place from 0, under an id that no row of it ever had; gives the id.
    ///
    /// # Errors
    /// The workspace cannot be written.
    pub fn add_activity(&self, code: &str, at: usize, activity: &Activity) -> Result<String> {
        self.admit_rows(code, std::slice::from_ref(activity))?;
        let id = self.free_activity_id(code)?;
        let mut sheet = self.sheet_fields(code)?;
        let mut fields = fields_of(activity)?;
        fields.insert("id".to_owned(), Json::String(id.clone()));
        sheet.insert(at.min(sheet.len()), fields);
        self.put_children(code, Activity::DESCRIPTION, &sheet)?;
        Ok(id)
    }

    /// Removes a row of the sheet of a regulation; `false` when there is none with this id.
    ///
    /// # Errors
    /// The workspace cannot be written.
    pub fn remove_activity(&self, code: &str, id: &str) -> Result<bool> {
        let mut sheet = self.sheet_fields(code)?;
        let before = sheet.len();
        sheet.retain(|fields| fields.get("id").and_then(Json::as_str) != Some(id));
        self.put_children(code, Activity::DESCRIPTION, &sheet)?;
        Ok(sheet.len() < before)
    }

    fn sheet_fields(&self, code: &str) -> Result<Vec<Fields>> {
        let rows = rows::load(self.conn, Activity::DESCRIPTION, "regulation = ?1", [code])?;
        Ok(rows.into_iter().map(|(_, fields)| fields).collect())
    }

    /// The next number after all that rows of the sheet have or had, so that what still points to a row that was removed never comes to
    /// point to another one.
    fn free_activity_id(&self, code: &str) -> Result<String> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id FROM activity WHERE regulation = ?1
             UNION SELECT json_extract(key, '$[1]') FROM op WHERE subject = ?1 AND place = 'activity'",
        )?;
        let ids: Vec<String> = statement.query_map([code], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        let highest = ids.iter().filter_map(|id| id.strip_prefix('a')?.parse::<u64>().ok()).max().unwrap_or(0);
        Ok(format!("a{}", highest + 1))
    }
}
