import type { Participant } from '../../../scenarios/model/participant.ts'
import type { Initiator } from '../../../scenarios/model/trace.ts'
import type { Arrow } from '../../../scenarios/projections/sequence.ts'
import type { Say } from '../../../scenarios/i18n/catalogue.ts'
import { labelText, protocolText } from '../../../scenarios/i18n/label.ts'

/** Width of a character of the monospaced face, as a share of the font size. */
const advance = 0.61

/** Most lines on an arrow. */
const most = 2

/** Cuts text into lines of at most `width` characters, at spaces where there are any. */
export const wrap = (text: string, width: number): readonly string[] => {
  const lines: string[] = []
  let rest = text.trim()
  while (rest.length > width && lines.length < most - 1) {
    const space = rest.lastIndexOf(' ', width)
    const at = space > 2 ? space : width
    lines.push(rest.slice(0, at).trim())
    rest = rest.slice(at).trim()
  }
  return [...lines, rest.length > width ? `${rest.slice(0, Math.max(1, width - 1))}…` : rest]
}

/** How developers' tools call what a page asks for without leaving it; an app asks for everything. */
const types: Readonly<Record<Initiator, string>> = {
  script: 'fetch',
  image: 'img',
  frame: 'iframe',
  app: '',
}

/** What begins a request, in a word; '' for a navigation, an answer, and what a server asks. */
export const typeOf = ({ kind, by }: Arrow): string =>
  kind === 'request' && by !== undefined ? types[by] : ''

/** The words on an arrow: with what begins it, where that is no navigation. */
export const wordsOn = (arrow: Arrow, say: Say): string =>
  `${typeOf(arrow)} ${labelText(arrow.label, say)}`.trim()

/** The lines of the words on an arrow so that they are no wider than the arrow and the lanes stay equal. */
export const labelLines =
  (participants: readonly Participant[], lane: number, fontSize: number) =>
  (arrow: Arrow, words: string): readonly string[] => {
    const distance = Math.abs(participants.indexOf(arrow.to) - participants.indexOf(arrow.from))
    const room = distance === 0 ? lane * 1.8 - 24 : distance * lane - 34
    return wrap(words, Math.max(4, Math.floor(room / (fontSize * advance))))
  }

/** For a narrow picture: the method or the status; nothing on a self arrow. */
export const shortLines = (arrow: Arrow): readonly string[] =>
  arrow.kind === 'self' ? [''] : [protocolText(arrow.label).split(' ', 1)[0] ?? '']
