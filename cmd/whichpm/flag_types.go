package main

import (
	"bytes"
	"encoding"
	"fmt"
	"regexp"
	"strings"
)

// frameOrigin is a site that may show the small start page in a frame, as a
// Content-Security-Policy writes it: scheme, host and perhaps port.
type frameOrigin string

// writtenOrigin takes nothing that would end or widen the policy it goes into.
var writtenOrigin = regexp.MustCompile(`^https?://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?$`)

func (o *frameOrigin) UnmarshalText(text []byte) error {
	origin := strings.TrimSuffix(strings.ToLower(strings.TrimSpace(string(text))), "/")
	if !writtenOrigin.MatchString(origin) {
		return fmt.Errorf("give origins such as https://example.org, separated by commas, not %q", text)
	}
	*o = frameOrigin(origin)
	return nil
}

func originTexts(list []frameOrigin) []string {
	texts := make([]string, len(list))
	for i, o := range list {
		texts[i] = string(o)
	}
	return texts
}

// list is a flag with several values, separated by commas.
type list[T any, P interface {
	*T
	encoding.TextUnmarshaler
}] []T

// UnmarshalText reads them all. The last time a flag is given counts.
func (l *list[T, P]) UnmarshalText(text []byte) error {
	*l = nil
	if len(text) == 0 {
		return nil
	}
	for one := range bytes.SplitSeq(text, []byte(",")) {
		var value T
		if err := P(&value).UnmarshalText(one); err != nil {
			return err
		}
		*l = append(*l, value)
	}
	return nil
}
