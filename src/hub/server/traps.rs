//! What makes the rules of a server void without a word (PostgreSQL, "Row Security Policies", "CREATE VIEW", "CREATE FUNCTION"): looked for in its catalogue.

use super::Server;
use crate::hub::place::Refused;
use crate::words::hub::HubWord;
use crate::words::{Message, Result};

/// A trap: its name for programs, what it says, and the question to the catalogue, which gives what is wrong by name.
const TRAPS: &[(&str, HubWord, &str)] = &[
    (
        "superuser",
        HubWord::TrapSuperuser,
        "SELECT rolname::text FROM pg_roles WHERE rolname = session_user AND (rolsuper OR rolbypassrls)",
    ),
    (
        "member_superuser",
        HubWord::TrapMemberSuperuser,
        "SELECT r.rolname::text FROM tinhgon.member m JOIN pg_roles r ON r.rolname = m.login \
         WHERE (r.rolsuper OR r.rolbypassrls) AND r.rolname <> session_user",
    ),
    (
        "row_security",
        HubWord::TrapRowSecurity,
        "SELECT relname::text FROM pg_class WHERE relnamespace = 'tinhgon'::regnamespace AND relkind = 'r' \
         AND NOT (relrowsecurity AND relforcerowsecurity)",
    ),
    (
        "policy",
        HubWord::TrapPolicy,
        "SELECT tablename || '.' || policyname FROM pg_policies WHERE schemaname = 'tinhgon' \
         AND (coalesce(qual, '') || coalesce(with_check, '')) ~* 'current_setting|current_user'",
    ),
    (
        "view",
        HubWord::TrapView,
        "SELECT relname::text FROM pg_class WHERE relnamespace IN ('tinhgon'::regnamespace, 'tinhgon_rollup'::regnamespace) \
         AND relkind IN ('v', 'm') AND NOT coalesce('security_invoker=true' = ANY (reloptions) \
         OR 'security_invoker=on' = ANY (reloptions), false)",
    ),
    (
        "function",
        HubWord::TrapFunction,
        "SELECT proname::text FROM pg_proc WHERE pronamespace = 'tinhgon'::regnamespace AND \
         (proname <> 'append' OR NOT prosecdef OR NOT coalesce(array_to_string(proconfig, ',') LIKE '%search_path=%', false) \
         OR has_function_privilege('public', oid, 'EXECUTE'))",
    ),
    (
        "write",
        HubWord::TrapWrite,
        "SELECT c.relname || ' ← ' || coalesce(r.rolname::text, 'PUBLIC') FROM pg_class c, aclexplode(c.relacl) a \
         LEFT JOIN pg_roles r ON r.oid = a.grantee WHERE c.relnamespace = 'tinhgon'::regnamespace \
         AND c.relname IN ('about', 'member', 'head', 'replica', 'change') \
         AND a.privilege_type IN ('INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER') AND a.grantee <> c.relowner",
    ),
    (
        "owner",
        HubWord::TrapOwner,
        "SELECT r.rolname::text FROM pg_roles r WHERE (r.rolname = 'tinhgon_owner' AND r.rolcanlogin) OR \
         (EXISTS (SELECT FROM tinhgon.member m WHERE m.login = r.rolname) AND pg_has_role(r.oid, \
         (SELECT oid FROM pg_roles WHERE rolname = 'tinhgon_owner'), 'MEMBER') AND NOT r.rolsuper)",
    ),
    (
        "trigger",
        HubWord::TrapTrigger,
        "SELECT c.relname || '.' || t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid \
         WHERE c.relnamespace = 'tinhgon'::regnamespace AND NOT t.tgisinternal",
    ),
];

impl Server {
    /// What makes the rules of the server void, as far as its catalogue shows it to the login.
    pub(super) fn void_rules(&mut self) -> Result<Vec<Refused>> {
        self.standing()?;
        let mut found = Vec::new();
        for (name, word, question) in TRAPS {
            let rows: Vec<String> =
                self.ask(|client| client.query(*question, &[])?.iter().map(|row| row.try_get(0)).collect())?;
            if !rows.is_empty() {
                let said = word.said(&[]);
                found.push(Refused { name: crate::text::clean_line(&rows.join(", ")), reason: name, said });
            }
        }
        Ok(found)
    }
}
