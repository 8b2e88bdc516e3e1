package reading

import "strings"

// irregular words are common and break the rules below.
var irregular = map[string]int{
	"business": 2, "idea": 3, "ideas": 3, "create": 2, "created": 3, "creates": 2, "people": 2, "being": 2,
	"area": 3, "areas": 3, "every": 2, "everyone": 3, "everything": 3, "everybody": 4, "something": 2,
	"someone": 2, "sometimes": 2, "somewhere": 2, "quiet": 2, "science": 2, "client": 2, "clients": 2,
	"colleague": 2, "colleagues": 2, "evening": 2, "different": 3, "video": 3, "real": 1, "really": 2,
}

// syllables counts the syllables of an English word: groups of vowels, less
// those that are written and not spoken.
func syllables(word string) int {
	word = strings.Trim(strings.ReplaceAll(word, "'", ""), "-")
	if n, ok := irregular[word]; ok {
		return n
	}
	n := vowelGroups(word)
	if silentEnding(word) {
		n--
	}
	if split(word) {
		n++
	}
	return max(n, 1)
}

func vowel(c byte) bool { return strings.IndexByte("aeiouy", c) >= 0 }

func vowelGroups(word string) int {
	n := 0
	for i := range len(word) {
		opening := i == 0 && word[0] == 'y' // "year", "yes"
		if vowel(word[i]) && !opening && (i == 0 || !vowel(word[i-1]) || i == 1 && word[0] == 'y') {
			n++
		}
	}
	return n
}

// silentEnding finds the e of "use", "uses", "used" and "useful", but not that
// of "table", "changes" and "wanted".
func silentEnding(word string) bool {
	for _, suffix := range []string{"ful", "less", "ly", "ment", "ness"} {
		if stem, found := strings.CutSuffix(word, suffix); found && strings.HasSuffix(stem, "e") {
			word = stem
			break
		}
	}
	n := len(word)
	consonant := func(i int) bool { return i >= 0 && !vowel(word[i]) }
	ends := func(ending string) bool {
		return strings.HasSuffix(word, ending) && consonant(n-len(ending)-1)
	}
	switch {
	case strings.HasSuffix(word, "que"):
		return true
	case ends("e"):
		return word[n-2] != 'l' || !consonant(n-3)
	case ends("ed"):
		return word[n-3] != 't' && word[n-3] != 'd'
	case ends("es"):
		return !strings.ContainsRune("sxzcg", rune(word[n-3])) &&
			!strings.HasSuffix(word, "ches") && !strings.HasSuffix(word, "shes") &&
			(word[n-3] != 'l' || !consonant(n-4))
	}
	return false
}

// split finds two vowels that are spoken apart: "go-ing", "radi-o", "du-al".
func split(word string) bool {
	if stem, found := strings.CutSuffix(word, "ing"); found && stem != "" && vowel(stem[len(stem)-1]) {
		return true
	}
	for _, pair := range []string{"iu", "ua", "uou", "ience", "iet"} {
		if i := strings.Index(word, pair); i > 0 && word[i-1] != 'q' && word[i-1] != 'g' {
			return true
		}
	}
	for _, pair := range []string{"ia", "io"} {
		if i := strings.Index(word, pair); i > 0 && !strings.ContainsRune("tcsgx", rune(word[i-1])) {
			return true
		}
	}
	return false
}
