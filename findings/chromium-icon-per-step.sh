#!/usr/bin/env bash
#
# Guess: a page's icon is asked for once, and again at most after a reload. What a page writes into
# its own address (history.replaceState, as single-page apps do at each step, and once after a login
# to take the code out of it) loads nothing.
# Seen: Chromium asks for the icon again after each replaceState and pushState that changes the
# address, be it the fragment alone. Unless the icon says for how long it is fresh, each is a request to
# the server: with an ETag a 304, without one the whole icon. From the cache it is still decoded again,
# and an SVG is a document that is laid out on the page's main thread.
# Why it is no fault of the server: an answer without cache-control may be revalidated at any time,
# and the HTML standard lets a browser fetch icons when it likes; nothing tells that it does so here.
# Documented: that icons are fetched, not when. Seen headless; nothing is asked of the address bar.
set -euo pipefail

cannot() { echo "Cannot run: $1" && exit 2; }
node -e 'process.exit(process.versions.node.split(".")[0] < 20 ? 1 : 0)' ||
  cannot 'Node 20 or newer is needed.'
chromium=$(command -v chromium) || cannot "Chromium is missing (apt install chromium)."
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "type": "module" }' >package.json
npm install --loglevel error --no-audit --no-fund --ignore-scripts --save-exact --fetch-retries 0 \
  playwright-core@1.65.1 >/dev/null || cannot 'npm could not install the package.'
timeout 60 "$chromium" --headless --no-sandbox --user-data-dir=profile --dump-dom about:blank \
  >/dev/null 2>&1 || cannot 'Chromium does not start.'
cat >run.mjs <<'JS'
import { createServer } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { chromium } from 'playwright-core'

const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1H0z"/></svg>'
const browser = await chromium.launch({ executablePath: process.argv[2] })
/** How often the icon is asked for: until the page is there, and in five changes of its address. */
const asked = async (headers, change) => {
  let count = 0
  const server = createServer(({ url }, response) => {
    if (url !== '/icon.svg') {
      response.setHeader('content-type', 'text/html')
      return response.end('<title>app</title><link rel="icon" href="/icon.svg">')
    }
    count += 1
    response.writeHead(200, { 'content-type': 'image/svg+xml', ...headers }).end(svg)
  })
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready))
  const page = await (await browser.newContext()).newPage()
  await page.goto(`http://127.0.0.1:${server.address().port}/`)
  for (let patience = 50; count === 0 && patience > 0; patience -= 1) await wait(100)
  await wait(500)
  const first = count
  for (let step = 1; step <= 5; step += 1) {
    await page.evaluate(([how, n]) => history[how](null, '', `#step=${n}`), [change, step])
    await wait(600)
  }
  await page.close()
  server.close()
  return `${first} + ${count - first}`
}
const etag = { etag: '"1"' }
const seen = {
  replaced: await asked(etag, 'replaceState'),
  pushed: await asked(etag, 'pushState'),
  fresh: await asked({ ...etag, 'cache-control': 'max-age=3600' }, 'replaceState'),
}
console.log(`chromium ${browser.version()}`)
console.log('expected: one request for the icon, none for a step of the page (1 + 0)')
console.log(`seen:     five times replaceState: ${seen.replaced} | pushState: ${seen.pushed}`)
console.log(`          with max-age=3600:       ${seen.fresh}`)
await browser.close()
const asStated = seen.replaced === '1 + 5' && seen.pushed === '1 + 5' && seen.fresh === '1 + 0'
process.exit(asStated ? 0 : 1)
JS
if TMPDIR=$dir timeout 120 node run.mjs "$chromium"; then
  echo 'Still as stated.'
else
  echo 'Changed.' && exit 1
fi
