#!/usr/bin/env bash
#
# Guess: a call of FusionAuth's TypeScript client whose answer is 200 succeeds, whether the answer has
# a body or not.
# Seen: it succeeds without a body as long as there is no Content-Type either. With
# "Content-Type: application/json" and nothing after it the promise is rejected, and what it is
# rejected with says statusCode 200.
# Why it is no fault of the page or server: 200 with an empty body is good HTTP (RFC 9110, 15.3.1,
# lets its content be empty), and a proxy or a framework that adds a default Content-Type is common. An
# application that reports "FusionAuth refused: 200" has met it.
# Documented: nothing was found.
set -euo pipefail

cannot() { echo "Cannot run: $1" && exit 2; }
node -e 'process.exit(process.versions.node.split(".")[0] < 20 ? 1 : 0)' ||
  cannot 'Node 20 or newer is needed.'
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "type": "module" }' >package.json
npm install --loglevel error --no-audit --no-fund --ignore-scripts --save-exact --fetch-retries 0 \
  @fusionauth/typescript-client@1.69.0 >/dev/null || cannot 'npm could not install the packages.'

cat >run.mjs <<'JS'
import { once } from 'node:events'
import { createServer } from 'node:http'
import client from '@fusionauth/typescript-client'

const server = createServer(({ url }, response) => {
  if (url.includes('with-type')) response.setHeader('content-type', 'application/json')
  response.end()
}).listen(0, '127.0.0.1')
await once(server, 'listening')
const FusionAuthClient = client.FusionAuthClient ?? client.default.FusionAuthClient
const fusionAuth = new FusionAuthClient('key', `http://127.0.0.1:${server.address().port}`)

const seen = async (id) =>
  fusionAuth.deleteApplication(id).then(
    ({ statusCode }) => `resolves, statusCode ${statusCode}`,
    ({ statusCode, exception }) => `rejects, statusCode ${statusCode}, ${exception?.name}`,
  )
const [without, withType] = [await seen('without-type'), await seen('with-type')]

console.log('@fusionauth/typescript-client 1.69.0')
console.log('expected: resolves, statusCode 200, for both')
console.log(`seen:     200, no Content-Type, no body:     ${without}`)
console.log(`          200, application/json, no body:    ${withType}`)
server.close()
const asStated = without.startsWith('resolves') && withType.startsWith('rejects, statusCode 200')
process.exit(asStated ? 0 : 1)
JS
if timeout 120 node run.mjs; then
  echo 'Still as stated.'
else
  echo 'Changed.' && exit 1
fi
