import type { Say } from '../../scenarios/i18n/catalogue.ts'
import type { Glossary } from '../../scenarios/glossary/term.ts'
import type { Stories } from '../../scenarios/narration/story.ts'
import type { ArticleWords } from '../../scenarios/article/words.ts'
import type { Message, Trace } from '../../scenarios/model/trace.ts'
import type { ChooserWords } from '../features/chooser/words.en.ts'
import type { ClientsWords } from '../features/clients/words.en.ts'
import type { compare } from '../features/compare/words.en.ts'
import type { DefendWords } from '../features/defend/words.en.ts'
import type { MatrixWords } from '../features/matrix/words.en.ts'
import type { predict } from '../features/predict/words.en.ts'
import type { share } from '../features/share/words.en.ts'
import type { tour } from '../features/tour/words.en.ts'
import type { english } from './english.ts'

/** Every text of the player; sentences with something in them are functions of it. */
export type Catalogue = typeof english

/** What a language says of its own where it is wanted; each part is fetched then. */
export interface WordParts {
  readonly stories: Stories
  /** What the names in messages mean. */
  readonly glossary: Glossary
  readonly article: ArticleWords
  readonly defend: DefendWords
  readonly matrix: MatrixWords
  readonly clients: ClientsWords
  readonly chooser: ChooserWords
  readonly compare: typeof compare
  readonly predict: typeof predict
  readonly share: typeof share
  readonly tour: typeof tour
}

/** Words with the texts of an element that is loaded when it is first wanted, and brings them. */
export type WordsWith<Part extends keyof WordParts> = Omit<Words, 'ui'> & {
  readonly ui: Catalogue & Pick<WordParts, Part>
}

/** All that the lab says, in one language: whoever adds one writes this. */
export interface Words {
  /** BCP 47 tag. */
  readonly language: string
  readonly ui: Catalogue
  /** One sentence on a message; '' while the stories are on their way. */
  readonly story: (message: Message, trace: Pick<Trace, 'messages'>) => string
  /** What a run says of itself, and what the tables of workflows and attacks say. */
  readonly say: Say
  /**
   * Texts of any shape that call the applications by the names that an own lesson gives them; absent
   * where they have the usual ones.
   */
  readonly rename?: <Texts>(texts: Texts) => Texts
  readonly parts: { readonly [Part in keyof WordParts]: () => Promise<WordParts[Part]> }
}

/** A language that can be chosen. */
export interface Language {
  /** BCP 47 tag, without a region. */
  readonly tag: string
  /** What it calls itself. */
  readonly name: string
  /** Rejects when the words cannot be loaded. */
  readonly load: () => Promise<Words>
}

export type CompareWords = WordsWith<'compare'>
export type PredictWords = WordsWith<'predict'>
export type ShareWords = WordsWith<'share'>
