package media

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"net/url"
	"os"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/minio/minio-go/v7"
	"github.com/minio/minio-go/v7/pkg/credentials"
)

// Key is what opens a bucket.
type Key struct{ ID, Secret string }

// bucket is a shelf that many nodes share, by the protocol of Amazon S3.
type bucket struct {
	client *minio.Client
	name   string
	prefix string   // of all places, with a slash at its end, or empty
	spool  *os.Root // where files come in
}

// Bounds of the way to a bucket: of a connection, and of the wait for the first byte of an answer.
const (
	bucketDial   = 3 * time.Second
	bucketAnswer = 4 * time.Second
	bucketTries  = 2
)

// where is a bucket as its address tells.
type where struct {
	endpoint       *url.URL
	region         string
	bucket, prefix string
}

// CheckBucket tells what is wrong with the address of a bucket.
func CheckBucket(address string) error {
	_, err := parseBucket(address)
	return err
}

// parseBucket reads s3://BUCKET/FOLDER?endpoint=https://HOST&region=NAME.
func parseBucket(address string) (at where, err error) {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "s3" || u.Host == "" || u.User != nil {
		return at, errors.New("it must be s3://BUCKET?endpoint=https://HOST, without a key")
	}
	q := u.Query()
	at.endpoint, err = url.Parse(q.Get("endpoint"))
	if err != nil || at.endpoint.Host == "" || !slices.Contains([]string{"https", "http"}, at.endpoint.Scheme) || strings.Trim(at.endpoint.Path, "/") != "" {
		return at, errors.New("its endpoint must be https:// (or http://) and a host")
	}
	at.region, at.bucket = q.Get("region"), u.Host
	if folder := strings.Trim(u.Path, "/"); folder != "" {
		at.prefix = folder + "/"
	}
	return at, nil
}

// openBucket prepares to use a bucket; it asks nobody yet.
func openBucket(address string, key Key, spool *os.Root) (*bucket, error) {
	at, err := parseBucket(address)
	if err != nil {
		return nil, err
	}
	client, err := minio.New(at.endpoint.Host, &minio.Options{
		Creds: credentials.NewStaticV4(key.ID, key.Secret, ""), Secure: at.endpoint.Scheme == "https", Region: at.region,
		BucketLookup: minio.BucketLookupPath, MaxRetries: bucketTries,
		Transport: &http.Transport{
			Proxy: http.ProxyFromEnvironment, DialContext: (&net.Dialer{Timeout: bucketDial}).DialContext, TLSHandshakeTimeout: bucketDial,
			ResponseHeaderTimeout: bucketAnswer, MaxIdleConnsPerHost: 16, IdleConnTimeout: time.Minute, DisableCompression: true,
		},
	})
	if err != nil {
		return nil, err
	}
	return &bucket{client: client, name: at.bucket, prefix: at.prefix, spool: spool}, nil
}

// take sends a file that has come in, unless one lies at its place already: its content names the place, so that is the same. Two who
// send the same at once are told apart by the bucket, which may refuse the second in the middle of its bytes.
func (b *bucket) take(ctx context.Context, name, at string) error {
	there, err := b.has(ctx, at)
	if err == nil && !there {
		if err = b.put(ctx, name, at); err != nil {
			there, _ = b.has(ctx, at) // the answer to the put tells more than this one
		}
	}
	if err != nil && !there {
		return err
	}
	return removed(b.spool.Remove(name))
}

// put sends a file to a place that is empty.
func (b *bucket) put(ctx context.Context, name, at string) error {
	f, err := b.spool.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	o := minio.PutObjectOptions{ContentType: "application/octet-stream", DisableMultipart: true}
	o.SetMatchETagExcept("*")
	_, err = b.client.PutObject(ctx, b.name, b.prefix+at, f, info.Size(), o)
	return b.told(err)
}

func (b *bucket) open(ctx context.Context, at string) (io.ReadSeekCloser, error) {
	if there, err := b.has(ctx, at); err != nil || !there {
		return nil, errors.Join(err, fs.ErrNotExist)
	}
	ctx = context.WithoutCancel(ctx) // bytes go out for as long as their reader takes; Close ends it
	o, err := b.client.GetObject(ctx, b.name, b.prefix+at, minio.GetObjectOptions{})
	if err != nil {
		return nil, b.told(err)
	}
	return o, nil
}

func (b *bucket) has(ctx context.Context, at string) (bool, error) {
	_, err := b.client.StatObject(ctx, b.name, b.prefix+at, minio.StatObjectOptions{})
	if err = b.told(err); errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil, err
}

func (b *bucket) remove(ctx context.Context, at string) error {
	return removed(b.told(b.client.RemoveObject(ctx, b.name, b.prefix+at, minio.RemoveObjectOptions{})))
}

func (b *bucket) each(ctx context.Context, tell func(at string, size int64) error) error {
	ctx, cancel := context.WithCancel(ctx) // ends the listing where tell ends it
	defer cancel()
	for o := range b.client.ListObjects(ctx, b.name, minio.ListObjectsOptions{Prefix: b.prefix, Recursive: true}) {
		if o.Err != nil {
			return b.told(o.Err)
		}
		if err := tell(path.Clean(strings.TrimPrefix(o.Key, b.prefix)), o.Size); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// told is an error in words that tell where it comes from.
func (b *bucket) told(err error) error {
	if err == nil {
		return nil
	}
	r := minio.ToErrorResponse(err)
	switch {
	case r.StatusCode == http.StatusNotFound && r.Code != minio.NoSuchBucket:
		return fs.ErrNotExist
	case r.StatusCode == http.StatusInsufficientStorage:
		return fmt.Errorf("%w: bucket %s: %w", ErrFull, b.name, err)
	}
	return fmt.Errorf("%w: bucket %s: %w", ErrAway, b.name, err)
}
