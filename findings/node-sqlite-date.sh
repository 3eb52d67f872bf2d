#!/usr/bin/env bash
#
# Guess: a Date among the values of a prepared statement of node:sqlite is either stored or refused
# with an error, wherever it stands.
#
# Seen: as a later value it is refused; as the FIRST it is taken for the object of named parameters.
# It names none, the other values move up by one place, the last is NULL, and run() returns normally
# with 0 changes.
#
# Why it matters to logins: "UPDATE session SET ended = ? WHERE id = ?" with (new Date(), id) is how
# one would write a logout. It ends no session and raises no error; the same pair in the other order
# is refused as expected.
#
# Documented: node:sqlite, statement.run(namedParameters, …): the first argument may be an object.
# That a Date counts as one is not said there.
set -euo pipefail

cannot() { echo "Cannot run: $1" && exit 2; }
node -e 'process.exit(process.versions.node.split(".")[0] < 20 ? 1 : 0)' ||
  cannot 'Node 20 or newer is needed.'
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "type": "module" }' >package.json
npm install --loglevel error --no-audit --no-fund --ignore-scripts --save-exact --fetch-retries 0 \
  "node-$(node -p process.platform)-$(node -p process.arch)@24.21.0" >/dev/null ||
  cannot 'npm could not install the packages.'

cat >run.mjs <<'JS'
import { DatabaseSync } from 'node:sqlite'

const db = new DatabaseSync(':memory:')
db.exec("CREATE TABLE session (id TEXT, ended TEXT); INSERT INTO session VALUES ('s1', NULL)")
const attempt = (sql, ...values) => {
  try {
    return `${db.prepare(sql).run(...values).changes} changes`
  } catch (error) {
    return `error: ${error.message}`
  }
}
const first = attempt('UPDATE session SET ended = ? WHERE id = ?', new Date(), 's1')
const { ended } = db.prepare('SELECT ended FROM session').get()
const later = attempt('UPDATE session SET ended = ?2 WHERE id = ?1', 's1', new Date())

console.log(`node ${process.version}`)
console.log('expected: an error both times, or the date in the row')
console.log(`seen:     Date first: ${first}, session.ended is ${ended}`)
console.log(`          Date second: ${later}`)
process.exit(first === '0 changes' && ended === null && later.startsWith('error') ? 0 : 1)
JS
if timeout 120 node_modules/node-*/bin/node run.mjs; then
  echo 'Still as stated.'
else
  echo 'Changed.' && exit 1
fi
