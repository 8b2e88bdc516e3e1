package takerview

import (
	"cmp"
	"slices"
	"strings"

	"whichpm/internal/group"
	"whichpm/internal/quiz"
	"whichpm/web/ui"
	"whichpm/web/words"
)

// GroupShown is what a group shows of its members: the same to each of them and
// to its organiser, but for the mark on the reader's own place.
type GroupShown struct {
	words.Language

	Group   quiz.Group
	Version *quiz.Version // whose words it is read in
	Elder   []quiz.Role   // roles that only older versions have
	Differ  bool          // members answered different versions

	Picture group.Picture // of an anonymous one

	Named   group.Named   // of one with names; the zero value while nobody joined
	Members []quiz.Member // in the order of its places
	Results []quiz.Result // theirs
	Own     int           // the reader's place, Nobody for none
}

// Nobody is the place of a reader who is not among the members.
const Nobody = -1

// n is how many people it shows.
func (p GroupShown) n() int {
	if p.Group.Kind == quiz.Named {
		return len(p.Members)
	}
	return p.Picture.N
}

// names are the members with their names marked, for texts shown with ui.Named.
func (p GroupShown) names(places []int) []string {
	names := make([]string, len(places))
	for i, place := range places {
		names[i] = words.Isolated(ui.MarkName(p.Members[place].Name))
	}
	return names
}

// dimension is in the words of the newest version.
func (p GroupShown) dimension(key string) quiz.Dimension {
	return p.Version.Dimensions[p.Version.DimensionIndex(key)]
}

// role finds a role by its key, and how it looks among all that there are.
func (p GroupShown) role(key string) (quiz.Role, ui.Role) {
	all := slices.Concat(p.Version.Roles, p.Elder)
	place := slices.IndexFunc(all, func(r quiz.Role) bool { return r.Key == key })
	if place < 0 {
		return quiz.Role{Key: key, Name: key}, ui.Role{}
	}
	return all[place], ui.RoleAt(place, len(all))
}

// end is what a band of a dimension is called.
func (p GroupShown) end(d quiz.Dimension, band group.Band) string {
	switch band {
	case group.Positive:
		return d.Positive
	case group.Negative:
		return d.Negative
	}
	return p.Say("groupview.between")
}

// everyBand is in the order in which a page shows them.
var everyBand = []group.Band{group.Positive, group.Between, group.Negative}

// leaningBands are those in which somebody can lean.
var leaningBands = []group.Band{group.Positive, group.Negative}

// standing are the members in a band, those furthest to its end first.
func (p GroupShown) standing(s group.Strip, band group.Band) []int {
	var places []int
	for i, place := range s.Places {
		if place.Info > 0 && group.BandOf(place.Position) == band {
			places = append(places, i)
		}
	}
	slices.SortStableFunc(places, func(a, b int) int {
		if band == group.Negative {
			a, b = b, a
		}
		return cmp.Compare(s.Places[b].Position, s.Places[a].Position)
	})
	return places
}

// silent are the members who answered nothing about a dimension.
func silent(s group.Strip) []int {
	var places []int
	for i, place := range s.Places {
		if place.Info == 0 {
			places = append(places, i)
		}
	}
	return places
}

// own is where the reader stands, for those who do not see the drawing.
func (p GroupShown) own(s group.Strip) string {
	if p.Own == Nobody {
		return ""
	}
	place, d := s.Places[p.Own], p.dimension(s.Dimension.Key)
	bar := ui.DimensionBarProps{
		Language: p.Language, Positive: d.Positive, Negative: d.Negative,
		Position: place.Position, Low: place.Low, High: place.High, Unknown: place.Info == 0,
	}
	return strings.TrimSpace(p.Say("groupview.you", "place", bar.Where()) + " " + bar.Range())
}

// shape is what stands out on a dimension, "" for nothing.
func (p GroupShown) shape(b group.Bands) string {
	d := p.dimension(b.Key)
	switch b.Shape() {
	case group.Towards:
		return p.Say("groupview.one_sided", "end", d.Positive)
	case group.Against:
		return p.Say("groupview.one_sided", "end", d.Negative)
	case group.Split:
		return p.Say("groupview.split", "end", d.Positive, "other_end", d.Negative)
	}
	return ""
}

// dimensions are what the page shows of each dimension, furthest apart first.
func (p GroupShown) dimensions() []group.Bands {
	if p.Group.Kind != quiz.Named {
		return p.Picture.Dimensions
	}
	list := make([]group.Bands, len(p.Named.Dimensions))
	for i, s := range p.Named.Dimensions {
		list[i] = s.Bands
	}
	return list
}

// groupRow is a row of the verdicts.
type groupRow struct {
	name  string
	look  ui.Role
	share float64
	said  string // how many, or who
	quiz  bool   // the name is a word of the quiz
}

// verdicts are a row for each role and for each verdict without one.
func (p GroupShown) verdicts() []groupRow {
	var rows []groupRow
	add := func(role string, v quiz.Verdict, share float64, said string) {
		row := groupRow{share: share, said: said}
		if row.quiz = role != ""; row.quiz {
			var r quiz.Role
			r, row.look = p.role(role)
			row.name = r.Name
		} else {
			row.name = verdictTag(p.Language, v)
		}
		rows = append(rows, row)
	}
	for _, row := range p.Named.Verdicts {
		add(row.Role, row.Verdict, float64(len(row.People))/float64(p.n()), p.who(row.People))
	}
	for _, row := range p.Picture.Verdicts {
		add(row.Role, row.Verdict, wordShares[row.Word], GroupWord(p.Language, row.Word))
	}
	return rows
}
