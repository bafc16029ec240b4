package store_test

import (
	"testing"

	"kotakembar/internal/store/storetest"
)

func TestMain(m *testing.M) { storetest.Main(m) }
