package store

import (
	"context"
	"encoding/json"
	"net/netip"
	"time"

	"github.com/jackc/pgx/v5"
)

// valueTypes are the types of the database that values of ours are of, where it is not asked: by the setting default_query_exec_mode,
// and for types that pgx does not know. pgx has a list of its own, of all that the database can hold and of arrays of it; the
// Makefile leaves it out, since it weighs 1.4 MB.
var valueTypes = map[string][]any{
	"bool": {false, new(bool)}, "_bool": {[]bool{}, new([]bool)},
	"int2": {int16(0), new(int16)}, "_int2": {[]int16{}, new([]int16)},
	"int4": {int32(0), new(int32)}, "_int4": {[]int32{}, new([]int32)},
	"int8": {int64(0), new(int64), 0, new(int)}, "_int8": {[]int64{}, new([]int64), []int{}, new([]int)},
	"float4": {float32(0), new(float32)}, "_float4": {[]float32{}, new([]float32)},
	"float8": {0.0, new(float64)}, "_float8": {[]float64{}, new([]float64)},
	"text": {"", new(string)}, "_text": {[]string{}, new([]string), []*string{}, new([]*string)},
	"bytea": {[]byte{}, new([]byte)}, "_bytea": {[][]byte{}, new([][]byte)},
	"json": {json.RawMessage{}, new(json.RawMessage)}, "_json": {[]json.RawMessage{}, new([]json.RawMessage)},
	"timestamptz": {time.Time{}, new(time.Time)}, "_timestamptz": {[]time.Time{}, new([]time.Time), []*time.Time{}, new([]*time.Time)},
	"interval": {time.Duration(0), new(time.Duration)}, "_interval": {[]time.Duration{}, new([]time.Duration)},
	"inet": {netip.Addr{}, new(netip.Addr)}, "cidr": {netip.Prefix{}, new(netip.Prefix)},
}

// connect is a connection beside the pool.
func connect(ctx context.Context, config *pgx.ConnConfig) (*pgx.Conn, error) {
	conn, err := pgx.ConnectConfig(ctx, config)
	if err != nil {
		return nil, err
	}
	return conn, knowValues(ctx, conn)
}

// knowValues tells a connection of which types values are.
func knowValues(_ context.Context, conn *pgx.Conn) error {
	for name, values := range valueTypes {
		for _, v := range values {
			conn.TypeMap().RegisterDefaultPgType(v, name)
		}
	}
	return nil
}
