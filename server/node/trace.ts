import { playLesson } from '../../scenarios/engine/playing.ts'
import { workflows } from '../../scenarios/catalogue/index.ts'
import { sayEnglish } from '../../scenarios/i18n/en/index.ts'
import { saySpanish } from '../../scenarios/i18n/es/index.ts'
import { closestMatch } from '../../scenarios/closest-match.ts'
import { english as englishStories } from '../../scenarios/narration/english.ts'
import { spanish as spanishStories } from '../../scenarios/narration/spanish.ts'
import type { Profile } from '../../scenarios/model/client.ts'
import type { RunRequest } from '../../scenarios/model/request.ts'
import type { Trace } from '../../scenarios/model/trace.ts'
import type { Json } from '../../scenarios/model/wire.ts'
import { english } from '../../scenarios/article/english.ts'
import { articleOf, type ArticleLanguage } from '../../scenarios/article/index.ts'
import { spanish } from '../../scenarios/article/spanish.ts'
import { cutTrace } from '../../scenarios/projections/cut.ts'
import { harText } from '../../scenarios/projections/har.ts'
import { mermaidText } from '../../scenarios/projections/mermaid.ts'
import { plantUmlText } from '../../scenarios/projections/plantuml.ts'
import { sequenceOf } from '../../scenarios/projections/sequence.ts'
import { openRun, type RunEnvironment } from '../run.ts'
import { WrongRequest } from '../wrong-request.ts'
import { complain, readArguments } from './command-line.ts'
import { openCommandTenants } from './command-tenants.ts'
import { realEnvironment } from './real.ts'
import type { LanguageTag } from '../../scenarios/i18n/language.ts'
import { parseJson } from '../../scenarios/model/json.ts'

const drawing = (trace: Trace) => sequenceOf({ trace, plan: [], plannedDividers: [] })

/** What a trace can be printed in: what it says, not what was said on the wire. */
const languages: Readonly<Record<LanguageTag, ArticleLanguage>> = {
  en: { words: english, stories: englishStories, say: sayEnglish },
  es: { words: spanish, stories: spanishStories, say: saySpanish },
}

type Print = (trace: Trace, language: ArticleLanguage) => string

/** What a trace can be printed as. */
const formats: Readonly<Record<string, Print>> = {
  json: (trace) => JSON.stringify(trace, null, 1),
  mermaid: (trace, { say }) => mermaidText(drawing(trace), say),
  plantuml: (trace, { say }) => plantUmlText(drawing(trace), say),
  har: (trace) => harText(trace),
  markdown: articleOf,
}

const usage = `Usage: npm run -s trace -- WORKFLOW [--format ${Object.keys(formats).join('|')}] [--lesson NAME] [--seed TEXT] [--profile NAME] [--defence NAME=VALUE]… [--until MESSAGE] [--language ${Object.keys(languages).join('|')}] [--fusionauth URL]
       npm run -s trace -- --list`

const config = {
  allowPositionals: true,
  options: {
    list: { type: 'boolean' },
    format: { type: 'string', default: 'json' },
    lesson: { type: 'string' },
    seed: { type: 'string' },
    profile: { type: 'string' },
    defence: { type: 'string', multiple: true },
    until: { type: 'string' },
    language: { type: 'string', default: 'en' },
    fusionauth: { type: 'string' },
  },
} as const

/** A name that does not exist, or what else is wrong with the command. */
const wrong = (problem: string): number => complain(problem, 2)

const named = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined

const noSuch = (kind: string, name: string, known: readonly string[]): string =>
  `There is no ${kind} "${name}". The nearest is "${closestMatch(name, known)}".`

/** The trace as it was after the message of this id or number; else why it is none. */
const cutAt = (trace: Trace, until: string | undefined): Trace | string => {
  if (until === undefined) return trace
  const ids = trace.messages.map(({ id }) => id)
  const n = /^\d+$/.test(until) ? Number(until) : ids.indexOf(until) + 1
  if (n >= 1 && n <= ids.length) return cutTrace(trace, n)
  return noSuch('message', until, /^\d+$/.test(until) ? [String(ids.length)] : ids)
}

/** `NAME=VALUE` pairs; a value is JSON where it can be read as such, else text. */
const defencesFrom = (pairs: readonly string[]): Readonly<Record<string, Json>> =>
  Object.fromEntries(
    pairs.map((pair) => {
      const [name = '', ...rest] = pair.split('=')
      const value = rest.join('=')
      return [name, parseJson(value) ?? value]
    }),
  )

/** Plays a run to its end, and prints its trace. */
const play = async (
  request: RunRequest,
  environment: RunEnvironment,
  print: (trace: Trace) => number,
  stopped?: AbortSignal,
): Promise<number> => {
  let run
  try {
    run = await openRun(request, environment)
  } catch (error) {
    if (stopped?.aborted === true) return 1
    if (error instanceof WrongRequest) return wrong(sayEnglish(error.reason))
    const why = error instanceof Error ? error.message : String(error)
    return complain(`The run could not begin: ${why}`, 1)
  }
  const played = await playLesson(run)
  const problem = played.ok ? null : sayEnglish(played.problem)
  const { trace } = run.state
  run.close()
  if (stopped?.aborted === true) return 1
  const status = print(trace)
  if (status !== 0 || problem === null) return status
  return complain(`The run stopped early: ${problem}`, 1)
}

/** Does so at a real FusionAuth, and takes the tenant away, also when it is told to stop. */
const playThere = async (
  address: string,
  request: RunRequest,
  print: (trace: Trace) => number,
): Promise<number> => {
  const { tenants, stopped } = openCommandTenants()
  const real = await realEnvironment(address, process.env['FUSIONAUTH_API_KEY'], { tenants })
  if (!real.ok) return wrong(real.problem)
  const status = await play(request, real.environment, print, stopped)
  await tenants.close()
  return status
}

const main = async (): Promise<number> => {
  const found = readArguments(config, { command: 'npm run -s trace --', usage })
  if (typeof found === 'number') return found
  const { values, positionals } = found
  if (values.list === true) {
    process.stdout.write(workflows.map(({ slug }) => `${slug}\n`).join(''))
    return 0
  }
  const [workflow, ...more] = positionals
  if (workflow === undefined || more.length > 0)
    return wrong('Name one workflow. npm run -s trace -- --list prints them all.')
  const format = named(formats, values.format)
  if (format === undefined) return wrong(noSuch('format', values.format, Object.keys(formats)))
  const language = named(languages, values.language)
  if (language === undefined)
    return wrong(noSuch('language', values.language, Object.keys(languages)))
  const { lesson, seed, profile, fusionauth } = values
  const { until } = values
  const print = (trace: Trace): number => {
    const shown = cutAt(trace, until)
    if (typeof shown === 'string') return wrong(shown)
    process.stdout.write(`${format(shown, language).trimEnd()}\n`)
    return 0
  }
  const request: RunRequest = {
    workflow,
    defences: defencesFrom(values.defence ?? []),
    ...(lesson === undefined ? {} : { lesson }),
    ...(seed === undefined ? {} : { seed }),
    // A name that is none is refused by the run itself, with the nearest one.
    ...(profile === undefined ? {} : { profile: profile as Profile }),
  }
  return fusionauth === undefined ? play(request, {}, print) : playThere(fusionauth, request, print)
}

process.exitCode = await main()
