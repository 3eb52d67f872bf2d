#!/usr/bin/env bash
#
# Guess: in a custom elements manifest, a reactive property of Lit that is declared with
# `state: true` is no attribute: Lit observes none for it and calls it internal.
# Seen: with --litelement the analyzer lists it among the attributes, while `attribute: false`
# is left out. An editor or a documentation made of the manifest offers an attribute that does
# nothing. The same run writes a "customElements" entry into package.json, without being asked.
# Why it is no fault of the element: the declaration is the one of Lit's guide for JavaScript,
# and the browser, asked for observedAttributes, does not name it.
# Documented: Lit, "Reactive properties", internal reactive state: no attribute is made.
set -euo pipefail

cannot() { echo "Cannot run: $1" && exit 2; }
node -e 'process.exit(process.versions.node.split(".")[0] < 20 ? 1 : 0)' ||
  cannot 'Node 20 or newer is needed.'
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "type": "module" }' >package.json
npm install --loglevel error --no-audit --no-fund --ignore-scripts --save-exact --fetch-retries 0 \
  @custom-elements-manifest/analyzer@0.11.0 lit@3.3.3 >/dev/null ||
  cannot 'npm could not install the packages.'
cat >login-box.js <<'JS'
import { LitElement } from 'lit'

export class LoginBox extends LitElement {
  static properties = { realm: {}, typed: { state: true }, user: { attribute: false } }
}
JS
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs'

globalThis.HTMLElement ??= class {}
const { LoginBox } = await import('./login-box.js')
const read = (file) => JSON.parse(readFileSync(file, 'utf8'))
const [{ attributes = [] }] = read('custom-elements.json').modules[0].declarations
const listed = attributes.map(({ name }) => name)
const observed = LoginBox.observedAttributes
const entry = read('package.json').customElements
console.log(`analyzer ${read('node_modules/@custom-elements-manifest/analyzer/package.json').version}, lit ${read('node_modules/lit/package.json').version}`)
console.log(`expected: attributes ${observed} (what Lit observes), package.json as it was`)
console.log(`seen:     attributes ${listed}; "customElements": ${JSON.stringify(entry)}`)
const asStated = listed.join() === 'realm,typed' && observed.join() === 'realm'
process.exit(asStated && entry === 'custom-elements.json' ? 0 : 1)
JS
npx --no-install cem analyze --litelement --globs login-box.js --quiet >/dev/null ||
  cannot 'the analyzer did not run.'
if node run.mjs; then
  echo 'Still as stated.'
else
  echo 'Changed.' && exit 1
fi
