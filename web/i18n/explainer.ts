import type { ReactiveControllerHost } from 'lit'
import type { Glossary } from '../../scenarios/glossary/term.ts'
import type { Words } from './catalogue.ts'
import type { Speaker } from './speaker.ts'

/** What names mean, in the language that is spoken around an element. */
export interface Explainer {
  /** Knows nothing until the glossary is there; then the element is drawn again. */
  readonly explain: Glossary
}

/** Fetches the glossary for an element, and again when its language changes. */
export const explainer = (host: ReactiveControllerHost, speaker: Speaker): Explainer => {
  let explain: Glossary = () => null
  let loaded: Words | null = null
  const load = async (words: Words): Promise<void> => {
    const glossary = await words.parts.glossary().catch(() => null)
    if (glossary === null || loaded !== words) return
    explain = glossary
    host.requestUpdate()
  }
  host.addController({
    hostUpdate: () => {
      const { words } = speaker
      if (words === loaded) return
      loaded = words
      void load(words)
    },
  })
  return {
    get explain() {
      return explain
    },
  }
}
