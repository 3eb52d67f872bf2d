import './styles/page.css'
import { workflowBySlug } from '../scenarios/catalogue/index.ts'
import { keepAddress } from './address.ts'
import type { LoginLab } from './components/login-lab.ts'
import { defineElements } from './elements.ts'
import { hear } from './events.ts'
import { restoreTheme } from './theme.ts'

/** Tells the browser what page this is and in which language it speaks. */
const headPage = ({ view, workflow, words }: LoginLab): void => {
  document.documentElement.lang = words.language
  const title = view === 'start' ? undefined : workflowBySlug(workflow)?.title
  document.title = title === undefined ? 'Login Lab' : `${words.say(title)} · Login Lab`
}

const start = (): void => {
  restoreTheme()
  defineElements()
  const lab = document.createElement('login-lab')
  lab.keys = 'page'
  lab.greets = true
  keepAddress(lab)
  hear(lab, 'lab-spoken', () => headPage(lab))
  lab.addController({ hostUpdated: () => headPage(lab) })
  // The part is missing, not broken: the page as it stands goes on working.
  addEventListener('vite:preloadError', () => lab.miss())
  document.querySelector('main')?.replaceChildren(lab)
}

start()
