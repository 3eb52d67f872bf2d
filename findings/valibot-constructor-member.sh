#!/usr/bin/env bash
#
# Guess: a schema that takes any member by name (a record, a loose object, an object with a rest)
# hands on each member that its value schema takes, or says which it refused.
# Seen: members named "constructor" and "prototype" are left out without an issue, and the parse
# succeeds. The JSON Schema that is made of the same definition takes them, so two ends of one
# contract disagree: what a sender validated arrives without a part of it.
# Why it is no fault of the data: JSON has no names that mean anything (RFC 8259, section 4); claims,
# form fields and roles are named by others, and "constructor" is a trade.
# Documented: that prototype pollution is guarded against was not found on the pages of record,
# looseObject and objectWithRest.
set -euo pipefail

cannot() { echo "Cannot run: $1" && exit 2; }
node -e 'process.exit(process.versions.node.split(".")[0] < 20 ? 1 : 0)' ||
  cannot 'Node 20 or newer is needed.'
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "type": "module" }' >package.json
npm install --loglevel error --no-audit --no-fund --ignore-scripts --save-exact --fetch-retries 0 \
  valibot@1.5.0 @valibot/to-json-schema@1.8.0 ajv@8.20.0 >/dev/null ||
  cannot 'npm could not install the packages.'
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { toJsonSchema } from '@valibot/to-json-schema'
import * as v from 'valibot'

const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version
const roles = JSON.parse('{ "plumber": "read", "constructor": "write", "prototype": "read" }')
const schemas = {
  record: v.record(v.string(), v.string()),
  looseObject: v.looseObject({ plumber: v.string() }),
  objectWithRest: v.objectWithRest({ plumber: v.string() }, v.string()),
}
console.log(`valibot ${version('valibot')}, @valibot/to-json-schema ${version('@valibot/to-json-schema')}`)
console.log(`expected: ${Object.keys(roles)}, or an issue`)
const stated = Object.entries(schemas).map(([name, schema]) => {
  const { success, output } = v.safeParse(schema, roles)
  const taken = new Ajv().compile({ ...toJsonSchema(schema), $schema: undefined })(roles)
  console.log(`seen:     ${name}: ${success ? 'success' : 'issues'}, ${Object.keys(output)}; by its JSON Schema: ${taken}`)
  return success && taken && Object.keys(output).join() === 'plumber'
})
process.exit(stated.every(Boolean) ? 0 : 1)
JS
if node run.mjs; then
  echo 'Still as stated.'
else
  echo 'Changed.' && exit 1
fi
