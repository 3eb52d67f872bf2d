#!/usr/bin/env bash
#
# Guess: HTML inside a paragraph of Markdown is kept, so <login-player>…</login-player> comes out as
# it went in.
#
# Seen: HonKit keeps the opening tag, turns the closing one into text and closes the element behind
# that text: readers see "</login-player>" inside it. A <kbd> in the same place is kept whole.
#
# Why it is no fault of the page: CommonMark keeps both tags, whatever the name. The text stands in
# what readers without scripts see of an embedded player, and is content of the element when a
# script reads it.
#
# Documented: not found.
set -euo pipefail

cannot() { echo "Cannot run: $1" && exit 2; }
node -e 'process.exit(process.versions.node.split(".")[0] < 20 ? 1 : 0)' ||
  cannot 'Node 20 or newer is needed.'
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "type": "module" }' >package.json
npm install --loglevel error --no-audit --no-fund --ignore-scripts --save-exact --fetch-retries 0 \
  honkit@6.1.7 >/dev/null || cannot 'npm could not install the packages.'

mkdir book
echo '* [Log in](README.md)' >book/SUMMARY.md
echo 'Press <kbd>p</kbd> in <login-player>the player</login-player> below.' >book/README.md
timeout 120 npx --no-install honkit build book >log 2>&1 || echo 'The build failed.'
line=$(grep -ho '<p>Press.*</p>' book/_book/index.html || true)

echo 'honkit 6.1.7'
echo 'expected: <p>Press <kbd>p</kbd> in <login-player>the player</login-player> below.</p>'
echo "seen:     $line"
if [[ $line == *'<kbd>p</kbd> in <login-player>the player&lt;/login-player&gt;'* ]]; then
  echo 'Still as stated.'
else
  echo 'Changed.' && exit 1
fi
