package page_test

import (
	"net/url"
	"strings"
	"testing"

	"whichpm/web/page"
)

func TestAQueryIsReadAsBrowsersReadIt(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ raw, want string }{
		{"", ""},
		{"a=1&b=%C3%A4+x", "a=1&b=%C3%A4+x"},
		{"utm_campaign=50%off", "utm_campaign=50%25off"},
		{"a=1;b=2", "a=1%3Bb%3D2"},
		{"a=%ff&b=1", "a=%EF%BF%BD&b=1"},
		{"a=x%00y", "a=x%EF%BF%BDy"},
		{"a=%", "a=%25"},
		{"a&=1&b=%zz+c", "a&=1&b=%25zz+c"},
		{"a=%e4%f6", "a=%EF%BF%BD"},
		{"a=\xff", "a=%EF%BF%BD"},
	} {
		if got := page.ReadableQuery(tt.raw); got != tt.want {
			t.Errorf("%q becomes %q, want %q", tt.raw, got, tt.want)
		}
	}
}

func FuzzReadableQuery(f *testing.F) {
	for _, raw := range []string{"", "a=1&b=2", "utm=50%off", "a=%ff;b=%00", "+=%", "&&="} {
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		readable := page.ReadableQuery(raw)
		values, err := url.ParseQuery(readable)
		if err != nil && !strings.Contains(err.Error(), "number of query parameters") {
			t.Fatalf("%q becomes %q: %v", raw, readable, err)
		}
		for name, all := range values {
			if !page.Storable(name) || !page.Storable(strings.Join(all, "")) {
				t.Fatalf("%q holds what no database may be asked for: %q", raw, readable)
			}
		}
		if again := page.ReadableQuery(readable); again != readable {
			t.Fatalf("%q becomes %q and then %q", raw, readable, again)
		}
		if well, err := url.ParseQuery(raw); err == nil {
			if got, _ := url.ParseQuery(readable); len(got) != len(well) {
				t.Fatalf("of %q, which is well spelled, something is lost: %q", raw, readable)
			}
		}
	})
}
