package internal_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

func TestWhatThePaperOnSecurityNamesIsThere(t *testing.T) {
	paper, err := os.ReadFile("../SECURITY.md")
	if err != nil {
		t.Fatal(err)
	}
	tests := namesOfTests(t)
	quoted := regexp.MustCompile("`[^`]+`")
	rows := 0
	for line := range strings.Lines(string(paper)) {
		cells := strings.Split(strings.TrimSpace(line), "|")
		if len(cells) != 5 || strings.Contains(cells[1], "---") || strings.TrimSpace(cells[3]) == "evidence" {
			continue
		}
		rows++
		named := quoted.FindAllString(cells[3], -1)
		if len(named) == 0 && strings.TrimSpace(cells[2]) != "none" {
			t.Errorf("nothing stands behind %q", line)
		}
		for _, name := range named {
			name = strings.Trim(name, "`")
			_, err := os.Stat(filepath.Join("..", name))
			if !tests[name] && (strings.HasPrefix(name, "Test") || err != nil) {
				t.Errorf("%s is neither a test nor a file", name)
			}
		}
	}
	const chapters, functions = 17, 13
	if rows < chapters+functions {
		t.Errorf("only %d rows", rows)
	}
}

// namesOfTests are all tests of the house.
func namesOfTests(t *testing.T) map[string]bool {
	t.Helper()
	test, found := regexp.MustCompile(`(?m)^func (Test\w+)\(`), map[string]bool{}
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		source, err := os.ReadFile(path)
		for _, name := range test.FindAllSubmatch(source, -1) {
			found[string(name[1])] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}
