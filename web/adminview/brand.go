package adminview

import (
	"maps"
	"net/url"

	"whichpm/internal/brand"
	"whichpm/internal/quiz"
)

// BrandProps are the form that sets how the site looks.
type BrandProps struct {
	Viewer
	Stored   brand.Brand
	Typed    brand.Settings
	Revision int64 // that the form was made from
	Tags     []string
	Version  *quiz.Version // published, nil for none
	Keys     []string      // what it can say in the end
	Offers   map[string]string
	Sample   bool // show what was typed, which is not saved
	Held     *Held
	Problems quiz.Problems
}

// ReadBrand is what a form says, tidied. What it has no field for stays.
func ReadBrand(form url.Values, p BrandProps) brand.Settings {
	s := p.Stored.Settings
	s.Name, s.Light, s.Dark = form.Get("name"), form.Get("light"), form.Get("dark")
	s.Imprint, s.Contact, s.Uncited = form.Get("imprint"), form.Get("contact"), !form.Has("cited")
	s.Send = form.Get("send")
	s.Texts = maps.Clone(s.Texts)
	if s.Texts == nil {
		s.Texts = map[string]brand.Texts{}
	}
	for _, tag := range p.Tags {
		t := s.Texts[tag]
		t.Footer, t.Privacy = form.Get(brand.TextField(tag, "footer")), form.Get(brand.TextField(tag, "privacy"))
		t.Calls = maps.Clone(t.Calls)
		if t.Calls == nil {
			t.Calls = map[string]brand.Call{}
		}
		for _, key := range p.Keys {
			t.Calls[key] = brand.Call{
				Sentence: form.Get(brand.CallField(tag, key, "sentence")), Label: form.Get(brand.CallField(tag, key, "label")),
				Address: form.Get(brand.CallField(tag, key, "address")),
			}
		}
		s.Texts[tag] = t
	}
	return s.Tidy()
}

// ending is what the nth key stands for: a role by its name, or a verdict.
func (p BrandProps) ending(key string) string {
	for _, r := range p.Version.Roles {
		if r.Key == key {
			return p.Inside(r.Name)
		}
	}
	return p.Localize(quiz.Verdict(key).Message())
}
