import { workflowBySlug } from '../scenarios/catalogue/index.ts'
import type { LoginLab } from './components/login-lab.ts'

/** What a page is about, in its title; '' for the first page. */
const aboutOf = ({ view, workflow, words }: LoginLab): string => {
  if (view === 'start') return ''
  if (view === 'choose' || view === 'matrix') return words.ui.start.ways[view][0]
  return words.say(workflowBySlug(workflow)?.title ?? '')
}

/** Tells the browser, at every change, what page this is and in which language it speaks. */
export const keepHeading = (lab: LoginLab): void => {
  const hostUpdated = (): void => {
    const { words } = lab
    // Set anew, even to the same language, it lays out the whole page anew.
    if (document.documentElement.lang !== words.language)
      document.documentElement.lang = words.language
    const about = aboutOf(lab)
    const title = about === '' ? 'Login Lab' : `${about} · Login Lab`
    if (document.title !== title) document.title = title
  }
  lab.addController({ hostUpdated })
}
