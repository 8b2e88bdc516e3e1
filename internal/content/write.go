package content

import "whichpm/internal/quiz"

func fileOf(v *quiz.Version) file {
	s := v.Settings
	f := file{
		Title: v.Title,
		Settings: settings{
			Discrimination: s.Discrimination,
			Noise:          s.Noise,
			Correlation:    s.Correlation,
			Prior:          map[string]float64{},
			Discount:       s.Discount,
			Bands:          bands{s.BalancedBelow, s.ClearFrom},
			MinAnswers:     s.MinAnswers,
			MinDimensions:  s.MinDimensions,
			Adaptive:       adaptive{MinQuestions: s.ShortMinAsked, FlipStop: s.ShortFlipStop},
		},
		Shared: v.Guide,

		Translations: translationsOf(v),
	}
	for _, d := range v.Dimensions {
		f.Dimensions = append(f.Dimensions, dimension{
			Key: d.Key, Name: d.Name, Positive: d.Positive, Negative: d.Negative,
			Question: d.Question, Source: d.Source,
		})
	}
	for _, q := range v.Questions {
		out := question{
			Key: q.Key, Kind: string(q.Kind), Prompt: q.Prompt, Left: q.Left, Right: q.Right,
			Strength: q.Strength, Active: !q.Retired, Source: q.Source,
		}
		for _, o := range q.Relabelled().Options { // as Parse reads it
			out.Options = append(out.Options, option{Label: o.Label, Loadings: withoutZeros(o.Loadings)})
		}
		f.Questions = append(f.Questions, out)
	}
	for _, r := range v.Roles {
		out := role{Key: r.Key, Name: r.Name, Short: r.Short, Profile: map[string]profile{}, Content: r.Content}
		for d, p := range r.Profile {
			out.Profile[d] = profile{Mean: p.Mean, Spread: p.Spread, SE: p.SE, Weight: p.Weight, Source: p.Source}
		}
		f.Settings.Prior[r.Key] = r.Prior
		f.Roles = append(f.Roles, out)
	}
	for _, s := range v.Scenarios {
		f.Scenarios = append(f.Scenarios, scenario{s.Key, s.Name, s.Answers, string(s.Verdict), s.Role})
	}
	return f
}
