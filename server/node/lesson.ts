import { readFile } from 'node:fs/promises'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { attackLessons } from '../../scenarios/attacks/lessons.ts'
import { lessons, workflows } from '../../scenarios/catalogue/index.ts'
import { closestMatch } from '../../scenarios/closest-match.ts'
import { doAll } from '../../scenarios/engine/playing.ts'
import { sayEnglish } from '../../scenarios/i18n/en/index.ts'
import type { OwnLesson } from '../../scenarios/model/own-lesson.ts'
import type { Text } from '../../scenarios/model/text.ts'
import type { Lesson, Workflow } from '../../scenarios/model/workflow.ts'
import { type Deviation, deviationLine, deviationsOf } from '../../scenarios/own-lessons/claims.ts'
import { inLanguage } from '../../scenarios/own-lessons/language.ts'
import { readOwnLesson } from '../../scenarios/own-lessons/read.ts'
import { requestOf, worldOf } from '../../scenarios/own-lessons/world.ts'
import { readYaml } from '../../scenarios/own-lessons/yaml.ts'
import { openRun } from '../run.ts'
import { complain, readArguments } from './command-line.ts'
import { startingFile } from './lesson-template.ts'

const usage = `Usage: npm run -s lesson -- check FILE…
           plays each lesson on the stand-in and tells where it is wrong
       npm run -s lesson -- new WORKFLOW [--lesson NAME] [--language TAG]
           prints a file to begin with

Exit status: 0 when everything is as the lessons say; 1 when a run comes out otherwise, or stops
early; 2 when a file is no lesson, or a name does not exist.`

const config = {
  allowPositionals: true,
  options: {
    lesson: { type: 'string', default: 'tour' },
    language: { type: 'string', default: 'en' },
  },
} as const

const schema = fileURLToPath(new URL('../../scenarios/lesson.schema.json', import.meta.url))

const tell = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

/** A problem of a file as editors read it: with the place in front. */
const issueLine = (file: string, issue: Text): string => {
  const { params } = issue
  const place = 'line' in params ? `:${params.line}:${params.column}` : ''
  return `${file}${place}: ${sayEnglish(issue).replace(/^Line \d+, column \d+: /, '')}`
}

const noSuch = (kind: string, name: string, known: readonly string[]): string =>
  `There is no ${kind} "${name}". The nearest is "${closestMatch(name, known)}".`

/** Plays a lesson, and compares what it says with what happens. */
const play = async (file: string, text: string, lesson: OwnLesson): Promise<number> => {
  const { placeOf } = readYaml(text)
  const line = (deviation: Deviation): string => {
    const place = placeOf(deviation.keys, 'value')
    return `${file}:${place.line}:${place.column}: ${deviationLine(deviation)}`
  }
  const run = await openRun(requestOf(lesson), { own: worldOf(lesson), rehearse: false })
  const played = await doAll(run, lesson.events)
  const { trace } = run.state
  run.close()
  const deviations = deviationsOf(lesson, trace)
  if (!played.ok) {
    const at = trace.events.length
    const place = placeOf(['events', at], 'value')
    tell(`${file}:${place.line}:${place.column}: events[${at}]: ${sayEnglish(played.problem)}`)
  }
  for (const deviation of deviations) tell(line(deviation))
  if (deviations.length > 0 || !played.ok) return 1
  const { text: title } = inLanguage(lesson.title, [], lesson.language)
  const claims = lesson.claims?.length ?? 0
  tell(`${file}: “${title}”, ${trace.messages.length} messages, ${claims} claims: all as it says.`)
  return 0
}

const check = async (file: string): Promise<number> => {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    return complain(`${file}: ${error instanceof Error ? error.message : 'cannot be read'}.`, 2)
  }
  const read = await readOwnLesson(text)
  if (read.ok) return play(file, text, read.lesson)
  for (const issue of read.issues) tell(issueLine(file, issue))
  return 2
}

const checkAll = async (files: readonly string[]): Promise<number> => {
  if (files.length === 0) return complain('Name a file: npm run -s lesson -- check FILE…', 2)
  let status = 0
  for (const file of files) status = Math.max(status, await check(file))
  return status
}

const lessonsOf = (workflow: Workflow): readonly Lesson[] => [
  ...lessons(workflow),
  ...attackLessons(workflow),
]

const create = async (slug: string | undefined, name: string, language: string) => {
  const slugs = workflows.map((one) => one.slug)
  const workflow = workflows.find((one) => one.slug === slug)
  if (workflow === undefined) return complain(noSuch('workflow', slug ?? '', slugs), 2)
  const known = lessonsOf(workflow)
  const lesson = known.find((one) => one.name === name)
  if (lesson === undefined) {
    const names = known.map((one) => one.name)
    return complain(noSuch('lesson', name, names), 2)
  }
  const address = relative(process.cwd(), schema)
  process.stdout.write(await startingFile({ workflow, lesson, language, schema: address }))
  return 0
}

const main = async (): Promise<number> => {
  const found = readArguments(config, { command: 'npm run -s lesson --', usage })
  if (typeof found === 'number') return found
  const [verb = '', ...names] = found.positionals
  if (verb === 'check') return checkAll(names)
  if (verb === 'new' && names.length < 2)
    return create(names[0], found.values.lesson, found.values.language)
  return complain(`${usage.split('\n\n', 1)[0]}`, 2)
}

process.exitCode = await main()
