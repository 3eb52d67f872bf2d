import { terms, type Explanations } from './english.ts'
import type { Glossary, GlossaryRows, TermKind } from './term.ts'

const rowsOf = (kind: TermKind): GlossaryRows => terms[kind]

/** Names under which something may be known, the nearest first. */
const spellings = (kind: TermKind, name: string): readonly string[] => {
  if (kind === 'header' || kind === 'attribute') return [name.toLowerCase()]
  if (kind === 'cookie') return [name, name.replace(/[^.]*$/, '*')]
  if (kind === 'path') return [name, name.replace(/\/[\da-f]{8}-[\da-f-]{27}$/, '/*')]
  if (kind !== 'member') return [name]
  const parts = name.replaceAll(/\.\d+(?=\.|$)/g, '').split('.')
  const groups = parts.slice(0, -1).map((_, index) => `${parts.slice(0, index + 1).join('.')}.*`)
  return [parts.join('.'), parts.at(-1) ?? '', ...groups.toReversed()]
}

/** The glossary in the language of `explanations`; in English when they are left out. */
export const createGlossary =
  (explanations?: Explanations): Glossary =>
  (kind, name) => {
    const rows = rowsOf(kind)
    const known = spellings(kind, name).find((spelling) => Object.hasOwn(rows, spelling))
    const row = known === undefined ? undefined : rows[known]
    if (known === undefined || row === undefined) return null
    const [english, by, source] = row
    const foreign: Readonly<Record<string, string>> | undefined = explanations?.[kind]
    return { is: foreign?.[known] ?? english, by, source }
  }
