package portal

// File is what is known of the bytes of a kept file.
type File struct {
	Hash      string // SHA-256, hex; also the file's name where it is kept
	MediaType string
	Size      int64  // bytes
	Width     int    // of an image in pixels, 0 where it is none
	Height    int    // of an image in pixels, 0 where it is none
	Words     string // what can be read in it, empty where that is nothing
}
