# planc: `make help` lists the targets. Everything that is made stands in build/.

PREFIX ?= /usr/local
DESTDIR ?=
ifeq ($(origin CC),default)
CC = gcc
endif

# debug, release, asan (address and undefined), tsan (threads), fuzz (needs CC=clang), cov
VARIANT ?= release
# With ARENA_MALLOC=1 every piece of an arena is a malloc of its own.
ARENA_MALLOC ?=
# Warnings are errors; WERROR= (empty) lets them pass, for compilers to come.
WERROR ?= 1

DEPS = gcc libc6-dev make pkg-config libyaml-dev libcmark-dev libpcre2-dev libidn2-dev \
       libjansson-dev libgit2-dev libcmocka-dev clang libclang-rt-14-dev clang-format groff-base git \
       valgrind libc6-dbg
DEPS_CI = jq python3 nodejs npm chromium cmark-gfm python3-feedparser python3-junitparser \
	  pandoc poppler-utils

PACKAGES = yaml-0.1 libcmark libpcre2-8 libidn2 jansson libgit2

# ---------------------------------------------------------------- flags

WARNINGS = -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow \
	-Wstrict-prototypes -Wmissing-prototypes -Wold-style-definition -Wcast-qual -Wformat=2 \
	-Wundef -Wvla -Wwrite-strings -Wpointer-arith -Wimplicit-fallthrough -Wdouble-promotion \
	-Wno-missing-field-initializers \
	$(if $(WERROR),-Werror)
CFLAGS_debug = -Og -g
CFLAGS_release = -O2 -g
CFLAGS_asan = -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined \
	-fno-sanitize-recover=all \
	$(if $(findstring clang,$(CC)),,-Wno-maybe-uninitialized) # gcc: false with sanitizers
CFLAGS_tsan = -O1 -g -fno-omit-frame-pointer -fsanitize=thread
CFLAGS_fuzz = $(CFLAGS_asan) -fsanitize=fuzzer-no-link
CFLAGS_cov = -O0 -g --coverage
CFLAGS ?=

# Asked for when first used, and once: `make deps` may have to come before.
packages = $(or $(shell pkg-config $(1) $(2)),$(error a library is missing: run `make deps`))
LIBS = $(eval LIBS := $(call packages,--libs,$(PACKAGES)))$(LIBS)
PACKAGE_CFLAGS = $(eval PACKAGE_CFLAGS := $(shell pkg-config --cflags $(PACKAGES)))$(PACKAGE_CFLAGS)
LINK_FLAGS = -pthread $(CFLAGS_$(VARIANT)) $(CFLAGS) $(LDFLAGS)
ALL_CFLAGS = -std=c17 -D_GNU_SOURCE -pthread $(if $(ARENA_MALLOC),-DPLANC_ARENA_MALLOC) -Isrc \
	$(WARNINGS) $(PACKAGE_CFLAGS) $(CFLAGS_$(VARIANT)) $(CFLAGS)

# ---------------------------------------------------------------- files

