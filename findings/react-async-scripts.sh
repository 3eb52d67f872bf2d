#!/usr/bin/env bash
#
# Guess: two <script async src="/embed.js" data-…> in the text of a page, each with other data
# attributes, are two scripts, each at its place; or React warns.
#
# Seen: React moves the first into <head> and drops the second, whose attributes are nowhere in the
# page. Nothing is printed, in development either.
#
# Why it is no fault of the page: both elements are valid HTML, and a script that is told by data
# attributes what to show, and shows it where it stands, is a usual way to embed a player. Where
# React renders the page, the second player is missing and the first has no place in the text.
#
# Documented: react.dev, <script>, "Special rendering behavior": scripts with async and src are
# moved and deduplicated by src. That the other attributes do not count has to be inferred.
set -euo pipefail

cannot() { echo "Cannot run: $1" && exit 2; }
node -e 'process.exit(process.versions.node.split(".")[0] < 20 ? 1 : 0)' ||
  cannot 'Node 20 or newer is needed.'
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "type": "module" }' >package.json
npm install --loglevel error --no-audit --no-fund --ignore-scripts --save-exact --fetch-retries 0 \
  react@19.3.1 react-dom@19.3.1 >/dev/null || cannot 'npm could not install the packages.'

cat >run.mjs <<'JS'
import { createElement as h, version } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

const printed = []
console.error = console.warn = (...words) => printed.push(words.join(' '))
const script = (workflow) => h('script', { async: true, src: '/embed.js', 'data-workflow': workflow })
const main = h('main', null, script('log-in'), h('p', null, 'Text'), script('log-out'))
const html = renderToStaticMarkup(h('html', null, h('head'), h('body', null, main)))

console.log(`react ${version}`)
console.log('expected: two scripts inside <main>, or a warning')
console.log(`seen:     ${html}`)
console.log(`          warnings: ${printed.length}`)
const [head, body] = html.split('<body>')
const first = head.includes('data-workflow="log-in"') && !body.includes('<script')
process.exit(first && !html.includes('log-out') && printed.length === 0 ? 0 : 1)
JS
if timeout 120 node run.mjs; then
  echo 'Still as stated.'
else
  echo 'Changed.' && exit 1
fi
