package portal

import (
	"fmt"
	"reflect"
	"slices"
	"testing"
	"unsafe"
)

func TestStockKeepsAllThatASummarySaysInMemoryOfItsOwn(t *testing.T) {
	var room Stock
	var given, kept []*Summary
	for n := range 500 {
		var s Summary
		say(reflect.ValueOf(&s).Elem(), &n)
		given, kept = append(given, &s), append(kept, room.Keep(s))
	}
	for i, k := range kept {
		if !reflect.DeepEqual(k, given[i]) {
			t.Fatalf("kept as\n%+v\nwhat said\n%+v", k, given[i])
		}
	}
	theirs := memory(reflect.ValueOf(*given[0]))
	if len(theirs) < 30 {
		t.Fatalf("a summary that says everything stands in %d places only", len(theirs))
	}
	for at, name := range memory(reflect.ValueOf(*kept[0])) {
		if of, ok := theirs[at]; ok {
			t.Errorf("%s is kept where it was (%s)", name, of)
		}
	}
}

func TestStockKeepsEqualWordsOnceAndListsApart(t *testing.T) {
	var room Stock
	a, b := room.Keep(Summary{Region: "Jawa Barat", Silent: []int64{1, 2}}), room.Keep(Summary{Region: "Jawa " + "Barat", Silent: []int64{3}})
	if unsafe.StringData(a.Region) != unsafe.StringData(b.Region) {
		t.Error("two equal words are kept twice")
	}
	if a.Silent = append(a.Silent, 9); !slices.Equal(b.Silent, []int64{3}) {
		t.Errorf("what is added to one list stands in the next: %v", b.Silent)
	}
}

// say fills all of a value with what differs from field to field, counted by n.
func say(v reflect.Value, n *int) {
	switch *n++; v.Kind() {
	case reflect.String:
		v.SetString(fmt.Sprint("kata ", *n))
	case reflect.Int, reflect.Int64:
		v.SetInt(int64(*n))
	case reflect.Float64:
		v.SetFloat(float64(*n))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Uint8:
		v.SetUint(uint64(*n % 256))
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 3, 3))
		for i := range 3 {
			say(v.Index(i), n)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			f := v.Field(i)
			say(reflect.NewAt(f.Type(), f.Addr().UnsafePointer()).Elem(), n) // also of fields that nobody else sees
		}
	default:
		panic("nothing is said of " + v.Kind().String())
	}
}

// memory is where the words and lists of a value stand.
func memory(v reflect.Value) map[unsafe.Pointer]string {
	all := map[unsafe.Pointer]string{}
	var look func(v reflect.Value, name string)
	look = func(v reflect.Value, name string) {
		switch v.Kind() {
		case reflect.String:
			all[unsafe.Pointer(unsafe.StringData(v.String()))] = name
		case reflect.Slice:
			all[v.UnsafePointer()] = name
			for i := range v.Len() {
				look(v.Index(i), name)
			}
		case reflect.Struct:
			for i := range v.NumField() {
				look(v.Field(i), name+"."+v.Type().Field(i).Name)
			}
		}
	}
	look(v, "")
	return all
}
