import { workflowBySlug } from '../scenarios/catalogue/index.ts'
import type { LoginLab } from './components/login-lab.ts'

/** Tells the browser, at every change, what page this is and in which language it speaks. */
export const keepHeading = (lab: LoginLab): void => {
  const hostUpdated = (): void => {
    const { view, workflow, words } = lab
    document.documentElement.lang = words.language
    const title = view === 'start' ? undefined : workflowBySlug(workflow)?.title
    document.title = title === undefined ? 'Login Lab' : `${words.say(title)} · Login Lab`
  }
  lab.addController({ hostUpdated })
}
