package adminview

import (
	"net/url"

	"github.com/a-h/templ"

	"whichpm/internal/quiz"
	"whichpm/internal/site"
	"whichpm/web/ui"
)

// Dimension is the editor of a dimension.
func Dimension(f Form, key string) templ.Component {
	d, _ := f.Version.Dimension(key)
	at := "dimensions." + key
	f = f.Holding(url.Values{
		at + ".name": {d.Name}, at + ".positive_pole": {d.Positive}, at + ".negative_pole": {d.Negative},
		at + ".question": {d.Question}, at + ".source": {d.Source},
	})
	return dimension(f.At("Dimension", site.AdminDimensions), d)
}

// DimensionRemoval asks before a dimension is deleted.
func DimensionRemoval(f Form, key string) templ.Component {
	d, _ := f.Version.Dimension(key)
	questions, options := 0, 0
	for _, q := range f.Version.Questions {
		if !q.Loads(key) {
			continue
		}
		questions++
		for _, o := range q.Options {
			if o.Loadings[key] != 0 {
				options++
			}
		}
	}
	loses := []string{
		ui.Count(options, "loading", "loadings") + " in " + ui.Count(questions, "question", "questions"),
		"The profile of " + ui.And(roleNames(f.Version)) + " on it",
	}
	for _, s := range f.Version.Guide.SetUps {
		if s.Pole == key+"+" || s.Pole == key+"-" {
			loses = append(loses, "The guide’s advice on “"+s.Name+"”")
		}
	}
	return Remove(Removal{
		Form: f.At("Delete dimension", site.AdminDimensions), Title: "Delete “" + d.Name + "”?", Loses: loses,
		To: site.AdminDimensionRemoval(key), Back: site.AdminDimension(key),
	})
}

func roleNames(v *quiz.Version) []string {
	names := make([]string, len(v.Roles))
	for i, r := range v.Roles {
		names[i] = r.Name
	}
	return names
}

// asking is how many questions tell something about a dimension.
func asking(v *quiz.Version, dimension string) int {
	n := 0
	for _, q := range v.Questions {
		if !q.Retired && q.Loads(dimension) {
			n++
		}
	}
	return n
}
