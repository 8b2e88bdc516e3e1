package store_test

import (
	"testing"

	"whichpm/internal/store/storetest"
)

func TestSQLiteConforms(t *testing.T) {
	storetest.Conformance(t, storetest.Empty)
}

func TestPostgreSQLConforms(t *testing.T) {
	storetest.Conformance(t, storetest.EmptyPostgres)
}
