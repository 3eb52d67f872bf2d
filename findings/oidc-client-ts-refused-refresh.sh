#!/usr/bin/env bash
#
# Guess: a user whose refresh token was revoked is gone once a refresh has been refused: getUser() gives
# null, as after a logout.
# Seen: signinSilent() rejects with invalid_grant, and getUser() still gives the user as before, with
# the tokens.
# Why it is no fault of the server: it has said invalid_grant, for good. A page that draws "logged in"
# by getUser() goes on drawing it; it has to catch the refusal, or listen for it, and to call
# removeUser() itself.
# Documented: not for this case; removeUser() is, and the event addSilentRenewError.
set -euo pipefail

cannot() { echo "Cannot run: $1" && exit 2; }
node -e 'process.exit(process.versions.node.split(".")[0] < 20 ? 1 : 0)' ||
  cannot 'Node 20 or newer is needed.'
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "type": "module" }' >package.json
npm install --loglevel error --no-audit --no-fund --ignore-scripts --save-exact --fetch-retries 0 \
  oidc-client-ts@3.5.0 >/dev/null || cannot 'npm could not install the packages.'

cat >run.mjs <<'JS'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { InMemoryWebStorage, User, UserManager, WebStorageStateStore } from 'oidc-client-ts'

const server = createServer((request, response) => {
  const authority = `http://${request.headers.host}`
  const isToken = request.url === '/token'
  response.writeHead(isToken ? 400 : 200, { 'content-type': 'application/json' })
  response.end(
    JSON.stringify(
      isToken
        ? { error: 'invalid_grant' }
        : {
            issuer: authority,
            authorization_endpoint: `${authority}/authorize`,
            token_endpoint: `${authority}/token`,
          },
    ),
  )
}).listen(0, '127.0.0.1')
await once(server, 'listening')
const manager = new UserManager({
  authority: `http://127.0.0.1:${server.address().port}`,
  client_id: 'app',
  redirect_uri: 'https://app.example/callback',
  userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
  stateStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
})
await manager.storeUser(
  new User({
    access_token: 'a',
    refresh_token: 'revoked',
    token_type: 'Bearer',
    scope: 'openid',
    expires_at: Math.floor(Date.now() / 1000) + 3600,
    profile: { sub: 'ada' },
  }),
)
const refused = await manager.signinSilent().catch((thrown) => thrown.error)
const user = await manager.getUser()

console.log('oidc-client-ts 3.5.0')
console.log('expected: the refresh is refused, then getUser() gives null')
console.log(`seen:     the refresh is refused: ${refused}`)
console.log(`          getUser() gives ${user === null ? 'null' : `the user ${user.profile.sub}`}`)
server.close()
process.exit(refused === 'invalid_grant' && user?.profile.sub === 'ada' ? 0 : 1)
JS
if timeout 120 node run.mjs; then
  echo 'Still as stated.'
else
  echo 'Changed.' && exit 1
fi
