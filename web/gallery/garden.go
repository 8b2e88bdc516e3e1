package gallery

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

// gardeners are roles of a quiz that is about no job, their names written as
// somebody likes them: some begin small, and some with two capitals.
var gardeners = []struct{ name, short, tagline string }{
	{"Growing vegetables", "Vegetables", "You want to eat what you grew."},
	{"iGarden automation", "iGarden", "You let a small machine water the beds."},
	{"Roses", "Roses", "You wait a year for one good bloom."},
	{"McIntosh orchard keeping", "Orchard", "You think in decades and in crates."},
	{"Wild meadow", "Meadow", "You mow twice a year and listen."},
	{"Herb spiral", "Herbs", "You cook with what stands by the door."},
	{"Pond and reed", "Pond", "You sit still until the newts come up."},
	{"DIY composting", "Compost", "You see soil where others see waste."},
	{"Bonsai", "Bonsai", "You cut one shoot and look for an hour."},
	{"Rock garden", "Rocks", "You carry stones for the sake of a thumb-high plant."},
	{"Greenhouse work", "Greenhouse", "You start in February."},
	{"Bee-friendly balcony", "Balcony", "You make do with four pots."},
}

// plots are its dimensions, each with three statements for its first end.
var plots = []struct{ name, positive, negative, one, two, three string }{
	{"Harvest", "Something to eat", "Something to look at", "A bed without anything to eat in it is half a bed.", "I plant by what I like to cook.", "I count jars at the end of the year."},
	{"Plan", "Drawn on paper first", "Found while digging", "I draw the beds before I dig.", "My seeds lie sorted by week.", "I know in January where the beans go."},
	{"Patience", "Years", "Weeks", "I would plant a tree that flowers in ten years.", "I do not mind waiting for a second spring.", "Slow plants are the best ones."},
	{"Hand", "Leave it be", "Cut and shape", "I let plants stand where they came up.", "I put the shears away in May.", "Moss may stay."},
	{"Company", "Alone", "With neighbours", "I garden to be by myself.", "I like it when nobody calls over the fence.", "I work best in the early morning."},
	{"Tools", "By machine", "By hand", "I like a pump that starts by itself.", "I would buy a sensor for the soil.", "I look up the rain on a screen."},
}

// howMuch are the answers to every statement.
var howMuch = []string{"Not at all", "No", "Half and half", "Yes", "Yes, very much"}

// Garden is a made-up quiz for two to twelve kinds of gardener.
func Garden(roles int) *quiz.Version {
	v := content.First()
	v.ID, v.State, v.Title = 3, quiz.Published, "Which garden is yours?"
	v.PublishedAt = time.Date(2026, time.May, 4, 9, 0, 0, 0, time.UTC)
	v.About = quiz.About{} // what the first quiz says of itself holds for that alone
	v.Translations, v.Dimensions, v.Questions, v.Scenarios = nil, nil, nil, nil
	v.Guide = quiz.Guide{Difference: "What you would like to see when you open the door in the morning."}
	for i, p := range plots {
		key := fmt.Sprintf("plot%d", i+1)
		v.Dimensions = append(v.Dimensions, quiz.Dimension{
			Key: key, Name: p.name, Positive: p.positive, Negative: p.negative,
			Question: "What matters more to you here?", Source: "Made up",
		})
		for j, text := range []string{p.one, p.two, p.three} {
			v.Questions = append(v.Questions, statement(fmt.Sprintf("%s_%d", key, j+1), key, text))
		}
	}
	v.Roles = growing(roles)
	v.Guide.Decisions = gardenDecisions(v.Roles)
	return v
}

// gardenDecisions have each part once, in turns.
func gardenDecisions(roles []quiz.Role) []quiz.Decision {
	decisions := []quiz.Decision{{Decision: "What is sown"}, {Decision: "When to cut"}}
	for i := range decisions {
		for j, r := range roles {
			if part := quiz.EveryPart()[(i+j)%len(quiz.EveryPart())]; part != quiz.NoPart {
				decisions[i].Parts = append(decisions[i].Parts, quiz.RolePart{Role: r.Key, Part: part})
			}
		}
	}
	return decisions
}

// statement is a question for the first end of a dimension.
func statement(key, dimension, text string) quiz.Question {
	q := quiz.Question{Key: key, Kind: quiz.Agree, Text: text, Strength: 1, Source: "Made up"}
	for i, label := range howMuch {
		loading := 2*float64(i)/float64(len(howMuch)-1) - 1
		q.Options = append(q.Options, quiz.Option{Label: label, Loadings: map[string]float64{dimension: loading}})
	}
	return q
}

// growing are the first so many gardeners, each with a profile of their own.
func growing(n int) []quiz.Role {
	rng := rand.New(rand.NewPCG(7, 8)) //nolint:gosec // always the same
	roles := make([]quiz.Role, n)
	for i, g := range gardeners[:n] {
		profile := map[string]quiz.Profile{}
		for d := range plots {
			profile[fmt.Sprintf("plot%d", d+1)] = quiz.Profile{Mean: max(.9*rng.NormFloat64(), -3), Spread: .6, SE: .1, Weight: 1, Source: "Made up"}
		}
		roles[i] = quiz.Role{
			Key: strings.ToLower(g.short), Name: g.name, Short: g.short, Prior: 1 / float64(n), Profile: profile,
			Content: quiz.RoleContent{
				Tagline: g.tagline, Summary: "It asks for an hour a day in summer and for a good book in winter.",
				Focus: "What grows, and when to leave it alone.", Suits: "People who look twice.",
				Day:   []string{"Look", "Water", "Look again"},
				Hours: []quiz.Hours{{Text: "Look", Hours: 1}, {Text: "Water", Hours: 2}, {Text: "Look again", Hours: 1.5}}, NextSteps: []string{"Spend a Saturday in somebody’s garden"},
			},
		}
	}
	return roles
}
