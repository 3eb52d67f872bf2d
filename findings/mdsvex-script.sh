#!/usr/bin/env bash
#
# Guess: <script async src="https://…"></script> between two paragraphs of Markdown is HTML in
# Markdown: it stays between them and the browser loads it.
#
# Seen: mdsvex takes it, wherever it stands, for the script block of the Svelte component. The
# compiled page holds neither the script nor its address; the compiler only warns that an attribute
# is unknown (script_unknown_attribute), and the build goes through.
#
# Why it is no fault of the page: CommonMark keeps such a line as it is, and an empty script block is
# a valid component. Who pastes the embed code of a player into a SvelteKit article gets a page
# without a player. In <svelte:head> the same line is kept.
#
# Documented: mdsvex shows a script at the top of an article as that of the component; a script
# farther down, or with src, was not found.
set -euo pipefail

cannot() { echo "Cannot run: $1" && exit 2; }
node -e 'process.exit(process.versions.node.split(".")[0] < 20 ? 1 : 0)' ||
  cannot 'Node 20 or newer is needed.'
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "type": "module" }' >package.json
npm install --loglevel error --no-audit --no-fund --ignore-scripts --save-exact --fetch-retries 0 \
  mdsvex@0.12.8 svelte@5.57.3 >/dev/null || cannot 'npm could not install the packages.'

cat >run.mjs <<'JS'
import { compile as fromMarkdown } from 'mdsvex'
import { compile, VERSION } from 'svelte/compiler'

const script = '<script async src="https://login.example/embed.js" data-workflow="log-in"></script>'
const compiled = async (markdown) => compile((await fromMarkdown(markdown)).code, { generate: 'server' })
const inText = await compiled(`Before.\n\n${script}\n\nAfter.\n`)
const inHead = await compiled(`<svelte:head>${script}</svelte:head>\n\nBefore.\n\nAfter.\n`)

console.log(`mdsvex 0.12.8, svelte ${VERSION}`)
console.log('expected: the compiled page has the script between the two paragraphs')
console.log(`seen:     ${inText.js.code.match(/push\(.*\)/)?.[0]}`)
console.log(`          warnings: ${[...new Set(inText.warnings.map(({ code }) => code))].join(', ')}`)
console.log(`          in <svelte:head> the address is kept: ${inHead.js.code.includes('embed.js')}`)
const swallowed = inText.js.code.includes('After.') && !inText.js.code.includes('embed.js')
process.exit(swallowed && inHead.js.code.includes('embed.js') ? 0 : 1)
JS
if timeout 120 node run.mjs; then
  echo 'Still as stated.'
else
  echo 'Changed.' && exit 1
fi
