import { Composer, type CST, type Document, isMap, isNode, LineCounter, Parser, Scalar } from 'yaml'
import { type Text, textOf } from '../model/text.ts'
import { deepest, type FilePlace, type Key, type PlaceOf } from './nested.ts'

/** A file that was read as YAML 1.2, of which JSON is a part. */
export interface YamlFile {
  /** What is no YAML in it; the value says nothing then. */
  readonly problems: readonly Text[]
  readonly value: unknown
  readonly placeOf: PlaceOf
}

/** How often aliases may be followed: a few lines could stand for millions of values. */
const mostAliases = 50

const isToken = (value: unknown): value is CST.Token => typeof value === 'object' && value !== null

/** What stands directly in a token. */
const inside = (token: CST.Token): readonly CST.Token[] => {
  const value = 'value' in token ? token.value : undefined
  const items: readonly { readonly key?: unknown; readonly value?: unknown }[] =
    'items' in token ? token.items : []
  return [value, ...items.flatMap((item) => [item.key, item.value])].filter(isToken)
}

/** Whether it is nested deeper than is read: whoever composes it goes down by calling itself. */
const isTooDeep = (tokens: readonly CST.Token[]): boolean => {
  let level = tokens
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return true
    level = level.flatMap(inside)
  }
  return false
}

const placeAt = (counter: LineCounter, offset: number): FilePlace => {
  const { line, col } = counter.linePos(offset)
  return { line: Math.max(line, 1), column: Math.max(col, 1) }
}

/** Where a path leads: to the farthest part of it that is there. */
const offsetOf = (document: Document, path: readonly Key[], of: 'key' | 'value'): number => {
  for (let length = path.length; length >= 0; length -= 1) {
    const part = path.slice(0, length)
    const parent: unknown = document.getIn(part.slice(0, -1), true)
    const last = part.at(-1)
    const pair = isMap(parent)
      ? parent.items.find(({ key }) => key instanceof Scalar && String(key.value) === String(last))
      : undefined
    const node: unknown =
      of === 'key' && length === path.length && pair !== undefined
        ? pair.key
        : document.getIn(part, true)
    if (isNode(node) && node.range != null) return node.range[0]
  }
  return 0
}

const problem = (counter: LineCounter, offset: number, english: string): Text =>
  textOf('own-lesson.syntax', {
    ...placeAt(counter, offset),
    problem: textOf('verbatim', { english }),
  })

const none = (problems: readonly Text[]): YamlFile => ({
  problems,
  value: null,
  placeOf: () => ({ line: 1, column: 1 }),
})

/**
 * Reads a file as YAML. Only what JSON can hold comes of it: tags are refused, and so are several
 * documents in one file. The parser does not call itself, the composer does: what is nested too deep
 * never comes to it.
 */
export const readYaml = (text: string): YamlFile => {
  const counter = new LineCounter()
  const tokens = [...new Parser(counter.addNewLine).parse(text)]
  if (isTooDeep(tokens)) return none([textOf('own-lesson.too-deep', { most: deepest })])
  const composer = new Composer({ version: '1.2', merge: false, lineCounter: counter })
  const [document, more] = [...composer.compose(tokens, true, text.length)]
  if (document === undefined) return none([])
  const problems = [...document.errors, ...document.warnings].map(({ pos, message }) =>
    problem(counter, pos[0], message),
  )
  if (more !== undefined)
    problems.push(problem(counter, more.range[0], 'A lesson is one document, without another.'))
  const placeOf: PlaceOf = (path, of) => placeAt(counter, offsetOf(document, path, of))
  if (problems.length > 0) return { problems, value: null, placeOf }
  try {
    return { problems, value: document.toJS({ maxAliasCount: mostAliases }), placeOf }
  } catch (error) {
    const why = error instanceof Error ? error.message : ''
    return { problems: [problem(counter, 0, why)], value: null, placeOf }
  }
}
