#!/usr/bin/env bash
#
# Guess: the React SDK of FusionAuth is logged in as long as the cookie app.at_exp says: for 30 days
# if access tokens live for 30 days.
# Seen: with 24 days it stays logged in; with 25 it is logged in at first and logged out in the next
# moment. Its one timer counts to the expiry, and a timer takes 2^31-1 ms (24.8 days) at most; a
# longer one fires at once.
# Why it is no fault of the page: the lifetime of an access token is a setting of the server, and the
# page only draws what the SDK says: "Log in", to a user whose token is good for weeks.
# (Run here in happy-dom, whose timers are Node's; the warning about them is Node's as well.)
# Documented: Node describes the limit of setTimeout; for the SDK nothing was found.
set -euo pipefail

cannot() { echo "Cannot run: $1" && exit 2; }
node -e 'process.exit(process.versions.node.split(".")[0] < 20 ? 1 : 0)' ||
  cannot 'Node 20 or newer is needed.'
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "type": "module" }' >package.json
npm install --loglevel error --no-audit --no-fund --ignore-scripts --save-exact --fetch-retries 0 \
  @fusionauth/react-sdk@2.7.0 react@19.3.1 react-dom@19.3.1 happy-dom@21.0.4 >/dev/null ||
  cannot 'npm could not install the packages.'

cat >run.mjs <<'JS'
import { setTimeout as wait } from 'node:timers/promises'
import { Window } from 'happy-dom'

const window = new Window({ url: 'https://app.example/' })
for (const name of ['document', 'location', 'localStorage', 'navigator'])
  Object.defineProperty(globalThis, name, { value: window[name], configurable: true })
globalThis.window = window
const { createElement } = await import('react')
const { createRoot } = await import('react-dom/client')
const { FusionAuthProvider, useFusionAuth } = await import('@fusionauth/react-sdk')

const shown = async (days) => {
  document.cookie = `app.at_exp=${Math.floor(Date.now() / 1000) + days * 86_400}; path=/`
  const seen = []
  const Page = () => void seen.push(useFusionAuth().isLoggedIn)
  const root = createRoot(document.body.appendChild(document.createElement('div')))
  const urls = { serverUrl: 'https://login.example', redirectUri: 'https://app.example/' }
  root.render(createElement(FusionAuthProvider, { clientId: 'app', ...urls }, createElement(Page)))
  await wait(1000)
  root.unmount()
  return seen
}
const [shorter, longer] = [await shown(24), await shown(25)]

console.log('@fusionauth/react-sdk 2.7.0, react 19.3.1, happy-dom 21.0.4')
console.log('expected: isLoggedIn is true with 24 days left, and with 25')
console.log(`seen:     24 days: ${shorter.join(', then ')}`)
console.log(`          25 days: ${longer.join(', then ')}`)
process.exit(shorter.at(-1) === true && longer[0] === true && longer.at(-1) === false ? 0 : 1)
JS
if timeout 120 node run.mjs; then
  echo 'Still as stated.'
else
  echo 'Changed.' && exit 1
fi
