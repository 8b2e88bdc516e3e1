package takerview

import (
	"strings"
	"testing"

	"github.com/a-h/templ"

	"whichpm/internal/content"
	"whichpm/internal/quiz"
)

func shown(t *testing.T, c templ.Component) string {
	t.Helper()
	var b strings.Builder
	if err := c.Render(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestTheFirstPageShowsTheTwoWaysOfWorkingInQuietPictures(t *testing.T) {
	v := content.First()
	got := shown(t, ways(LandingProps{Version: v}))
	if strings.Count(got, "<svg") != 2 || len(got) > 3<<10 || !strings.Contains(got, v.Roles[0].Content.Tagline) {
		t.Errorf("%d bytes: %s", len(got), got)
	}
}

func TestRolesOfAnotherQuizStandThereWithoutAPictureThatIsNotTheirs(t *testing.T) {
	v := &quiz.Version{Roles: []quiz.Role{
		{Key: "water", Name: "Water", Content: quiz.RoleContent{Tagline: "Ponds and streams."}}, {Key: "stone", Name: "Stone"},
	}}
	got := shown(t, ways(LandingProps{Version: v}))
	if strings.Contains(got, "<svg") || !strings.Contains(got, "Ponds and streams.") || strings.Contains(got, "Stone") {
		t.Error(got)
	}
	v.Roles = append(v.Roles, v.Roles...)
	if got := shown(t, ways(LandingProps{Version: v})); got != "" {
		t.Errorf("four roles: %s", got)
	}
}
