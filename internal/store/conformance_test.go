package store_test

import (
	"testing"

	"whichpm/internal/test/storetest"
)

func TestSQLiteConforms(t *testing.T) {
	storetest.Conformance(t, storetest.Empty)
}

func TestPostgreSQLConforms(t *testing.T) {
	storetest.Conformance(t, storetest.EmptyPostgres)
}
