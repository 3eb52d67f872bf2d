#!/usr/bin/env bash
#
# Guess: HTML that a formatter has laid out is still the same HTML, also when it is pasted into
# Markdown.
# Seen: Prettier breaks a long opening tag and puts its ">" at the beginning of a line. In Markdown
# that line is a quotation: markdown-it and marked give the tag as text, a blockquote, and the link
# inside. Before formatting both gave the element.
# Why it is no fault of the author: each tool does what its rules say. Prettier keeps white space
# that counts, CommonMark needs the whole tag on one line to begin an HTML block (4.6, condition 7)
# and looks for ">" before it looks for inline HTML. The link works, so a missing player is easily
# overlooked. Embed code in documentation wants an opening tag on one line that no formatter touches.
# Documented: each half, in CommonMark and in Prettier's "Whitespace-sensitive formatting".
set -euo pipefail

cannot() { echo "Cannot run: $1" && exit 2; }
node -e 'process.exit(process.versions.node.split(".")[0] < 20 ? 1 : 0)' ||
  cannot 'Node 20 or newer is needed.'
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "type": "module" }' >package.json
npm install --loglevel error --no-audit --no-fund --ignore-scripts --save-exact --fetch-retries 0 \
  prettier@3.10.1 markdown-it@15.0.3 marked@18.2.1 >/dev/null ||
  cannot 'npm could not install the packages.'

cat >run.mjs <<'JS'
import MarkdownIt from 'markdown-it'
import { marked } from 'marked'
import { format, version } from 'prettier'

const address = 'oauth-authorization-code-grant-sessions-refresh-tokens-cookies'
const html = `<login-player workflow="${address}" step="callback"><a href="/log-in">Watch</a></login-player>`
const laidOut = await format(html, { parser: 'html' })
const markdownIt = new MarkdownIt({ html: true })
const readers = [(text) => markdownIt.render(text), (text) => marked.parse(text)]
const short = (text) => text.replaceAll(address, '…').replaceAll(/\s+/g, ' ')

console.log(`prettier ${version}, markdown-it 15.0.3, marked 18.2.1`)
console.log('expected: the element, before and after formatting')
console.log(`formatted: ${JSON.stringify(laidOut).replace(address, '…')}`)
for (const read of readers) console.log(`seen:     ${short(read(laidOut))}`)
const before = readers.every((read) => read(html).includes('<login-player workflow'))
const after = readers.every((read) => /&lt;login-player[^]*<blockquote>/.test(read(laidOut)))
console.log(`          before formatting both gave the element: ${before}`)
process.exit(before && after ? 0 : 1)
JS
if timeout 120 node run.mjs; then
  echo 'Still as stated.'
else
  echo 'Changed.' && exit 1
fi
