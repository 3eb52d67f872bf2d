import { embeds } from './embeds/embeds.ts'
import { firstLoad } from './first-load.ts'
import { classroom } from './learners.ts'
import { linesPerRoom } from './rooms.ts'
import { warmStart } from './start.ts'
import { tokenServers } from './token-servers.ts'
import { playing } from './playing.ts'
import { seeks } from './seek.ts'
import { tours } from './tours.ts'
import { traffic } from './traffic.ts'
import { wholes } from './wholes.ts'

const wanted = process.argv.slice(2).map((word) => word.toLowerCase())

/**
 * `npm run bench`: figures for the notes, never for a test. Prints one table after another; with words
 * after `--` only those whose title has one of them.
 */
for (const [title, measure] of [
  ['One whole tour, milliseconds', tours],
  ['Between a page and its server', traffic],
  ['Fifty learners at once', classroom],
  ['All of it, seconds', wholes],
  ['From npm start to ready, warm, milliseconds', warmStart],
  ['First load of the page', firstLoad],
  ['An embedded player, beside Mermaid', embeds],
  ['Main-thread work of one seek, milliseconds', seeks],
  ['Longest task, milliseconds', playing],
  ['Tokens and code flows a second', tokenServers],
  ['Lines per room', linesPerRoom],
] as const) {
  if (wanted.length > 0 && !wanted.some((word) => title.toLowerCase().includes(word))) continue
  console.log(`\n${title}`)
  console.table(await measure())
}
