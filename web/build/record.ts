import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { workflows } from '../../scenarios/catalogue/index.ts'
import type { LanguageTag } from '../../scenarios/i18n/language.ts'
import { excerptOf, type CompactRecording } from '../../scenarios/recorded/compact.ts'
import { sequenceOf } from '../../scenarios/projections/sequence.ts'
import { complain, readArguments } from '../../server/node/command-line.ts'
import { leavesOf } from '../features/diagram/draw.ts'
import type { ChapterStructure, Measures } from '../features/diagram/layout.ts'
import { settingOf, sizes } from '../features/diagram/setting.ts'
import { differsFromMermaid, measure } from './measure.ts'
import { playAll, recordingOf, wordsOf } from './recordings.ts'

const usage = `Usage: npm run record -- [--check]

Plays every lesson of every workflow on the stand-in, and writes what an embedded player needs of it
to web/recordings; asks Mermaid for its layout, and writes its measures beside the diagram.
--check writes nothing, and says which of these files are out of date.
Exit status: 0; 1 when a file is out of date, or Mermaid lays out a diagram otherwise than a page does.`

const config = { options: { check: { type: 'boolean' } } } as const

const languages: readonly LanguageTag[] = ['en', 'es']

/** A file that is made here, by its path in `web/`. */
interface Made {
  readonly path: string
  readonly text: string
}

/** A message a line, so that a change of one is one line in a comparison. */
const recordingText = ({ messages, lessons, ...rest }: CompactRecording): string => {
  const lines = messages.map((message) => `    ${JSON.stringify(message)}`).join(',\n')
  const played = Object.entries(lessons)
    .map(([name, lesson]) => `    ${JSON.stringify(name)}: ${JSON.stringify(lesson)}`)
    .join(',\n')
  const head = JSON.stringify(rest, null, 2).replace(/\n\}$/, '')
  return `${head},\n  "messages": [\n${lines}\n  ],\n  "lessons": {\n${played}\n  }\n}\n`
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** Widths at which a page draws: a wide and a narrow one. */
const rooms = [900, 380]

/** How the chapters of these recordings are built, each once, by font size. */
const structuresOf = (
  recordings: readonly CompactRecording[],
): ReadonlyMap<string, readonly [ChapterStructure, number]> => {
  const found = new Map<string, readonly [ChapterStructure, number]>()
  for (const recording of recordings)
    for (const lesson of Object.keys(recording.lessons)) {
      const trace = excerptOf(recording, lesson, 'en')?.trace
      if (trace === undefined) continue
      const sequence = sequenceOf({ trace, plan: [], plannedDividers: [] })
      for (const room of rooms) {
        const setting = settingOf(room, trace.participants, { say: () => '·' })
        for (const { structure } of leavesOf(sequence, setting)) {
          const arrows = structure.arrows.map(({ isSelf, lines }) => ({
            isSelf,
            lines: lines.map(() => '·'),
          }))
          const built = { notes: structure.notes, arrows }
          found.set(JSON.stringify([built, setting.fontSize]), [built, setting.fontSize])
        }
      }
    }
  return found
}

const playEvery = async (): Promise<readonly CompactRecording[]> => {
  const recordings: CompactRecording[] = []
  for (const workflow of workflows) recordings.push(recordingOf(workflow, await playAll(workflow)))
  return recordings
}

type Measured = Readonly<Record<string, Measures>>

const measureAll = async (): Promise<Measured> => {
  const measured: Record<string, Measures> = {}
  for (const { fontSize } of Object.values(sizes).toSorted((a, b) => a.fontSize - b.fontSize))
    measured[fontSize] = await measure(fontSize)
  return measured
}

/** Most sentences of one kind that are printed. */
const mostProblems = 5

/** Sentences on what Mermaid lays out otherwise than a page. */
const layoutProblems = async (
  structures: Iterable<readonly [ChapterStructure, number]>,
  measured: Measured,
): Promise<readonly string[]> => {
  const problems: string[] = []
  for (const [structure, fontSize] of structures) {
    const measures = measured[fontSize]
    if (measures === undefined || problems.length >= mostProblems) continue
    const problem = await differsFromMermaid(structure, fontSize, measures)
    if (problem !== null) problems.push(problem)
  }
  return problems
}

const fileOf = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))

const isAsWritten = ({ path, text }: Made): boolean => {
  try {
    return readFileSync(fileOf(path), 'utf8') === text
  } catch {
    return false
  }
}

const write = ({ path, text }: Made): void => {
  mkdirSync(dirname(fileOf(path)), { recursive: true })
  writeFileSync(fileOf(path), text)
}

const main = async (): Promise<number> => {
  const found = readArguments(config, { command: 'npm run record --', usage })
  if (typeof found === 'number') return found
  const begun = performance.now()
  const recordings = await playEvery()
  const measured = await measureAll()
  const made: readonly Made[] = [
    { path: 'features/diagram/measures.json', text: json(measured) },
    ...recordings.map((recording) => ({
      path: `recordings/${recording.workflow}.json`,
      text: recordingText(recording),
    })),
    ...languages.map((language) => ({
      path: `recordings/words.${language}.json`,
      text: json(wordsOf(language, recordings)),
    })),
  ]
  const stale = made.filter((one) => !isAsWritten(one))
  if (found.values.check === true && stale.length > 0)
    return complain(
      ['Recordings are out of date; run `npm run record`.', ...stale.map(({ path }) => path)].join(
        '\n',
      ),
      1,
    )
  for (const one of stale) write(one)
  const structures = structuresOf(recordings)
  const problems = await layoutProblems(structures.values(), measured)
  if (problems.length > 0) return complain(problems.join('\n'), 1)
  const lessons = recordings.reduce((sum, one) => sum + Object.keys(one.lessons).length, 0)
  const seconds = ((performance.now() - begun) / 1_000).toFixed(0)
  process.stdout.write(
    `${lessons} lessons of ${recordings.length} workflows are recorded, ${structures.size} chapters laid out as Mermaid does: ${stale.length} files changed, ${seconds} s.\n`,
  )
  return 0
}

process.exitCode = await main()
