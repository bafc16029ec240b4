# Kota Kembar. All that is needed beforehand is Go; `make run` and `make test` find PostgreSQL and Chromium or install
# them, where they may. The settings of the program are in the README.

PROGRAM := bin/kotakembar

# The commit in `kotakembar version`; left out where git does not speak, as in a copy that belongs to another user.
STAMP := $(shell git rev-parse HEAD >/dev/null 2>&1 || echo -buildvcs=false)

# Without the types of values that pgx lists for whoever does not ask the database: internal/store/value.go lists ours. What is tested
# is what is built, so it holds for all that follows.
export GOFLAGS := $(strip $(shell go env GOFLAGS) -tags=nopgxregisterdefaulttypes)

.DEFAULT_GOAL := build
.PHONY: run test bench bench-world chaos check-deploy bench-import check-web check-weight build generate lint clean

# The program takes the place of its shell, so that Ctrl-C and other signals reach it and nothing stays behind.
run:
	@[ -n "$$DATABASE_URL" ] || .ci/tools postgresql
	@$(MAKE) --no-print-directory build
	@exec $(PROGRAM) serve

# No cached results: they also depend on the PostgreSQL and the Chromium of this machine, which Go's cache does not see. The
# time allowed is for a machine that is busy with other things; a quiet one takes a fraction of it. The tests live short: with more
# room for garbage (GOGC) they need two thirds of the processor. Lint vets.
test:
	@.ci/tools postgresql chromium
	GOGC=400 go test -count=1 -vet=off -timeout 40m ./...

# What the register stands on is broken while people write: the database is killed, cut off, delayed and exhausted, the program is
# killed, and answers are lost. It takes some minutes.
chaos:
	@.ci/tools postgresql
	KOTAKEMBAR_CHAOS=1 go test -count=1 -vet=off -v -timeout 20m ./e2e/chaos

# How fast the program is, as ratios within one run: the program on the first core, what asks it on the second, a database of its own
# or that of DATABASE_URL. Some minutes; a machine that does anything else meanwhile measures that.
bench: build
	@.ci/tools postgresql
	KOTAKEMBAR_BENCH=1 go test -count=1 -vet=off -v -timeout 15m -exec "$$(command -v taskset >/dev/null && echo taskset -c 1)" -run 'TestBench$$' ./internal/bench

# The same for a register of the world's size: of 5,000 ties, or KOTAKEMBAR_TIES. Filling it takes some minutes.
bench-world: build
	@.ci/tools postgresql
	KOTAKEMBAR_BENCH=1 go test -count=1 -vet=off -v -timeout 60m -exec "$$(command -v taskset >/dev/null && echo taskset -c 1)" -run TestBenchOfAWorld ./internal/bench

# What reads the files of the folder deploy: compose, Kubernetes, systemd.
check-deploy:
	cd e2e/deploy && go test -count=1 ./...

# A file of 20,000 programs with 50 faults, brought in, decided on and undone: how long each step takes, and in how much memory.
bench-import:
	@.ci/tools postgresql
	KOTAKEMBAR_LINES=20000 go test -count=1 -vet=off -v -timeout 40m -run TestFileOfManyPrograms ./internal/admin

# What validators made by others say of the pages, feeds, data and the API of a running site.
check-web:
	.ci/web

# Rooms and libraries that no page for readers runs through. Small functions are not copied into their callers there, which makes the
# program half a megabyte lighter.
FAR := kotakembar/cmd/... $(addprefix kotakembar/internal/,admin backup globe identity jobs localpg mail passkey wikidata) \
	$(patsubst %,github.com/%/...,coreos fxamacker go-jose go-viper go-webauthn golang-jwt google ledongthuc minio/minio-go pressly \
	riverqueue tidwall tinylib wneessen) go.yaml.in/... golang.org/x/oauth2/...

build:
	CGO_ENABLED=0 go build $(STAMP) $(FAR:%=-gcflags=%=-l) -trimpath -ldflags "-s -w" -o $(PROGRAM) ./cmd/kotakembar

# The program stays below 40 MB.
check-weight: build
	.ci/weight $(PROGRAM)

# The second step makes the program smaller and pages faster: see its script.
generate:
	go tool templ generate -log-level warn
	find . -name '*_templ.go' -exec sed -i.bak -f .ci/generated.sed {} + && find . -name '*_templ.go.bak' -delete
	find . -name '*_templ.go' -exec gofmt -w {} +

lint:
	gofmt -d .
	.ci/generated
	go mod tidy -diff
	go vet ./...
	go tool staticcheck ./...

# The data in var stay.
clean:
	rm -rf bin
