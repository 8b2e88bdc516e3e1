package content

import "whichpm/internal/quiz"

func fileOf(v *quiz.Version) file {
	f := file{Language: v.Language, Title: v.Title, About: v.About, Settings: settings{Settings: v.Settings}, Guide: v.Guide, Translations: translationsOf(v)}
	for _, d := range v.Dimensions {
		f.Dimensions = append(f.Dimensions, dimension{
			Key: d.Key, Name: d.Name, Positive: d.Positive, Negative: d.Negative,
			Question: d.Question, Source: d.Source,
			PositiveWords: d.PositiveWords, NegativeWords: d.NegativeWords,
		})
	}
	for _, q := range v.Questions {
		out := question{
			Key: q.Key, Kind: string(q.Kind), Text: q.Text, Left: q.Left, Right: q.Right,
			Strength: q.Strength, Retired: q.Retired, Source: q.Source,
		}
		for _, o := range q.Relabelled().Options { // as Parse reads it
			out.Options = append(out.Options, option{Label: o.Label, Loadings: withoutZeros(o.Loadings)})
		}
		f.Questions = append(f.Questions, out)
	}
	for _, r := range v.Roles {
		out := role{Key: r.Key, Name: r.Name, Short: r.Short, Prior: r.Prior, Profile: map[string]profile{}, Content: r.Content}
		for d, p := range r.Profile {
			out.Profile[d] = profile{Mean: p.Mean, Spread: p.Spread, SE: p.SE, Weight: p.Weight, Source: p.Source}
		}
		f.Roles = append(f.Roles, out)
	}
	for _, s := range v.Scenarios {
		f.Scenarios = append(f.Scenarios, scenario{s.Key, s.Name, s.Answers, string(s.Verdict), s.Role})
	}
	return f
}
