package adminview

import "strconv"

// Flash is what a page says once about what was done just before it came. The
// zero Flash says nothing.
type Flash struct {
	What string // one of the names below
	At   string // where on the page: one of the places below, or an id of a row

	Gone []Gone // what a saved form took out
	More int    // how many more that have no name here

	Made int64 // the revision that what was done gave the draft, to undo it; 0 for none
}

// Gone is a part that was taken out of the draft, with the statements that were
// about it alone.
type Gone struct {
	Name       string
	Statements int
}

// Where a page says it.
const (
	AtTop      = "top"
	AtSave     = "save" // beside the button that saves
	AtList     = "list" // above the list something went from or came to
	AtShares   = "roles.prior"
	AtPassword = "password"
	AtFactor   = "factor"
	AtPasskeys = "passkeys"

	AtStatements = "statements"
)

// AtNumber is where the nth of a list stood.
func AtNumber(n int) string { return "number." + strconv.Itoa(n) }

// What a page can say: nothing else, whoever asks for it, but for the names of
// what was taken out.
const (
	Saved      = "saved"
	Added      = "added"
	Copied     = "copied"
	Moved      = "moved"
	Retired    = "retired"
	AskedAgain = "asked_again"
	Deleted    = "deleted"
	Started    = "started"

	Turned      = "turned"
	OptionMoved = "option_moved"
	Mirrored    = "mirrored"
	SpreadOut   = "spread_out"

	SeveralRetired      = "several_retired"
	SeveralAsked        = "several_asked"
	SeveralDeleted      = "several_deleted"
	SeveralStrengthened = "several_strengthened"

	Published      = "published"
	Discarded      = "discarded"
	Imported       = "imported"
	RoleChanged    = "role_changed"
	Disabled       = "disabled"
	Enabled        = "enabled"
	OwnPassword    = "password"
	FactorOff      = "factor_off"
	PasskeyAdded   = "passkey_added"
	PasskeyRemoved = "passkey_removed"
	SignedOut      = "signed_out"
	SignedOutAtAll = "signed_out_everywhere"
	Undone         = "undone"
	Redone         = "redone"
	SetAside       = "set_aside"
	TakenUp        = "taken_up"
	Renamed        = "renamed"
	WaitingDeleted = "waiting_deleted"
	GroupEnded     = "group_ended"
	BrandSaved     = "brand_saved"
	BrandRemoved   = "brand_removed"
)

var flashTexts = map[string]string{
	Saved: "adminsaid.saved", Added: "adminsaid.added", Copied: "adminsaid.copied", Moved: "adminsaid.moved",
	Retired: "adminsaid.retired", AskedAgain: "adminsaid.asked_again", Deleted: "adminsaid.deleted",
	Turned: "adminsaid.turned", OptionMoved: "adminsaid.option_moved", Mirrored: "adminsaid.mirrored", SpreadOut: "adminsaid.spread_out",
	Started: "adminversions.started", Published: "adminversions.published", Discarded: "adminversions.discarded", Imported: "adminversions.imported",
	RoleChanged: "adminsaid.role_changed", Disabled: "adminsaid.disabled", Enabled: "adminsaid.enabled",
	OwnPassword: "adminsaid.password", FactorOff: "adminsaid.factor_off",
	PasskeyAdded: "adminsaid.passkey_added", PasskeyRemoved: "adminsaid.passkey_removed",
	SetAside: "adminsaid.set_aside", TakenUp: "adminsaid.taken_up", Renamed: "adminsaid.renamed", WaitingDeleted: "adminsaid.waiting_deleted",
	Undone: "adminsaid.undone", Redone: "adminsaid.redone",
	SeveralRetired: "adminsaid.several_retired", SeveralAsked: "adminsaid.several_asked",
	SeveralDeleted: "adminsaid.several_deleted", SeveralStrengthened: "adminsaid.several_strengthened",
	GroupEnded: "admingroups.ended", BrandSaved: "adminbrand.saved", BrandRemoved: "adminbrand.removed",
	SignedOut: "adminsaid.signed_out", SignedOutAtAll: "adminsaid.signed_out_everywhere",
}

// Says reports whether there is such a text.
func (f Flash) Says() bool { return flashTexts[f.What] != "" }

// undoForm is the id of the form that undoes what was just done. It stands apart,
// as what is said may stand within another form.
const undoForm = "undo"

// FlashAnchor is the id of what is said: where the address leads.
const FlashAnchor = "said"
