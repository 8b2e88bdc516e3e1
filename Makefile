# make lists the targets. make check is what CI runs, word for word.
.DEFAULT_GOAL := help
SHELL := /bin/bash
TOOL := go tool -modfile=tools.mod

# All targets compile with the same flags, so that what one compiled serves the
# next: SQLite takes minutes. netgo and osusergo keep out what a static binary
# lacks, and it could not load extensions of SQLite.
export GOFLAGS += -trimpath -tags=netgo,osusergo,sqlite_omit_load_extension

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: ## run the quiz at http://127.0.0.1:8080
	go run ./cmd/whichpm

dev: ## run with the gallery, and again at every change of a view
	go tool templ generate --watch --proxy=http://127.0.0.1:8080 --cmd="go run ./cmd/whichpm --dev --db=tmp/dev.db"

# release leaves the gallery out. -l: views and forms that are inlined are copied into every caller, 3 MB in all.
build: ## build bin/whichpm: one static binary
	CGO_ENABLED=1 go build -tags=netgo,osusergo,sqlite_omit_load_extension,release -gcflags 'whichpm/web/adminview=-l' -gcflags 'whichpm/web/takerview=-l' -gcflags 'whichpm/web/ui=-l' -gcflags 'whichpm/web/admin=-l' \
		-ldflags '-s -w -linkmode external -extldflags "-static -Wl,--gc-sections"' -o bin/whichpm ./cmd/whichpm

sbom: build ## list what is in bin/whichpm, as bin/whichpm.cdx.json; needs the network
	go run github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod@v1.10.0 bin -json -std -output bin/whichpm.cdx.json bin/whichpm

generate: ## write the views' Go code
	go tool templ fmt web
	go tool templ generate -path web -lazy=false

setup: ## install what the tests need: Chromium, PostgreSQL, R, axe, HTML_CodeSniffer, html-validate and readers of link previews
	.ci/setup

# The suites of the whole program and its pages.
WHOLE := ./web/gallery ./cmd/whichpm ./internal/test/attack

# The race detector makes a test five times as slow. It watches the packages in
# which things happen at once, but for their files of tests that say !race, and
# of the handlers' tests those with AtOnce in their name.
RACE := ./internal/auth ./internal/counter ./internal/jobs ./internal/limit ./internal/rollup ./internal/simulate \
	./internal/store ./internal/upkeep ./web/admin ./web/page ./web/taker ./web/wire

quick: ## most tests in a minute: no browser, no PostgreSQL, none of the long suites
	go test $$(go list ./... | grep -vxF "$$(go list $(WHOLE) ./internal/store ./internal/test/...)")
	go test -run SQLiteConforms ./internal/store
	go test -run TestEveryStateLooksAsItDidBefore ./web/gallery

# Packages run side by side in the order named: the longest first, or they run alone at the end.
test: setup ## run every test: units, handlers, store, browser
	go test -shuffle=on -timeout 25m $(WHOLE) ./internal/store ./...
	go test -race -shuffle=on -timeout 25m ./internal/store $(RACE)
	go test -race -shuffle=on -timeout 25m -run AtOnce ./web/server
	@.ci/untested || true

one: ## run one package or test with the flags of all: PKG=./internal/store RUN=Migrat
	go test $(if $(RUN),-run '$(RUN)') $(PKG)

golden: ## rewrite the golden pages
	go test ./web/gallery -run TestEveryStateLooksAsItDidBefore -update

fuzz: ## fuzz every parser, ten seconds each
	.ci/fuzz

lint: ## formatting, linters, the import table
	go tool templ fmt -fail web
	$(TOOL) golangci-lint run ./...
	go fix -diff ./...
	go mod tidy -diff
	go mod verify

vulncheck: ## known vulnerabilities; asks vuln.go.dev
	.ci/vulncheck

attacks: ## faults and attacks at their full length, some minutes
	go test ./internal/test/attack ./internal/store ./cmd/whichpm -count=1 -timeout 60m -long

bench: build ## measure everything beside its floor, under ten minutes; LONG=1 takes longer
	go build -o bin/bench ./cmd/bench
	bin/bench $(if $(LONG),-long)

bin/whichpm-dev: FORCE
	go build -o $@ ./cmd/whichpm

audit: bin/whichpm-dev ## look at every page with Lighthouse, axe and more, ten minutes; STATES='^result' for some
	.ci/setup audit
	go build -o bin/pagecheck ./cmd/pagecheck
	bin/pagecheck $(if $(STATES),-only=gallery -states='$(STATES)')

pictures: bin/whichpm-dev ## take a picture of every state in every view, into tmp/pictures; STATES='^result' for some
	go build -o bin/pagecheck ./cmd/pagecheck
	bin/pagecheck -pictures=tmp/pictures -states='$(STATES)'

check: ## what CI runs
	.ci/generated
	$(MAKE) lint
	$(MAKE) test

.PHONY: help run dev build sbom generate setup quick test one golden fuzz lint vulncheck attacks bench audit pictures check FORCE
