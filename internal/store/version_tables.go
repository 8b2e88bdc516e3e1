package store

import (
	"fmt"

	"whichpm/internal/quiz"
)

// versionTables are the tables whose rows belong to a version, each after those
// it points to. What a version has in them is read, filled, emptied and copied by
// what is said here.
var versionTables = []versionTable{
	parts("dimensions", "key position name positive negative question source positive_words negative_words",
		func(v *quiz.Version) *[]quiz.Dimension { return &v.Dimensions },
		func(d *quiz.Dimension, position *int) []any {
			return []any{&d.Key, position, &d.Name, &d.Positive, &d.Negative, &d.Question, &d.Source, &d.PositiveWords, &d.NegativeWords}
		}),
	parts("roles", "key position name short prior",
		func(v *quiz.Version) *[]quiz.Role { return &v.Roles },
		func(r *quiz.Role, position *int) []any { return []any{&r.Key, position, &r.Name, &r.Short, &r.Prior} }),
	versionRows[profileRow]{
		name: "role_profiles", key: "role_key dimension_key",
		columns: "role_key dimension_key mean spread se weight source",
		at: func(r *profileRow) []any {
			return []any{&r.role, &r.dimension, &r.Mean, &r.Spread, &r.SE, &r.Weight, &r.Source}
		},
		rows: profileRows, put: putProfile,
	},
	versionRows[contentRow]{
		name: "role_contents", key: "role_key", columns: "role_key content",
		at:   func(r *contentRow) []any { return []any{&r.role, asJSON{&r.content}} },
		rows: contentRows, put: putContent,
	},
	parts("questions", "key position kind text left_text right_text strength is_retired source",
		func(v *quiz.Version) *[]quiz.Question { return &v.Questions },
		func(q *quiz.Question, position *int) []any {
			return []any{&q.Key, position, &q.Kind, &q.Text, &q.Left, &q.Right, &q.Strength, &q.Retired, &q.Source}
		}),
	versionRows[optionRow]{
		name: "options", key: "question_key position", columns: "question_key position label", order: "question_key, position",
		at:   func(r *optionRow) []any { return []any{&r.question, &r.position, &r.label} },
		rows: optionRows, put: putOption,
	},
	versionRows[loadingRow]{
		name: "loadings", key: "question_key option_position dimension_key", columns: "question_key option_position dimension_key loading",
		at:   func(r *loadingRow) []any { return []any{&r.question, &r.option, &r.dimension, &r.loading} },
		rows: loadingRows, put: putLoading,
	},
	parts("scenarios", "key position name answers verdict role_key",
		func(v *quiz.Version) *[]quiz.Scenario { return &v.Scenarios },
		func(s *quiz.Scenario, position *int) []any {
			return []any{&s.Key, position, &s.Name, asJSON{&s.Answers}, &s.Verdict, orNull{&s.Role}}
		}),
	versionRows[translationRow]{
		name: "translations", key: "language field", columns: "language field text made_of is_reviewed source_was",
		at: func(r *translationRow) []any {
			return []any{&r.language, &r.field, &r.Text, &r.Of, &r.Reviewed, &r.From}
		},
		rows: translationRows, put: putTranslation,
	},
}

type profileRow struct {
	role, dimension string
	quiz.Profile
}

func profileRows(v *quiz.Version) (rows []profileRow) {
	for _, r := range v.Roles {
		for dimension, p := range r.Profile {
			rows = append(rows, profileRow{r.Key, dimension, p})
		}
	}
	return rows
}

func putProfile(v *quiz.Version, r profileRow) error {
	role := &v.Roles[v.RoleIndex(r.role)]
	if role.Profile == nil {
		role.Profile = map[string]quiz.Profile{}
	}
	role.Profile[r.dimension] = r.Profile
	return nil
}

type contentRow struct {
	role    string
	content quiz.RoleContent
}

func contentRows(v *quiz.Version) (rows []contentRow) {
	for _, r := range v.Roles {
		rows = append(rows, contentRow{r.Key, r.Content})
	}
	return rows
}

func putContent(v *quiz.Version, r contentRow) error {
	v.Roles[v.RoleIndex(r.role)].Content = r.content
	return nil
}

type optionRow struct {
	question string
	position int
	label    string
}

func optionRows(v *quiz.Version) (rows []optionRow) {
	for _, q := range v.Questions {
		for i, o := range q.Options {
			rows = append(rows, optionRow{q.Key, i, o.Label})
		}
	}
	return rows
}

func putOption(v *quiz.Version, r optionRow) error {
	q := &v.Questions[v.QuestionIndex(r.question)]
	if r.position != len(q.Options) {
		return fmt.Errorf("question %s lacks option %d", r.question, len(q.Options))
	}
	q.Options = append(q.Options, quiz.Option{Label: r.label, Loadings: map[string]float64{}})
	return nil
}

type loadingRow struct {
	question  string
	option    int
	dimension string
	loading   float64
}

func loadingRows(v *quiz.Version) (rows []loadingRow) {
	for _, q := range v.Questions {
		for i, o := range q.Options {
			for dimension, loading := range o.Loadings {
				rows = append(rows, loadingRow{q.Key, i, dimension, loading})
			}
		}
	}
	return rows
}

func putLoading(v *quiz.Version, r loadingRow) error {
	v.Questions[v.QuestionIndex(r.question)].Options[r.option].Loadings[r.dimension] = r.loading
	return nil
}

type translationRow struct {
	language, field string
	quiz.Translated
}

func translationRows(v *quiz.Version) (rows []translationRow) {
	for language, texts := range v.Kept() {
		for field, t := range texts {
			rows = append(rows, translationRow{language, field, t})
		}
	}
	return rows
}

func putTranslation(v *quiz.Version, r translationRow) error {
	if v.Translations == nil {
		v.Translations = quiz.Translations{}
	}
	if v.Translations[r.language] == nil {
		v.Translations[r.language] = map[string]quiz.Translated{}
	}
	v.Translations[r.language][r.field] = r.Translated
	return nil
}
