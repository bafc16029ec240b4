package main

import (
	"context"
	"errors"
	"os"

	"kotakembar/internal/media"
)

// wordsCommand is what this program calls itself with to read a PDF apart from the site; people have no use for it, so help does not
// tell of it.
var wordsCommand = command{"words", "words", "write the words of the PDF that is its input", readWords}

func readWords(_ context.Context, _ []string, w world) error {
	in, ok := w.in.(*os.File)
	if !ok {
		return errors.New("the input must be a file")
	}
	info, err := in.Stat()
	if err != nil {
		return err
	}
	return media.ReadWords(in, info.Size(), w.out)
}

// words has another copy of this program read a kept PDF.
func (n node) words(ctx context.Context, hash string) (string, error) {
	self, err := os.Executable()
	if err != nil {
		return "", err
	}
	return n.files.Words(ctx, hash, self, wordsCommand.name)
}
