package takerview

import "whichpm/web/words"

// isolated keeps a name that somebody chose in its place within a sentence.
func isolated(name string) string { return words.Isolated(name) }
