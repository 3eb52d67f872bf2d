/**
 * A server over runs that cost nothing, as a process that is told to stop by signals. At its end it
 * says on standard error how many answers to POST it has made.
 */
import { readConfig } from '../../../server/node/config.ts'
import { serveLab } from '../../../server/node/serve.ts'
import { whenToldToStop } from '../../../server/node/stopping.ts'
import { createFakeRun } from '../fake-run.ts'

const read = readConfig(process.env)
if (!read.ok) throw new Error(read.problems.join(' '))
let answers = 0
const result = await serveLab(read.config, {
  openRun: async (options) => createFakeRun(options),
  workflows: ['webapp/one'],
  assets: new Map(),
  log: (line) => process.stderr.write(`${line}\n`),
  onAnswer: ({ method }) => {
    if (method === 'POST') answers += 1
  },
})
if (!result.ok) throw new Error(result.problem)
const { lab } = result
whenToldToStop(() => lab.stop())
process.on('exit', () => process.stderr.write(String(answers)))
process.stdout.write(lab.url)
