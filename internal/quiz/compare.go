package quiz

import (
	"slices"
	"strings"
)

// How many people can be compared.
const (
	LeastCompared = 2
	MostCompared  = 6
)

// ShareIDFromLink finds the address in what somebody pasted: a whole link, its
// path, or the address alone. It returns ErrLink if there is none.
func ShareIDFromLink(pasted string) (ShareID, error) {
	text := strings.TrimSpace(pasted)
	if _, after, found := strings.Cut(text, "/r/"); found {
		text = after
	}
	text, _, _ = strings.Cut(text, "?")
	text, _, _ = strings.Cut(text, "#")
	text, _, _ = strings.Cut(text, "/")
	return ParseShareID(strings.TrimSuffix(text, ".json"))
}

// ComparedIDs reads the addresses of a comparison. It drops repeated ones and
// returns Problems for too few or too many.
func ComparedIDs(texts []string) ([]ShareID, error) {
	var ids []ShareID
	for _, text := range texts {
		id, err := ParseShareID(text)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	if len(ids) < LeastCompared {
		return ids, Problems{{Field: "link", Message: "Paste one more share link, of somebody else", Code: "link_more"}}
	}
	if len(ids) > MostCompared {
		return ids, refusal("link", "link_fewer", "Compare at most %d people; take a link away", "n", MostCompared)
	}
	return ids, nil
}

// Comparable reports whether the owner of the share allows comparing.
func (s Share) Comparable() bool { return s.Scope != ScopeVerdict }
