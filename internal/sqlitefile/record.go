package sqlitefile

import (
	"encoding/binary"
	"fmt"
	"math"
	"math/bits"
)

// The types of values that say all; 1 to 6 are whole numbers of so many bytes as their place in widths says, and 13, 15, 17 ... texts.
const (
	typeNull  = 0
	typeFloat = 7
	typeZero  = 8
	typeOne   = 9
	typeText  = 13
)

var widths = [7]int{1: 1, 2, 3, 4, 6, 8}

// record writes values one after the other, behind a header of their types.
func record(values []any) ([]byte, error) {
	var types, body []byte
	for _, v := range values {
		switch v := v.(type) {
		case nil:
			types = append(types, typeNull)
		case bool:
			kind := byte(typeZero)
			if v {
				kind = typeOne
			}
			types = append(types, kind)
		case int64:
			var kind byte
			kind, body = whole(body, v)
			types = append(types, kind)
		case float64:
			types = append(types, typeFloat)
			body = binary.BigEndian.AppendUint64(body, math.Float64bits(v))
		case string:
			types = varint(types, uint64(len(v))*2+typeText)
			body = append(body, v...)
		default:
			return nil, fmt.Errorf("a value of type %T", v)
		}
	}
	size := uint64(len(types) + 1)
	if size > 127 {
		size++ // the size counts itself, and takes two bytes now; no table has columns for a third
	}
	return append(append(varint(nil, size), types...), body...), nil
}

// whole adds a number in as few bytes as hold it.
func whole(body []byte, v int64) (kind byte, _ []byte) {
	if v == 0 || v == 1 {
		return typeZero + byte(v), body
	}
	kind = 1
	for ; kind < 6 && v != v<<(64-8*widths[kind])>>(64-8*widths[kind]); kind++ {
	}
	all := binary.BigEndian.AppendUint64(nil, uint64(v))
	return kind, append(body, all[8-widths[kind]:]...)
}

// varint adds a number, seven bits in a byte, the highest first. Where they do not do, there are nine bytes, and the last holds eight.
func varint(to []byte, v uint64) []byte {
	end, low, most := 7, byte(v)&0x7f, (bits.Len64(v|1)-1)/7*7
	if v >= 1<<56 {
		end, low, most = 8, byte(v), 57
	}
	for shift := most; shift >= end; shift -= 7 {
		to = append(to, byte(v>>shift)|0x80)
	}
	return append(to, low)
}

// readVarint returns the number that bytes begin with, and what follows it.
func readVarint(from []byte) (v uint64, rest []byte) {
	for i, b := range from[:min(8, len(from))] {
		v = v<<7 | uint64(b&0x7f)
		if b < 0x80 {
			return v, from[i+1:]
		}
	}
	return v<<8 | uint64(from[8]), from[9:]
}
