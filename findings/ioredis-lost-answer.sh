#!/usr/bin/env bash
#
# Guess: a command whose answer is lost with the connection rejects, because nobody knows whether it
# was done; both Redis clients for Node say so.
# Seen: redis rejects. ioredis sends the command a second time and resolves with the second answer:
# GETDEL of a code that was there, and is used up now, resolves with null, as if it had never been.
# Why it matters to logins: GETDEL is a good way to redeem a one-time code. After a short break of
# the line the user is told that the code is wrong, and the application has met no error.
# The little server below answers as Redis does and loses the first answer for each key.
# Documented: in the README of ioredis, autoResendUnfulfilledCommands, on by default, "most likely"
# for commands that block; that it holds for commands already done has to be inferred.
set -euo pipefail

cannot() { echo "Cannot run: $1" && exit 2; }
node -e 'process.exit(process.versions.node.split(".")[0] < 20 ? 1 : 0)' ||
  cannot 'Node 20 or newer is needed.'
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "type": "module" }' >package.json
npm install --loglevel error --no-audit --no-fund --ignore-scripts --save-exact --fetch-retries 0 \
  ioredis@6.0.0 redis@6.3.1 >/dev/null || cannot 'npm could not install the packages.'

cat >run.mjs <<'JS'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { Redis } from 'ioredis'
import { createClient } from 'redis'

const users = new Map([['ioredis', 'ada'], ['redis', 'ada']])
const lost = new Set()
const answer = ([name, key], socket) => {
  if (name.toUpperCase() === 'HELLO') return '%1\r\n+proto\r\n:3\r\n'
  if (name.toUpperCase() === 'INFO') return '$0\r\n\r\n'
  if (name.toUpperCase() !== 'GETDEL') return '+OK\r\n'
  const user = users.get(key)
  users.delete(key)
  if (lost.has(key)) return user ? `+${user}\r\n` : '_\r\n'
  lost.add(key)
  socket.destroy()
}
const server = createServer((socket) => {
  socket.on('error', () => {}).on('data', (data) => {
    for (const command of String(data).split(/^\*\d+\r\n/m).slice(1)) {
      const words = command.split('\r\n').filter((_, index) => index % 2 === 1)
      if (!socket.destroyed) socket.write(answer(words, socket) ?? '')
    }
  })
}).listen(0, '127.0.0.1')
await once(server, 'listening')
const { port } = server.address()
const told = (promise) =>
  promise.then((value) => `resolves: ${value}`, ({ message }) => `rejects: ${message}`)
const one = new Redis(port).on('error', () => {})
const other = createClient({ url: `redis://127.0.0.1:${port}` }).on('error', () => {})
await other.connect()
const seen = [await told(one.getdel('ioredis')), await told(other.getDel('redis'))]

console.log('ioredis 6.0.0, redis 6.3.1')
console.log('expected: both reject')
console.log(`seen:     ioredis ${seen[0]}`)
console.log(`          redis ${seen[1]}`)
process.exit(seen[0] === 'resolves: null' && seen[1].startsWith('rejects') ? 0 : 1)
JS
if timeout 120 node run.mjs; then
  echo 'Still as stated.'
else
  echo 'Changed.' && exit 1
fi
