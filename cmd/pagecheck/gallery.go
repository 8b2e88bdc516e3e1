package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"whichpm/web/site"
)

var stateLink = regexp.MustCompile(`href="` + site.Gallery + `/([^"]+)"`)

// listStates asks the gallery for its states.
func (a *audit) listStates(ctx context.Context) (ids []string, err error) {
	index, err := (&browsing{address: a.address}).get(ctx, site.Gallery)
	for _, link := range stateLink.FindAllStringSubmatch(index, -1) {
		if a.states.MatchString(link[1]) {
			ids = append(ids, link[1])
		}
	}
	if err == nil && len(ids) == 0 {
		err = errors.New("the gallery has no such state")
	}
	return ids, err
}

// walk visits every state in one browser. If that fails at a state, the state
// is visited once more in another.
func (a *audit) walk(ctx context.Context, ids []string, look func(t *tab, id string) error) error {
	t, err := a.open(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { t.close() }()
	for i, id := range ids {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if i%25 == 0 {
			a.say("gallery: %d of %d", i, len(ids))
		}
		if err := look(t, id); err == nil {
			continue
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		another, err := a.open(ctx, nil)
		if err != nil {
			return err
		}
		t.close()
		t = another
		if err := look(t, id); err != nil {
			return fmt.Errorf("%s: %w", id, err)
		}
	}
	return nil
}

// draw takes a picture of every state in every view.
func (a *audit) draw(ctx context.Context) error {
	ids, err := a.listStates(ctx)
	if err != nil {
		return err
	}
	for _, v := range views {
		if err := os.MkdirAll(filepath.Join(a.pictures, v.folder()), 0o755); err != nil {
			return fmt.Errorf("make a folder for pictures: %w", err)
		}
	}
	return a.walk(ctx, ids, func(t *tab, id string) error {
		if err := t.show(views[0]); err != nil { // a table keeps the lines of forced colours
			return err
		}
		if err := t.goTo(a.address + site.Gallery + "/" + id); err != nil {
			return err
		}
		for _, v := range views {
			if err := t.show(v); err != nil {
				return err
			}
			if err := t.picture(filepath.Join(a.pictures, v.folder(), id+".png")); err != nil {
				return err
			}
		}
		return nil
	})
}

func (v view) folder() string {
	return strings.NewReplacer(" %", "", " ", "-", ",", "").Replace(v.name)
}
