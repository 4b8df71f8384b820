# What can be done with this copy of Heard? `make` alone lists it. Nothing here needs anything but Python 3.11 or newer.
PORT ?= 8000
HOST ?= 127.0.0.1
UV_VERSION := 0.13.9
PYTHON ?= $(firstword $(foreach name,python3 python3.14 python3.13 python3.12 python3.11,$(shell command -v $(name) >/dev/null 2>&1 \
	&& $(name) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && command -v $(name))))
# uv reads neither pip's settings nor the system's certificates by itself: where pip was told of a certificate, tell uv; then try the
# system's certificates, and where there are none, those that uv brings.
CERTIFICATE = $${SSL_CERT_FILE:-$${PIP_CERT:-$$(.uv/bin/pip config list 2>/dev/null | sed -n "s/^global.cert='\(.*\)'/\1/p")}}
SYNC = cert="$(CERTIFICATE)"; [ -z "$$cert" ] || export SSL_CERT_FILE="$$cert"; \
	sync() { .uv/bin/uv sync --quiet --no-python-downloads --frozen --python "$(PYTHON)" "$$@"; }; \
	either() { sync --system-certs "$$@" || sync "$$@"; }; either

.DEFAULT_GOAL := help
.PHONY: help setup run test check fix demo docs bench

help: ## list what can be done
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-7s %s\n", $$1, $$2 }' Makefile

setup: .venv/for-tests ## make the environment, from the lock file

run: .venv/for-running ## start Heard on port 8000 (PORT=… for another), with the demo where the database is empty
	@PORT=$(PORT) .venv/bin/heard demo --if-empty
	@.venv/bin/python -m django collectstatic --settings heard.config.settings --noinput --verbosity 0
	@echo "Heard is at http://localhost:$(PORT). Ctrl-C stops it; the data is kept."
	@exec .venv/bin/gunicorn heard.config.wsgi --bind $(HOST):$(PORT) --workers 2 --threads 4 --no-control-socket --log-level warning

test: ## test everything: rules, both databases, journeys in a browser, standards
	@$(if $(PYTHON),,echo "Heard needs Python 3.11 or newer. Install it, or name it: make test PYTHON=/path/to/python3"; exit 1;) \
	$(PYTHON) tests/run.py --prepare
	@$(MAKE) --no-print-directory .venv/for-tests
	@exec .venv/bin/python tests/run.py

check: .venv/for-tests ## the quick checks: lint, layers, migrations, standards
	@exec .venv/bin/python tests/run.py --quick

fix: .venv/for-tests ## put right what the linter can
	@.venv/bin/ruff check --fix

demo: .venv/for-running ## put the demo into an empty database and print its accounts
	@.venv/bin/heard demo

docs: .venv/for-running ## write the pages of docs/ that are made from the code
	@.venv/bin/python -m docs.generate

bench: .venv/for-tests ## measure on SQLite and PostgreSQL, and say on what
	@.venv/bin/python tests/run.py --prepare
	@.venv/bin/python -m benchmarks

.venv/for-tests: uv.lock pyproject.toml | .uv/bin/uv
	@$(SYNC) --extra spark
	@touch $@ .venv/for-running

.venv/for-running: uv.lock pyproject.toml | .uv/bin/uv
	@$(SYNC) --no-dev --inexact
	@touch $@

.uv/bin/uv:
	@$(if $(PYTHON),,echo "Heard needs Python 3.11 or newer. Install it, or name it: make setup PYTHON=/path/to/python3"; exit 1;) \
	$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
	|| { echo "Python's venv module is missing. Install it (Debian, Ubuntu: sudo apt-get install python3-venv) and try again."; exit 1; }
	@rm -rf .uv && $(PYTHON) -m venv .uv && .uv/bin/pip install --quiet --disable-pip-version-check uv==$(UV_VERSION) \
	|| { rm -rf .uv; echo "uv could not be installed from the Python package index: see the lines above."; exit 1; }
