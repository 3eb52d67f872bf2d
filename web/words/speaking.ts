import type { LoginLab } from '../components/login-lab.ts'
import { emit } from '../events.ts'
import type { Language } from './catalogue.ts'
import { loadWords } from './languages.ts'
import { provideWords } from './speaker.ts'

/** Lets a lab and all that is inside it speak a language, once its words are loaded. */
export class Speaking {
  readonly #lab: LoginLab
  readonly #spoken: ReturnType<typeof provideWords>

  constructor(lab: LoginLab) {
    this.#lab = lab
    this.#spoken = provideWords(lab)
  }

  /** A late answer to an older wish is dropped; without its words the language stays as it is. */
  async speak(language: Language): Promise<void> {
    const lab = this.#lab
    try {
      const words = await loadWords(language)
      if (language !== lab.language) return
      lab.words = words
      lab.lang = language
      this.#spoken.setWords(words)
      emit(lab, 'lab-spoken', words)
    } catch {
      lab.notice = lab.words.ui.lab.languageFailed
    }
  }
}
