#!/usr/bin/env bash
#
# Guess: an MCP client asks for the scopes that its host names, and the user is asked for consent where
# the server has a reason to.
# Seen: as soon as "offline_access" is among the scopes, the SDK adds prompt=consent to the
# authorization request. With the same scopes but that one it adds nothing.
# Why it is no fault of the server: OpenID Connect Core (11) makes a client that wants offline_access
# send prompt=consent, so a server that takes the parameter at its word asks the user at every login,
# whatever was agreed to before; one that does not know it passes it over. Who shows the login of an
# MCP host sees a page that nobody has asked for.
# Documented: by OpenID Connect Core; in the SDK a comment at the line says so, its README does not.
set -euo pipefail

cannot() { echo "Cannot run: $1" && exit 2; }
node -e 'process.exit(process.versions.node.split(".")[0] < 20 ? 1 : 0)' ||
  cannot 'Node 20 or newer is needed.'
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "type": "module" }' >package.json
npm install --loglevel error --no-audit --no-fund --ignore-scripts --save-exact --fetch-retries 0 \
  @modelcontextprotocol/sdk@1.32.2 >/dev/null || cannot 'npm could not install the packages.'

cat >run.mjs <<'JS'
import { startAuthorization } from '@modelcontextprotocol/sdk/client/auth.js'

const promptFor = async (scope) => {
  const { authorizationUrl } = await startAuthorization('https://login.example', {
    clientInformation: { client_id: 'host' },
    redirectUrl: 'http://127.0.0.1:9/callback',
    scope,
  })
  return authorizationUrl.searchParams.get('prompt')
}
const [plain, offline] = [await promptFor('openid'), await promptFor('openid offline_access')]

console.log('@modelcontextprotocol/sdk 1.32.2')
console.log('expected: no prompt for either, since the host names none')
console.log(`seen:     scope "openid": prompt ${plain}`)
console.log(`          scope "openid offline_access": prompt ${offline}`)
process.exit(plain === null && offline === 'consent' ? 0 : 1)
JS
if timeout 120 node run.mjs; then
  echo 'Still as stated.'
else
  echo 'Changed.' && exit 1
fi
