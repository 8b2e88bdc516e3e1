package store_test

import (
	"testing"

	"whichpm/internal/store/storetest"
)

func TestSQLiteConforms(t *testing.T) {
	storetest.Conformance(t, storetest.Empty)
}
