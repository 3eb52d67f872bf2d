import type { Glossary } from '../../scenarios/glossary/term.ts'
import type { Translate } from '../../scenarios/languages/translator.ts'
import type { Message, Trace } from '../../scenarios/model/trace.ts'
import type { Stories } from '../../scenarios/narration/story.ts'
import type { english } from './english.ts'

/** Every text of the player; sentences with something in them are functions of it. */
export type Catalogue = typeof english

/** A language that the whole lab is written in, by its BCP 47 tag. */
export type Language = 'en' | 'es'

/** Words with the texts of an element that is loaded when it is first wanted, and brings them. */
export type WordsWith<Name extends string, Texts> = Omit<Words, 'ui'> & {
  readonly ui: Catalogue & Readonly<Record<Name, Texts>>
}

/** All that the lab says, in one language. */
export interface Words {
  readonly language: Language
  readonly ui: Catalogue
  /** One sentence on a message; '' while the stories are on their way. */
  readonly story: (message: Message, trace: Pick<Trace, 'messages'>) => string
  readonly loadStories: () => Promise<Stories>
  /** A sentence of the engine or the workflow tables, which are English. */
  readonly say: Translate
  /** What the names in messages mean; fetched when they are first shown. */
  readonly loadGlossary: () => Promise<Glossary>
}
