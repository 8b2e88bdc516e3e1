package store

import (
	"slices"
	"strings"
)

// table is what a copy knows of one: its key and its columns by kind, names
// separated by spaces. Only the kinds differ between the databases.
type table struct {
	name, key                           string
	ints, bools, reals, texts, contents string
}

// heartbeatTable is copied last: a database without its row is not whole and
// nothing but a copy opens it.
var heartbeatTable = table{name: "heartbeat", key: "id", ints: "id beat_at"}

// copied has every other table, each after those it points to. A migration
// that makes a table or column adds it here, or a test fails. Keys of text
// have to be COLLATE "C" on PostgreSQL, so that both have one order.
var copied = slices.Concat([]table{
	{name: "quiz_versions", key: "id", ints: "id revision created_at published_at saved_at", texts: "state language title about note settings guide hash saved_by published_by"},
}, tablesOfVersions(), []table{
	{name: "draft_changes", key: "version_id field", ints: "version_id revision changed_at", texts: "field changed_by"},
	{name: "draft_saves", key: "version_id revision", ints: "version_id revision saved_at n undone_at", texts: "saved_by action subject names undone_by", contents: "content"},
	{name: "waiting_drafts", key: "id", ints: "id kept_at base_id", texts: "name title kept_by", contents: "content"},
	{name: "discarded_drafts", key: "version_id", ints: "version_id revision discarded_at"},
	{name: "results", key: "id", ints: "version_id finished_at shuffle duration_ms deleted_at", bools: "is_hurried", reals: "probability", texts: "answers asked verdict top_role form", contents: "id"},
	{name: "taken_up", key: "origin", contents: "origin result_id"},
	{name: "shares", key: "id", ints: "created_at revoked_at", texts: "scope name", contents: "id result_id"},
	{name: "quiz_groups", key: "id", ints: "least created_at closes_at ends_at closed_at deleted_at", bools: "organiser_joins", texts: "kind name picture", contents: "id organiser"},
	{name: "group_invitations", key: "id", ints: "revoked_at", contents: "id group_id"},
	{name: "group_members", key: "group_id result_id", ints: "joined_at", texts: "name", contents: "group_id result_id"},
	{name: "outcomes", key: "result_id", ints: "version_id years suits said_at", bools: "is_open is_repeat", texts: "role_key", contents: "result_id"},
	{name: "open_rows", key: "result_id", ints: "version_id month group_id people", contents: "result_id"},
	{name: "day_stats", key: "version_id part day form is_hurried", ints: "version_id day", bools: "is_hurried", texts: "part form", contents: "sums"},
	{name: "stale_days", key: "day", ints: "day seq"},
	{name: "step_counts", key: "version_id day event place", ints: "version_id day place n", texts: "event"},
	{name: "roll_up", key: "id", ints: "id ran_at lease_until simulated open_until", texts: "lease_owner"},
	{name: "admins", key: "id", ints: "totp_step created_at signed_in_at", bools: "is_temporary is_disabled", texts: "id email role password_hash totp_secret"},
	{name: "admin_recovery_codes", key: "admin_id hash", texts: "admin_id", contents: "hash"},
	{name: "admin_passkeys", key: "id", ints: "uses created_at used_at", bools: "can_back_up is_backed_up", texts: "admin_id name", contents: "id public_key"},
	{name: "sign_in_challenges", key: "hash", ints: "expires_at", texts: "admin_id", contents: "hash"},
	{name: "working_copies", key: "admin_id path", ints: "kept_at", texts: "admin_id path page typed"},
	{name: "admin_sessions", key: "hash", ints: "created_at seen_at", bools: "needs_code", texts: "admin_id", contents: "hash"},
	{name: "sign_in_tries", key: "key", ints: "n tried_at got_in_at expires_at", contents: "key"},
	{name: "limit_counts", key: "began_at key", ints: "began_at n", contents: "key"},
	{name: "quiz_identity", key: "id", ints: "id copied_at", texts: "name"},
	{name: "brand", key: "id", ints: "id revision updated_at", texts: "settings", contents: "logo_light logo_dark"},
	{name: "audit_log", key: "id", ints: "id at", texts: "actor action subject before_text after_text reason"},
})

func tablesOfVersions() []table {
	var all []table
	for _, t := range versionTables {
		all = append(all, t.table())
	}
	return all
}

// filledFromTheStart are those that have a row in a new database.
var filledFromTheStart = []string{"heartbeat", "roll_up", "quiz_identity"}

// days is the table that is compared by the day a result was finished, and
// the column that says it.
const days, dayColumn = "results", "finished_at"

// kind is how a column's values are read into Go.
type kind func() any

// columns returns the names and kinds, always in the same order.
func (t table) columns() ([]string, []kind) {
	var names []string
	var kinds []kind
	add := func(list string, k kind) {
		for name := range strings.FieldsSeq(list) {
			names, kinds = append(names, name), append(kinds, k)
		}
	}
	add(t.ints, func() any { return new(*int64) })
	add(t.bools, func() any { return new(*bool) }) // 0 and 1 in SQLite
	add(t.reals, func() any { return new(*float64) })
	add(t.texts, func() any { return new(*string) })
	add(t.contents, func() any { return new([]byte) })
	return names, kinds
}

// keyOf is the part of a row that is its key.
func (t table) keyOf(row []any) []any {
	names, _ := t.columns()
	var key []any
	for name := range strings.FieldsSeq(t.key) {
		key = append(key, row[slices.Index(names, name)])
	}
	return key
}
