import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A place in the code that says that something is inferred, and the questions that it names. */
export interface Mark {
  readonly file: string
  /** How the place goes on, to find it by. */
  readonly text: string
  readonly asked: readonly string[]
}

/** Comments without their line breaks; where the word is only spoken of, it stands in quotes. */
const unbroken = (source: string): string => source.replaceAll(/\s*\n\s*(?:\*|\/\/)?\s*/g, ' ')

const questions = /^inferred(?:, asked: | \(asked: )("[^"]+"(?:, "[^"]+")*)\)/i

/** The marks of a source: `inferred (asked: "name")` or `(inferred, asked: "name", "another")`. */
export const marksIn = (file: string, source: string): readonly Mark[] => {
  const line = unbroken(source)
  return [...line.matchAll(/(?<![\w"])inferred(?![\w"])/gi)].map(({ index }) => {
    const text = line.slice(index, index + 200)
    const named = questions.exec(text)?.[1] ?? ''
    const asked = [...named.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name)
    return { file, text: text.slice(0, 60), asked }
  })
}

const room = fileURLToPath(new URL('../../../server/fusionauth/', import.meta.url))

/** The marks of all that knows FusionAuth's wire. */
export const marks = (): readonly Mark[] =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => marksIn(name, readFileSync(room + name, 'utf8')))
