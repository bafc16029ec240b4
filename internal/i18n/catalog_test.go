package i18n

import "testing"

func TestNoWordsStandInTwoLists(t *testing.T) {
	t.Parallel()
	defer func() {
		if recover() == nil {
			t.Error("the words of one of the two lists are said to nobody")
		}
	}()
	join(map[string]Text{"field.name": {"Nama", "Name"}}, map[string]Text{"field.name": {"Sebutan", "Name"}})
}
