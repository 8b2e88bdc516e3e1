package adminview

// Finding is one thing a publishing check found.
type Finding struct {
	Check     string // the name of the check
	Error     bool   // it keeps the version from being published
	Field     string // the place in the version
	What, Fix string
	To        string // the editor of the place, "" for none
}
