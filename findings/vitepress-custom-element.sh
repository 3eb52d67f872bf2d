#!/usr/bin/env bash
#
# Guess: a custom element in a Markdown page of VitePress, with a link inside for readers without
# scripts, is in the built HTML as any other HTML of the page; if not, the build says so.
#
# Seen: <!----> stands in its place, the link inside is gone as well, and the build prints no
# warning and ends with 0. Vue takes every name with a hyphen for a component of its own.
#
# Why it is no fault of the page: custom elements need that hyphen (HTML, "valid custom element
# name"), and content inside is how they serve readers without scripts, search engines and feeds.
# With isCustomElement in the compiler's options the element is kept.
#
# Documented: Vue, "Using Custom Elements in Vue", names isCustomElement and a warning at run time;
# that the element is missing from prerendered HTML without a word is not described there.
set -euo pipefail

cannot() { echo "Cannot run: $1" && exit 2; }
node -e 'process.exit(process.versions.node.split(".")[0] < 20 ? 1 : 0)' ||
  cannot 'Node 20 or newer is needed.'
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "type": "module" }' >package.json
npm install --loglevel error --no-audit --no-fund --ignore-scripts --save-exact --fetch-retries 0 \
  vitepress@1.6.4 vue@3.5.45 >/dev/null || cannot 'npm could not install the packages.'

build() {
  timeout 300 npx --no-install vitepress build "$1" >"$1.log" 2>&1
}
for site in plain told; do
  mkdir -p "$site/.vitepress"
  printf '%s\n\n' 'Before.' '<login-player><a href="/log-in">Watch</a></login-player>' 'After.' \
    >"$site/index.md"
done
cat >told/.vitepress/config.mjs <<'JS'
const compilerOptions = { isCustomElement: (name) => name === 'login-player' }
export default { vue: { template: { compilerOptions } } }
JS
echo 'vitepress 1.6.4, vue 3.5.45'
echo 'expected: the element and its link between the paragraphs, or a warning'
for site in plain told; do
  build "$site" || echo "The build of $site ended with $?."
done
seen() { grep -o '<p>Before.*After.</p>' "$1/.vitepress/dist/index.html" || true; }
echo "seen:     $(seen plain)"
echo "          warnings: $(grep -ciE 'warn|login-player|resolve component' plain.log || true)"
echo "          with isCustomElement: $(seen told)"
if [[ $(seen plain) == '<p>Before.</p><!----><p>After.</p>' && $(seen told) == *'<login-player><a'* ]] &&
  ! grep -qiE 'warn|login-player|resolve component' plain.log; then
  echo 'Still as stated.'
else
  echo 'Changed.' && exit 1
fi
