package main

import (
	"bytes"
	"encoding"
)

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
