#!/usr/bin/env bash
#
# Guess: a client id that is a UUID needs no encoding, so HTTP Basic is the Base64 of "id:secret" in
# every OAuth client library.
# Seen: openid-client writes every "-" of the UUID as "%2D" (and "+", "/", "=" of the secret as
# %2B, %2F, %3D); arctic sends both as they are. One client, two headers.
# Why it is no fault of the server: RFC 6749 (2.3.1, appendix B) has both form-encoded by HTML 4.01,
# where all but letters and digits becomes %HH; URLSearchParams leaves "-" as it is, and plain HTTP
# Basic (RFC 7617) encodes nothing. A server that compares what it was sent does not know a client
# of openid-client whose id is a UUID; one that decodes turns arctic's "+" into a blank. Who shows
# or builds a token endpoint meets both.
# Documented: by RFC 6749; the comments of both packages do not mention it.
set -euo pipefail

cannot() { echo "Cannot run: $1" && exit 2; }
node -e 'process.exit(process.versions.node.split(".")[0] < 20 ? 1 : 0)' ||
  cannot 'Node 20 or newer is needed.'
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "type": "module" }' >package.json
npm install --loglevel error --no-audit --no-fund --ignore-scripts --save-exact --fetch-retries 0 \
  openid-client@6.9.0 arctic@3.7.0 >/dev/null || cannot 'npm could not install the packages.'

cat >run.mjs <<'JS'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { OAuth2Client } from 'arctic'
import * as openid from 'openid-client'

const sent = []
const server = createServer(({ headers }, response) => {
  sent.push(String(Buffer.from(headers.authorization.slice('Basic '.length), 'base64')))
  response.setHeader('content-type', 'application/json')
  response.end('{ "access_token": "a", "token_type": "Bearer" }')
}).listen(0, '127.0.0.1')
await once(server, 'listening')
const issuer = `http://127.0.0.1:${server.address().port}`
const id = '10000000-0000-0000-0000-000000000002'
const secret = 'not+a/secret='

const metadata = { issuer, token_endpoint: `${issuer}/token` }
const config = new openid.Configuration(metadata, id, {}, openid.ClientSecretBasic(secret))
openid.allowInsecureRequests(config)
await openid.refreshTokenGrant(config, 'r')
await new OAuth2Client(id, secret, null).refreshAccessToken(metadata.token_endpoint, 'r', [])

console.log('openid-client 6.9.0, arctic 3.7.0')
console.log(`expected: ${id}:${secret} from both, or at least the same`)
console.log(`seen:     openid-client ${sent[0]}`)
console.log(`          arctic        ${sent[1]}`)
const encoded = `${id.replaceAll('-', '%2D')}:not%2Ba%2Fsecret%3D`
process.exit(sent[0] === encoded && sent[1] === `${id}:${secret}` ? 0 : 1)
JS
if timeout 120 node run.mjs; then
  echo 'Still as stated.'
else
  echo 'Changed.' && exit 1
fi
