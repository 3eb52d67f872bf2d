#!/usr/bin/env bash
#
# Guess: every target of httpsnippet writes the request that the HAR describes, so the snippets for
# cURL and for fetch send the same form.
# Seen: fetch percent-encodes the parameters, cURL gets them with --data, which encodes nothing:
# redirect_uri=https://app.example/cb?next=1&tenant=2 arrives as two parameters. The value of a
# cookie is percent-encoded in both, so that a "%" in it is encoded twice.
# Why it is no fault of the HAR: it passes the package's own validation, and the HAR format gives a
# parameter as a value of its own, without a word about encoding. Who shows a token request "as
# cURL" shows one whose redirect_uri differs from the one at the start, which an authorization
# server has to refuse (RFC 6749, 4.1.3), and a cookie that nobody has set.
# Documented: not found.
set -euo pipefail

cannot() { echo "Cannot run: $1" && exit 2; }
node -e 'process.exit(process.versions.node.split(".")[0] < 20 ? 1 : 0)' ||
  cannot 'Node 20 or newer is needed.'
command -v curl >/dev/null || cannot "curl is missing."
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "type": "module" }' >package.json
npm install --loglevel error --no-audit --no-fund --ignore-scripts --save-exact --fetch-retries 0 \
  httpsnippet@3.0.10 >/dev/null || cannot 'npm could not install the packages.'

cat >run.mjs <<'JS'
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { promisify } from 'node:util'
import { HTTPSnippet } from 'httpsnippet'

const arrived = []
const server = createServer(async (request, response) => {
  let body = ''
  for await (const part of request) body += part
  arrived.push({ cookie: request.headers.cookie, form: Object.fromEntries(new URLSearchParams(body)) })
  response.end('{}')
}).listen(0, '127.0.0.1')
await once(server, 'listening')
const params = [{ name: 'redirect_uri', value: 'https://app.example/cb?next=1&tenant=2' }]
const snippet = await new HTTPSnippet({
  method: 'POST', url: `http://127.0.0.1:${server.address().port}/token`, httpVersion: 'HTTP/1.1',
  headers: [], queryString: [], cookies: [{ name: 'state', value: 'a%3Db' }], headersSize: -1, bodySize: -1,
  postData: { mimeType: 'application/x-www-form-urlencoded', params },
})
const run = promisify(execFile)
await run('bash', ['-c', String(await snippet.convert('shell', 'curl'))])
await run('node', ['--input-type=module', '-e', String(await snippet.convert('javascript', 'fetch'))])
const [curl, fetch] = arrived

console.log('httpsnippet 3.0.10')
console.log(`expected: both send redirect_uri=${params[0].value} and state=a%3Db`)
console.log(`seen:     curl sent ${JSON.stringify(curl)}`)
console.log(`          fetch sent ${JSON.stringify(fetch)}`)
const asStated = fetch.form.redirect_uri === params[0].value && curl.form.tenant === '2'
process.exit(asStated && arrived.every(({ cookie }) => cookie === 'state=a%253Db') ? 0 : 1)
JS
if timeout 120 node run.mjs; then
  echo 'Still as stated.'
else
  echo 'Changed.' && exit 1
fi
