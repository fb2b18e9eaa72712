#!/bin/sh
# Rebuilds wwwroot/css/motcua.css. Only needed when a file of this folder changes. Usage: sh build.sh [folder for node_modules]
set -e
here=$(cd "$(dirname "$0")" && pwd)
work=${1:-$(mktemp -d)}
cd "$work"
[ -d node_modules/govuk-frontend ] || npm install --ignore-scripts --no-save govuk-frontend@6.6.0 sass@1.108.2 >&2
node_modules/.bin/sass --no-source-map --style=compressed --quiet-deps --load-path=node_modules "$here/motcua.scss" "$here/../wwwroot/css/motcua.css"
wc -c "$here/../wwwroot/css/motcua.css"
