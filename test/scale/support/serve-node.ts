import { workflows } from '../../../scenarios/catalogue/index.ts'
import { readConfig } from '../../../server/node/config.ts'
import { openerFor } from '../../../server/node/open.ts'
import { serveLab } from '../../../server/node/serve.ts'
import { whenToldToStop } from '../../../server/node/stopping.ts'
import { openStore } from '../../../server/node/store/open.ts'

/** A node as `npm start` runs it, without the pages: they need not be built for what is asked here. */
const read = readConfig(process.env)
if (!read.ok) throw new Error(read.problems.join(' '))
const { config } = read
const log = (line: string): unknown => process.stderr.write(`${line}\n`)
const result = await serveLab(config, {
  openRun: openerFor(config),
  workflows: workflows.map(({ slug }) => slug),
  assets: new Map(),
  store: openStore(config.store, {
    root: process.cwd(),
    lifetime: config.bounds.kept,
    most: config.bounds.keptRuns,
    log,
  }),
  log,
})
if (!result.ok) throw new Error(result.problem)
whenToldToStop(() => result.lab.stop())
process.stdout.write(`ready ${result.lab.url}\n`)
