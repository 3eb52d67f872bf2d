/** Compares a FusionAuth with what the stand-in leads to expect: `npm run compare -- --fusionauth URL`. */
import { playLesson } from '../../scenarios/engine/playing.ts'
import { workflows } from '../../scenarios/catalogue/index.ts'
import type { Profile } from '../../scenarios/model/client.ts'
import type { Difference } from '../../scenarios/model/difference.ts'
import type { RunRequest } from '../../scenarios/model/request.ts'
import type { Run } from '../../scenarios/model/run.ts'
import { ProvisioningFailed } from '../fusionauth/provision.ts'
import { openRun, type RunEnvironment } from '../run.ts'
import { WrongRequest } from '../wrong-request.ts'
import { complain, readArguments } from './command-line.ts'
import { readConfig } from './config.ts'
import { openCommandTenants } from './command-tenants.ts'
import { realEnvironment } from './real.ts'
import { sayEnglish } from '../../scenarios/i18n/en/index.ts'

const usage = `Usage: npm run compare -- [--fusionauth URL] [--lesson NAME] [--profile NAME] [--format text|json] [WORKFLOW…]

Runs the workflows (all, when none is named) at a FusionAuth, and lists message by message in what it
differs from the stand-in. Without --fusionauth it takes FUSIONAUTH_URL; the API key
stands in FUSIONAUTH_API_KEY. Each run has a tenant of its own there, which is taken away at its end.
JWTs that a lesson lets run out are really waited for: all workflows take some minutes.
Exit status: 0 when all was run, with or without differences; 1 when something could not be run.`

const config = {
  allowPositionals: true,
  options: {
    fusionauth: { type: 'string' },
    lesson: { type: 'string', default: 'tour' },
    profile: { type: 'string', default: 'fidelity' },
    format: { type: 'string', default: 'text' },
  },
} as const

/** What became of one workflow. */
interface Comparison {
  readonly workflow: string
  readonly messages: number
  readonly differences: readonly Difference[]
  /** Why it stopped before its end; null when it did not. */
  readonly problem: string | null
}

/** What one workflow alone lacks is no reason to leave the others out; then why it could not begin. */
const tryToOpen = async (
  request: RunRequest,
  environment: RunEnvironment,
): Promise<Run | string> => {
  try {
    return await openRun(request, environment)
  } catch (error) {
    if (error instanceof ProvisioningFailed) return error.message
    throw error
  }
}

const compare = async (
  workflow: string,
  lesson: string,
  profile: Profile,
  environment: RunEnvironment,
): Promise<Comparison> => {
  const run = await tryToOpen({ workflow, lesson, profile }, environment)
  if (typeof run === 'string') return { workflow, messages: 0, differences: [], problem: run }
  const played = await playLesson(run)
  const problem = played.ok ? null : sayEnglish(played.problem)
  const { trace, differences = [] } = run.state
  run.close()
  return { workflow, messages: trace.messages.length, differences, problem }
}

const line = ({ message, n, kind, sentence, reason }: Difference): string => {
  const place = n === null ? message : `${n} ${message}`
  return `  ${place} · ${kind}\n    ${sayEnglish(sentence)}${reason === null ? '' : `\n    No surprise: ${sayEnglish(reason)}`}\n`
}

const asText = ({ workflow, messages, differences, problem }: Comparison): string => {
  const open = differences.filter(({ reason }) => reason === null).length
  const count = `${differences.length} difference${differences.length === 1 ? '' : 's'}, ${open} without an explanation`
  const early = problem === null ? '' : `  Stopped early: ${problem}\n`
  return `${workflow}\n  ${messages} messages, ${count}\n${differences.map(line).join('')}${early}\n`
}

const main = async (): Promise<number> => {
  const found = readArguments(config, { command: 'npm run compare --', usage })
  if (typeof found === 'number') return found
  const { values, positionals } = found
  if (values.format !== 'text' && values.format !== 'json')
    return complain(`There is no format "${values.format}": text or json.`, 2)
  const address = values.fusionauth ?? process.env['FUSIONAUTH_URL'] ?? ''
  if (address === '')
    return complain('Say which FusionAuth: --fusionauth URL, or FUSIONAUTH_URL.', 2)
  const { FUSIONAUTH_API_KEY } = process.env
  const read = readConfig({ FUSIONAUTH_URL: address, FUSIONAUTH_API_KEY })
  if (!read.ok) return complain(read.problems.join('\n'), 1)
  for (const warning of read.config.warnings) complain(warning, 0)
  const { tenants, stopped } = openCommandTenants()
  const real = await realEnvironment(address, FUSIONAUTH_API_KEY, { tenants })
  if (!real.ok) return complain(real.problem, 1)
  const about = real.environment.real?.about.version ?? ''
  const playable = workflows.map(({ slug }) => slug)
  const slugs = positionals.length === 0 ? playable : positionals
  const done: Comparison[] = []
  try {
    for (const slug of slugs) {
      // A profile that is none is refused by the run itself, with the nearest one.
      const profile = values.profile as Profile
      const comparison = await compare(slug, values.lesson, profile, real.environment)
      // What was cut short says nothing of the FusionAuth.
      if (stopped.aborted) return 1
      done.push(comparison)
      if (values.format === 'text') {
        if (done.length === 1)
          process.stdout.write(`FusionAuth ${about} at ${address}, profile ${profile}\n\n`)
        process.stdout.write(asText(comparison))
      }
    }
  } catch (error) {
    if (error instanceof WrongRequest) return complain(sayEnglish(error.reason), 2)
    throw error
  } finally {
    await tenants.close()
  }
  if (values.format === 'json') process.stdout.write(`${JSON.stringify(done, null, 1)}\n`)
  const early = done.filter(({ problem }) => problem !== null)
  for (const { workflow, problem } of early) complain(`${workflow} stopped early: ${problem}`, 1)
  return early.length === 0 ? 0 : 1
}

// Whoever reads may have read enough, such as `head`; what was begun is finished all the same.
process.stdout.on('error', () => undefined)
process.exitCode = await main()
