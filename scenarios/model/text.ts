import type { ChoiceTexts } from './texts/choices.ts'
import type { CookieTexts } from './texts/cookies.ts'
import type { DecisionTexts } from './texts/decisions.ts'
import type { DifferenceTexts } from './texts/differences.ts'
import type { NetworkTexts } from './texts/network.ts'
import type { NoteTexts } from './texts/notes.ts'
import type { OwnLessonTexts } from './texts/own-lessons.ts'
import type { PageTexts } from './texts/page.ts'
import type { ProblemTexts } from './texts/problems.ts'
import type { RareNoteTexts } from './texts/rare-notes.ts'
import type { RecordingTexts } from './texts/recordings.ts'
import type { SetupTexts } from './texts/setup.ts'
import type { TableTexts } from './texts/tables.ts'
import type { TitleTexts } from './texts/titles.ts'

import type { None } from './texts/param.ts'

/** The params of every text, by its code. Each language has an entry for each (`catalogue.ts`). */
export interface TextParams
  extends
    ChoiceTexts,
    CookieTexts,
    DecisionTexts,
    DifferenceTexts,
    NetworkTexts,
    NoteTexts,
    OwnLessonTexts,
    PageTexts,
    ProblemTexts,
    RareNoteTexts,
    RecordingTexts,
    SetupTexts,
    TableTexts,
    TitleTexts {
  /** Several sentences, one after the other. */
  readonly sentences: { readonly each: readonly Text[] }
  /** An English sentence that has no code: of a trace of version 1, or of an error from elsewhere. */
  readonly verbatim: { readonly english: string }
  /** What somebody else said, or a name: the same in every language. */
  readonly quoted: { readonly text: string }
}

export type TextCode = keyof TextParams

/**
 * Something that a run says to a learner: a reason, a problem, the words on an arrow. Plain data, the
 * same in every language.
 */
export type Text = {
  readonly [Code in TextCode]: { readonly code: Code; readonly params: TextParams[Code] }
}[TextCode]

/** Why nobody answered, or why an answer could not be used; or what somebody else said of it. */
export type NetworkText = Extract<Text, { readonly code: keyof NetworkTexts | 'quoted' }>

/** The words on an arrow: as they stand in the protocol (`POST /oauth2/token`), or a text of ours. */
export type Label = string | Text

type Given<Code extends TextCode> = TextParams[Code] extends None ? [] : [params: TextParams[Code]]

/** Makes a text; what params it takes depends on its code. */
export const textOf = <Code extends TextCode>(
  code: Code,
  ...[params]: Given<Code>
): Extract<Text, { readonly code: Code }> =>
  // TypeScript does not follow a code through a union.
  ({ code, params: params ?? {} }) as Extract<Text, { readonly code: Code }>
