package score

import (
	"maps"
	"math"
	"slices"

	"whichpm/internal/quiz"
)

// odd are versions that may be published and hardly will be.
func odd() map[string]*quiz.Version {
	all := everyVersion()
	change := func(name string, how func(*quiz.Version)) {
		v := threeRoles()
		how(v)
		all[name] = v
	}
	profiles := func(v *quiz.Version, how func(*quiz.Profile)) {
		for _, r := range v.Roles {
			for d, p := range r.Profile {
				how(&p)
				r.Profile[d] = p
			}
		}
	}
	loading := func(v *quiz.Version, how func(i int, loadings map[string]float64)) {
		for q := range v.Questions {
			for i := range v.Questions[q].Options {
				how(i, v.Questions[q].Options[i].Loadings)
			}
		}
	}
	change("hardly any noise", func(v *quiz.Version) { v.Settings.Noise = .01 })
	change("hardly any noise or spread", func(v *quiz.Version) {
		v.Settings.Noise = .01
		profiles(v, func(p *quiz.Profile) { p.Spread = .05 })
	})
	change("much noise", func(v *quiz.Version) { v.Settings.Noise = 10 })
	change("steep", func(v *quiz.Version) { v.Settings.Discrimination = 10 })
	change("flat", func(v *quiz.Version) { v.Settings.Discrimination = .01 })
	change("tied", func(v *quiz.Version) { v.Settings.Correlation = .95 })
	change("far out", func(v *quiz.Version) { profiles(v, func(p *quiz.Profile) { p.Mean, p.Spread = 3, 5 }) })
	change("far out and narrow", func(v *quiz.Version) { profiles(v, func(p *quiz.Profile) { p.Mean, p.Spread = -3, .05 }) })
	change("no weight", func(v *quiz.Version) { profiles(v, func(p *quiz.Profile) { p.Weight = 0 }) })
	change("one role", func(v *quiz.Version) { v.Roles = v.Roles[:1]; v.Roles[0].Prior = 1 })
	change("retired", func(v *quiz.Version) {
		for q := range v.Questions {
			v.Questions[q].Retired = q%3 > 0
		}
	})
	change("no loadings", func(v *quiz.Version) { loading(v, func(_ int, l map[string]float64) { clear(l) }) })
	change("loadings that say the same twice", func(v *quiz.Version) {
		loading(v, func(_ int, l map[string]float64) {
			for d, x := range maps.Clone(l) {
				l["horizon"], l["lens"], l["spark"] = x, -x, x/2
				l[d] = x
			}
		})
	})
	change("every option loads on everything", func(v *quiz.Version) {
		loading(v, func(i int, l map[string]float64) {
			for j, d := range v.Dimensions {
				l[d.Key] = math.Sin(float64(7*i + 3*j))
			}
		})
	})
	change("steps that do not rise", func(v *quiz.Version) {
		loading(v, func(i int, l map[string]float64) {
			for d := range l {
				l[d] = math.Cos(float64(3 * i))
			}
		})
	})
	change("two ways to act", func(v *quiz.Version) {
		for q := range v.Questions {
			if v.Questions[q].Kind == quiz.Choice {
				v.Questions[q].Options = v.Questions[q].Options[:2]
			}
		}
	})
	change("seven steps", func(v *quiz.Version) {
		for q := range v.Questions {
			if v.Questions[q].Kind == quiz.Agree {
				v.Questions[q].Kind = quiz.Agree7
				v.Questions[q].Options = slices.Clone(v.Questions[q].Options)
				v.Questions[q].Options = append(v.Questions[q].Options, v.Questions[q].Options[3:]...)
			}
		}
	})
	return all
}
