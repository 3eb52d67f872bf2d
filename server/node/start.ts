import { workflows } from '../../scenarios/catalogue/index.ts'
import { loadAssets } from './assets.ts'
import { freshPages } from './build.ts'
import { readConfig, type Config } from './config.ts'
import { openerFor } from './open.ts'
import { startTelling } from './operations/start.ts'
import { openRunTenants, realEnvironment } from './real.ts'
import { serveLab } from './serve.ts'
import { type RunTenants, tidyInterval } from '../fusionauth/run-tenants.ts'
import type { Log } from './operations/log.ts'
import { openStore } from './store/open.ts'
import type { RunStore } from './store/store.ts'
import { whenToldToStop } from './stopping.ts'
import { buildProblem } from './write-problem.ts'

/** Longest wait at the start for a real FusionAuth, in milliseconds; the server starts in any case. */
const patience = 2000

const write = (text: string): void => {
  process.stderr.write(text)
}
const note = (line: string): void => write(`${line}\n`)

/** What is wrong with the real FusionAuth, if one is set and something is; a sentence or nothing. */
const checkFusionAuth = async ({ fusionauth }: Config, tenants: RunTenants): Promise<string> => {
  if (fusionauth === null) return ''
  const { url, apiKey } = fusionauth
  const late = new Promise<string>((done) => {
    setTimeout(done, patience, `FusionAuth at ${url} has not answered yet.`).unref()
  })
  const checked = realEnvironment(url, apiKey, { tenants }).then((real) =>
    real.ok ? '' : real.problem,
  )
  return Promise.race([checked, late])
}

/** The store of runs; null, and a sentence, when the file that was asked for cannot be used. */
const tryToOpen = ({ store, bounds }: Config, root: string, log: Log): RunStore | null => {
  try {
    return openStore(store, { root, lifetime: bounds.kept, most: bounds.keptRuns, log: log.warn })
  } catch (error) {
    const why = error instanceof Error ? error.message : ''
    log.error(
      `The file of LOGIN_LAB_STORE cannot be used (${why}). Name another one, or leave it out.`,
    )
    return null
  }
}

/**
 * Starts Login Lab: configuration, pages, server. Standard output gets one line, when it is ready.
 * Exit status 2 for a wrong setting, 1 when it could not build or listen, 0 after SIGINT or SIGTERM.
 *
 * @param root the folder of the clone
 */
export const start = async (root: string): Promise<void> => {
  const read = readConfig(process.env)
  if (!read.ok) {
    for (const problem of read.problems) note(problem)
    process.exitCode = 2
    return
  }
  const { config } = read
  const began = await startTelling(config.operations, write)
  if (!began.ok) {
    note(began.problem)
    process.exitCode = 1
    return
  }
  const { log, metrics, onAnswer } = began.telling
  for (const warning of config.warnings) log.warn(warning)

  const tenants = openRunTenants(config.bounds, log.warn)
  const [trouble, dist] = await Promise.all([
    checkFusionAuth(config, tenants),
    freshPages(root, log.info).catch((error: unknown) => {
      log.error(buildProblem(error))
    }),
  ])
  if (dist === undefined) {
    process.exitCode = 1
    return
  }
  if (trouble !== '') log.warn(`${trouble} Runs will say so until it does.`)

  const store = tryToOpen(config, root, log)
  if (store === null) {
    process.exitCode = 1
    return
  }
  const result = await serveLab(config, {
    store,
    openRun: openerFor(config, tenants),
    workflows: workflows.map(({ slug }) => slug),
    assets: loadAssets(dist, config.lessonOrigins),
    log: log.error,
    metrics,
    onAnswer,
  })
  if (!result.ok) {
    log.error(result.problem)
    process.exitCode = 1
    return
  }
  const { lab } = result
  const { fusionauth } = config
  if (fusionauth !== null)
    setInterval(() => {
      void realEnvironment(fusionauth.url, fusionauth.apiKey, { tenants })
    }, tidyInterval).unref()
  whenToldToStop(async () => {
    await lab.stop()
    await tenants.close()
  })
  process.stdout.write(`Login Lab is ready: ${lab.url}\n`)
}
