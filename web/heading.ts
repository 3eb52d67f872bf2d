import { workflowBySlug } from '../scenarios/catalogue/index.ts'
import type { LoginLab } from './components/login-lab.ts'

/** Tells the browser, at every change, what page this is and in which language it speaks. */
export const keepHeading = (lab: LoginLab): void => {
  const hostUpdated = (): void => {
    const { view, workflow, words } = lab
    // Set anew, even to the same language, it lays out the whole page anew.
    if (document.documentElement.lang !== words.language)
      document.documentElement.lang = words.language
    const about = view === 'play' || view === 'compare' ? workflowBySlug(workflow)?.title : undefined
    const title = about === undefined ? 'Login Lab' : `${words.say(about)} · Login Lab`
    if (document.title !== title) document.title = title
  }
  lab.addController({ hostUpdated })
}
