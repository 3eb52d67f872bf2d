#!/usr/bin/env bash
#
# Guess: a revocation endpoint that is not there (404, no body) is told as 404.
# Seen: simple-oauth2 tells 406, "The content-type is not JSON compatible". The error's output has
# nothing of the 404, which stands in error.data.res alone.
# Why it is no fault of the server: a server without RFC 7009 has no such page (FusionAuth has none),
# and an empty 404 is good HTTP. Who looks at the status of the error blames the format of an answer
# that was never given, and not the address.
# Documented: the package says that errors are those of @hapi/boom, whose status is meant for an answer
# of one's own server; the 406 is not mentioned.
set -euo pipefail

cannot() { echo "Cannot run: $1" && exit 2; }
node -e 'process.exit(process.versions.node.split(".")[0] < 20 ? 1 : 0)' ||
  cannot 'Node 20 or newer is needed.'
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "type": "module" }' >package.json
npm install --loglevel error --no-audit --no-fund --ignore-scripts --save-exact --fetch-retries 0 \
  simple-oauth2@5.1.0 >/dev/null || cannot 'npm could not install the packages.'

cat >run.mjs <<'JS'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { AuthorizationCode } from 'simple-oauth2'

const asked = []
const server = createServer(({ method, url }, response) => {
  asked.push(`${method} ${url}`)
  response.writeHead(404).end()
}).listen(0, '127.0.0.1')
await once(server, 'listening')
const client = new AuthorizationCode({
  client: { id: 'id', secret: 'secret' },
  auth: {
    tokenHost: `http://127.0.0.1:${server.address().port}`,
    tokenPath: '/token',
    revokePath: '/revoke',
  },
})
const token = client.createToken({ access_token: 'a', refresh_token: 'r' })
const error = await token.revoke('refresh_token').catch((thrown) => thrown)
const { statusCode } = error.output ?? {}

console.log('simple-oauth2 5.1.0')
console.log('expected: statusCode 404')
console.log(`seen:     ${asked.join()} was answered with 404 and no body`)
console.log(`          statusCode ${statusCode}: ${error.message}`)
server.close()
process.exit(statusCode === 406 ? 0 : 1)
JS
if timeout 120 node run.mjs; then
  echo 'Still as stated.'
else
  echo 'Changed.' && exit 1
fi
