import { mkdir, stat, writeFile } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import type { Trace } from '../../scenarios/model/trace.ts'
import { complain, readArguments } from '../../server/node/command-line.ts'
import { forms, passageFile, type Form } from '../features/passage/forms.ts'
import { passageOf, type PassageRange } from '../features/passage/passage.ts'
import { themes } from '../features/passage/theme.ts'
import { timelineOf } from '../features/passage/timing.ts'
import { make, type Drawable } from './picture/make.ts'
import { rangeOf, readOptions, tooLongFor, type Options } from './picture/options.ts'
import { findTrace, sourceOf, speeches } from './picture/source.ts'

const usage = `Usage: npm run -s picture -- WORKFLOW [--lesson NAME] [--from MESSAGE] [--to MESSAGE]
           [--form ${[...forms, 'all'].join('|')}] [--language ${Object.keys(speeches).join('|')}] [--theme ${Object.keys(themes).join('|')}] [--pace read|play] [--out PLACE]
       npm run -s picture -- TRACE.json [the same options, without --lesson]

Makes a passage of a login as a picture: a contact sheet (svg, png), an animated picture (gif, webm), its
captions (vtt), the alternative text (alt), and the code for a page (html).

MESSAGE   a number, an id such as login.token-request, or a phase such as refresh. With one end only, the
          rest of its phase; with none, the attack of an attack's lesson, else the first login.
PLACE     a folder, or the name of the file when there is one; else the current folder.
--pace    read: each message is held until its sentence can be read; play: as the player holds it.

Standard output names each file. Exit status: 0; 2 when a name does not exist or a passage is too long;
1 when the run stopped early, or this machine cannot make the form.`

const config = {
  allowPositionals: true,
  options: {
    lesson: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    form: { type: 'string', default: 'svg' },
    language: { type: 'string', default: 'en' },
    theme: { type: 'string', default: 'light' },
    pace: { type: 'string', default: 'read' },
    out: { type: 'string', default: '.' },
  },
} as const

/** The file that a form is written to. */
const fileFor = async (out: string, name: string, isAlone: boolean): Promise<string> => {
  const isFolder = (await stat(out).catch(() => null))?.isDirectory() === true
  if (isFolder || out.endsWith('/') || !isAlone || extname(out) === '') return join(out, name)
  return out
}

const drawableOf = (
  trace: Trace,
  range: PassageRange,
  made: readonly Form[],
  { language, theme, pace }: Options,
): Drawable => {
  const nameOf = (form: Form): string | null =>
    made.includes(form) ? passageFile(trace, range, form, { language, theme }) : null
  const passage = passageOf(sourceOf(trace, language), range)
  return {
    passage,
    timeline: timelineOf(passage, trace.participants, pace),
    words: speeches[language].words,
    theme: themes[theme],
    files: {
      still: nameOf('png') ?? nameOf('svg'),
      moving: nameOf('gif'),
      video: nameOf('webm'),
      captions: nameOf('vtt'),
    },
  }
}

const createProgress = (form: Form) => {
  const { isTTY } = process.stderr
  return (share: number): void => {
    if (!isTTY) return
    process.stderr.write(share < 1 ? `\r${form} ${Math.floor(share * 100)} %` : '\r\u001b[K')
  }
}

const writeAll = async (
  trace: Trace,
  range: PassageRange,
  wanted: readonly Form[],
  options: Options,
  out: string,
): Promise<number> => {
  const done: Form[] = []
  let status = 0
  for (const form of wanted) {
    const isAlone = wanted.length === 1
    // The page shows only what there is.
    const shown = form === 'html' && isAlone ? (['png', 'gif', 'vtt'] as const) : done
    const made = await make(form, drawableOf(trace, range, shown, options), createProgress(form))
    if ('problem' in made) {
      complain(`${form}: ${made.problem}`, 1)
      if (isAlone) status = 1
      continue
    }
    const file = await fileFor(out, passageFile(trace, range, form, options), isAlone)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, made.content)
    done.push(form)
    process.stdout.write(`${file}\n`)
  }
  return status
}

const main = async (): Promise<number> => {
  const found = readArguments(config, { command: 'npm run -s picture --', usage })
  if (typeof found === 'number') return found
  const { values, positionals } = found
  const [name, ...more] = positionals
  if (name === undefined || more.length > 0)
    return complain(
      'Name one workflow, or the file of a trace. npm run -s trace -- --list prints all workflows.',
      2,
    )
  const options = readOptions(values)
  if (!options.ok) return complain(options.problem, options.status)
  const trace = await findTrace(name, values.lesson)
  if (!trace.ok) return complain(trace.problem, trace.status)
  const range = rangeOf(trace.value, values)
  if (!range.ok) return complain(range.problem, range.status)
  const { form } = options.value
  const tooLong = (one: Form): string | null => tooLongFor(one, range.value)
  const problem = form === null ? null : tooLong(form)
  if (problem !== null) return complain(problem, 2)
  const wanted = form === null ? forms.filter((one) => tooLong(one) === null) : [form]
  for (const one of forms)
    if (form === null && tooLong(one) !== null) complain(tooLong(one) ?? '', 2)
  if (wanted.length === 0) return 2
  try {
    return await writeAll(trace.value, range.value, wanted, options.value, values.out)
  } catch (error) {
    return complain(
      `It could not be written: ${error instanceof Error ? error.message : String(error)}`,
      1,
    )
  }
}

process.exitCode = await main()
