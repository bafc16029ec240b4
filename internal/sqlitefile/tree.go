package sqlitefile

import "encoding/binary"

// The kinds of trees, as the pages of their leaves say them.
const (
	table byte = 13 // rows by number; above the leaves stand numbers alone
	index byte = 10 // keys, of which each stands once in the whole tree
	above byte = 8  // taken from the kind on pages above the leaves
)

// tree is a b-tree that grows at its right side. A page is written once it is full; what divides it from the next goes to the level above.
type tree struct {
	file   *File
	kind   byte
	levels []node // the page that is being filled on each level, the leaves first
	last   []byte // the number of the last row, for a tree of rows
}

// node is a page as it is filled.
type node struct {
	cells []cell
	size  int // of the cells with the places that say where they are
}

// cell is an entry of a page: what it holds, and above the leaves the page of all entries before it.
type cell struct {
	child uint32
	data  []byte
}

func newTree(f *File, kind byte) tree { return tree{file: f, kind: kind, levels: make([]node, 1)} }

// row adds a row whose number is greater than those before it.
func (t *tree) row(number int64, record []byte) error {
	said := varint(nil, uint64(number))
	data, err := t.file.payload(append(varint(nil, uint64(len(record))), said...), record, pageSize-35)
	if err != nil {
		return err
	}
	err = t.add(0, cell{data: data})
	t.last = said
	return err
}

// key adds a key that comes after those before it.
func (t *tree) key(record []byte) error {
	data, err := t.file.payload(varint(nil, uint64(len(record))), record, (pageSize-12)*64/255-23)
	if err != nil {
		return err
	}
	return t.add(0, cell{data: data})
}

// finish writes what has not been written and returns the page of the root.
func (t *tree) finish() (root uint32, err error) {
	for level, n := range t.levels {
		if root, err = t.write(level, n, root); err != nil {
			return 0, err
		}
	}
	return root, nil
}

// add puts a cell on a level, and writes the page that it finds full. No page is left without a cell, which SQLite takes for a fault.
func (t *tree) add(level int, c cell) error {
	if level == len(t.levels) {
		t.levels = append(t.levels, node{})
	}
	room, size := pageSize-leafHeader, len(c.data)+2
	if level > 0 {
		room, size = pageSize-header, size+4
	}
	if full := t.levels[level]; full.size+size > room {
		t.levels[level] = node{}
		if err := t.pass(level, full); err != nil {
			return err
		}
	}
	n := &t.levels[level]
	n.cells, n.size = append(n.cells, c), n.size+size
	return nil
}

// pass writes a full page and tells the level above of it: by the number of its last row, else by its last cell, which moves there.
func (t *tree) pass(level int, full node) error {
	divider := cell{data: t.last}
	if level > 0 || t.kind == index {
		end := len(full.cells) - 1
		full.cells, divider = full.cells[:end], full.cells[end]
	}
	page, err := t.write(level, full, divider.child)
	if err != nil {
		return err
	}
	return t.add(level+1, cell{child: page, data: divider.data})
}

// write writes a page of a level; right is the page of all entries after its last one.
func (t *tree) write(level int, n node, right uint32) (uint32, error) {
	kind := t.kind
	if level > 0 {
		kind -= above
	}
	page := make([]byte, pageSize)
	n.lay(page, 0, kind, right)
	return t.file.append(page)
}

const (
	leafHeader = 8
	header     = leafHeader + 4
)

// lay puts the cells on a page, the first at its end; places that say where they are follow the header, which begins at a place.
func (n node) lay(page []byte, at int, kind byte, right uint32) {
	places, end := page[at+leafHeader:at+leafHeader], pageSize
	if right != 0 {
		places = binary.BigEndian.AppendUint32(places, right)
	}
	for _, c := range n.cells {
		var data []byte
		if right != 0 {
			data = binary.BigEndian.AppendUint32(data, c.child)
		}
		data = append(data, c.data...)
		end -= len(data)
		copy(page[end:], data)
		places = binary.BigEndian.AppendUint16(places, uint16(end))
	}
	page[at] = kind
	binary.BigEndian.PutUint16(page[at+3:], uint16(len(n.cells)))
	binary.BigEndian.PutUint16(page[at+5:], uint16(end))
}

// payload adds a record to a cell: the most that may stand there, and behind it the page on which the rest goes on.
func (f *File) payload(cell, record []byte, most int) (_ []byte, err error) {
	if len(record) <= most {
		return append(cell, record...), nil
	}
	const least, room = (pageSize-12)*32/255 - 23, pageSize - 4
	kept := least + (len(record)-least)%room
	if kept > most {
		kept = least
	}
	var next uint32
	for rest := record[kept:]; len(rest) > 0; { // from behind, since each page names the one after it
		start := (len(rest) - 1) / room * room
		page := make([]byte, pageSize)
		binary.BigEndian.PutUint32(page, next)
		copy(page[4:], rest[start:])
		if next, err = f.append(page); err != nil {
			return nil, err
		}
		rest = rest[:start]
	}
	return binary.BigEndian.AppendUint32(append(cell, record[:kept]...), next), nil
}