# With V=1 each command is shown.
SAY = $(if $(V),,@echo '  $@' && )
none :=
space := $(none) $(none)
O = build/$(VARIANT)/$(subst /,_,$(subst $(space),_,$(CC)))$(if $(ARENA_MALLOC),-malloc)
SOURCES = $(wildcard src/*/*.c)
DATA = schema_data assets_data
LIB_OBJECTS = $(SOURCES:src/%.c=$(O)/%.o) $(DATA:%=$(O)/%.o)
UNITS = $(patsubst tests/%.c,$(O)/tests/%,$(wildcard tests/unit/test_*.c))
MANUAL = $(O)/tests/docs/manual
MANUAL_OBJECTS = $(patsubst tests/%.c,$(O)/tests/%.o,$(wildcard tests/docs/*.c))
CONFORMANCE = $(O)/tests/schema/conformance
PAGES = planc.1 planc-plan.5 rules.md changes.md
FUZZERS = $(patsubst tests/fuzz/%.c,$(O)/tests/fuzz/%,$(wildcard tests/fuzz/fuzz_*.c))
REPLAY = $(if $(filter fuzz,$(VARIANT)),,$(O)/tests/fuzz/replay.o)
BENCH = $(patsubst tests/%.c,$(O)/tests/%,$(wildcard tests/bench/*.c))
STYLED = $(wildcard src/*.c src/*/*.c src/*/*.h tests/*/*.c tests/*/*.h)
FIRST = $(filter deps deps-ci,$(MAKECMDGOALS))
JOBS = $(if $(findstring --jobserver,$(MAKEFLAGS)),,-j$(shell nproc))
AGAIN = +@$(MAKE) --no-print-directory $(JOBS)

.PHONY: all deps deps-ci demo site history docs test tests keyed browser lint format conformance \
	run-conformance threads run-threads bench run-bench fuzz fuzzers replay \
	install uninstall clean help FORCE
.DELETE_ON_ERROR:
.SECONDARY:
.SUFFIXES:

all: | $(FIRST) ## the release program at build/planc (the default)
	$(AGAIN) VARIANT=release build/planc

build/planc: $(O)/planc
	@mkdir -p $(@D)
	$(SAY)cp $< $@
$(O)/planc: $(O)/main.o $(O)/libplanc.a
	$(SAY)$(CC) $(LINK_FLAGS) -o $@ $^ $(LIBS)
$(O)/libplanc.a: $(LIB_OBJECTS) $(O)/sources
	@rm -f $@
	$(SAY)ar rcs $@ $(LIB_OBJECTS)
# libFuzzer's own main in the fuzz variant, else one that goes through files.
$(O)/tests/fuzz/fuzz_%: $(O)/tests/fuzz/fuzz_%.o $(REPLAY) $(O)/libplanc.a
	$(SAY)$(CC) $(LINK_FLAGS) $(if $(REPLAY),,-fsanitize=fuzzer) -o $@ $^ $(LIBS)
$(MANUAL): $(MANUAL_OBJECTS) $(O)/libplanc.a
	$(SAY)$(CC) $(LINK_FLAGS) -o $@ $^ $(LIBS)
$(O)/tests/%: $(O)/tests/%.o $(O)/libplanc.a
	$(SAY)$(CC) $(LINK_FLAGS) -o $@ $^ $(if $(filter unit/%,$*),$(call packages,--libs,cmocka)) $(LIBS)

$(O)/tests/%.o: tests/%.c $(O)/flags | $(FIRST)
	@mkdir -p $(@D)
	$(SAY)$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<
$(O)/%_data.o: build/%_data.c $(O)/flags | $(FIRST)
	$(SAY)$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<
$(O)/%.o: src/%.c $(O)/flags | $(FIRST)
	@mkdir -p $(@D)
	$(SAY)$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

# These change only when what they hold does: objects of other flags, or of a
# file that is gone, are not used again.
$(O)/flags: held = $(CC) $(ALL_CFLAGS)
$(O)/sources: held = $(LIB_OBJECTS)
$(O)/flags $(O)/sources: FORCE | $(FIRST)
	@mkdir -p $(@D)
	@printf '%s\n' '$(subst ','\'',$(held))' >$@.new
	@cmp -s $@.new $@ && rm $@.new || mv $@.new $@
FORCE:

SCHEMAS = $(wildcard schema/*.json src/schema/meta/*.json)
build/schema_data.c: src/schema/embed.sh Makefile $(SCHEMAS)
	@mkdir -p $(@D)
	$(SAY)sh $< schema/embedded.h schema_file schema_files $(SCHEMAS) >$@
build/assets_data.c: src/schema/embed.sh $(wildcard src/render/assets/*)
	@mkdir -p $(@D)
	$(SAY)sh $< render/assets.h asset assets $(wildcard src/render/assets/*) >$@

# ---------------------------------------------------------------- packages

# Installs what is missing of a list of Debian packages.
define install_missing
@missing=; for name in $(1); do \
	dpkg-query -W -f='$${Status}\n' $$name 2>/dev/null | grep -q '^install ok installed' || \
		missing="$$missing $$name"; \
done; \
[ -n "$$missing" ] || exit 0; \
as=; [ "$$(id -u)" = 0 ] || as=sudo; \
[ -z "$$as" ] || command -v sudo >/dev/null || { \
	echo "run as root: apt-get install$$missing" >&2; exit 1; }; \
set -x; \
$$as env DEBIAN_FRONTEND=noninteractive apt-get update && \
$$as env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $$missing
endef

deps: ## install the Debian packages that are missing
	$(call install_missing,$(DEPS))
# Node may come from elsewhere, with an npm of its own.
deps-ci: deps ## and those that only the slower checks use
	$(call install_missing,$(filter-out $(shell command -v npm >/dev/null && echo nodejs npm),$(DEPS_CI)))

# ---------------------------------------------------------------- what people use

# Exit code 1 says that the plans have faults, which those of the councils do.
demo: all ## check the two plans, build their pages, show what changed in a third
	build/planc check plans || [ $$? = 1 ]
	$(AGAIN) site
	$(AGAIN) history
	@echo "Open build/site/index.html in a browser, or build/example-site/index.html."
site: all
	build/planc build -o build/site plans

history: all ## what changed in an example, a repository of two years
	rm -rf build/example
	tests/history/build build/example
	build/planc diff -C build/example adopted main
	build/planc log -C build/example --slippage
	build/planc build -C build/example -o ../example-site

install: all ## below $(DESTDIR)$(PREFIX)
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/planc/schema"
	install -m 755 build/planc "$(DESTDIR)$(PREFIX)/bin/planc"
	install -m 644 schema/*.json "$(DESTDIR)$(PREFIX)/share/planc/schema"
	install -D -m 644 docs/planc.1 "$(DESTDIR)$(PREFIX)/share/man/man1/planc.1"
	install -D -m 644 docs/planc-plan.5 "$(DESTDIR)$(PREFIX)/share/man/man5/planc-plan.5"
uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/planc" "$(DESTDIR)$(PREFIX)/share/man/man1/planc.1" \
		"$(DESTDIR)$(PREFIX)/share/man/man5/planc-plan.5"
	rm -rf "$(DESTDIR)$(PREFIX)/share/planc"

# ---------------------------------------------------------------- tests

# Without a VARIANT of its own, tests are of the debug variant.
test: | $(FIRST) ## unit tests, golden cases and lints; ends with the counts
	$(AGAIN) $(if $(filter file,$(origin VARIANT)),VARIANT=debug) tests
tests: $(O)/planc $(MANUAL) $(CONFORMANCE) $(UNITS)
	@tests/run "$(CC)" $^
lint: | $(FIRST) ## the lints alone
	@tests/lint/run "$(CC)"
format: | $(FIRST) ## lay the sources out by .clang-format
	@clang-format -i $(STYLED)
docs: | $(FIRST) ## write the pages of docs/ that come from the program's tables
	$(AGAIN) $(PAGES:%=docs/%)
$(PAGES:%=docs/%): $(MANUAL) FORCE
	$(SAY)$< $(@F) >$@.new && mv $@.new $@
keyed: site ## the two plans against the tables keyed by hand
	tests/keyed/compare build/site
# A second look from npm's packages, which stand beside a copy of their lock file.
BROWSER = build/browser/node_modules/.package-lock.json
$(BROWSER): tests/browser/package.json tests/browser/package-lock.json | $(FIRST)
	@mkdir -p build/browser
	cp $^ build/browser
	cd build/browser && npm ci --ignore-scripts --no-audit --no-fund
	@touch $@
browser: site history $(BROWSER) ## schemas, an editor and the pages with npm's packages
	@tests/browser/run
conformance: | $(FIRST) ## make conformance SUITE=DIR: the public JSON Schema suite
	@test -d "$(SUITE)" || { echo "usage: make conformance SUITE=DIR" >&2; exit 2; }
	$(AGAIN) run-conformance
run-conformance: $(CONFORMANCE)
	$< "$(SUITE)"
threads: history ## what is done side by side, under ThreadSanitizer
	$(AGAIN) VARIANT=tsan run-threads
run-threads: $(O)/planc $(O)/tests/unit/test_crew $(O)/tests/unit/test_site
	@tests/threads $^
bench: all ## what planc costs beside libyaml alone, and beside git
	$(AGAIN) run-bench
run-bench: $(BENCH)
	@tests/bench/run build/planc "$(O)/tests/bench" build/bench
fuzz: | $(FIRST) ## libFuzzer programs, in build/fuzz/clang/tests/fuzz
	$(AGAIN) VARIANT=fuzz CC=clang fuzzers
fuzzers: $(FUZZERS)
replay: $(FUZZERS) ## the fuzz targets on the plans that are here
	@for program in $^; do find tests/golden plans -name '*.yaml' -type f \
		-exec $$program {} + || exit 1; done

clean: ## remove build/
	rm -rf build
help: ## this list
	@sed -n 's/^\([a-z-]*\):[^#]*## /  \1\t/p' Makefile | expand -t 16
	@echo 'Honoured: CC CFLAGS LDFLAGS PREFIX DESTDIR; VARIANT=debug|release|asan|tsan|fuzz|cov ARENA_MALLOC=1 WERROR='

-include $(shell find build -name '*.d' 2>/dev/null)
