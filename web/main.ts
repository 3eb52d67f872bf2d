import './ui/styles/page.css'
import { followTitle } from './app/document-title.ts'
import { followAddress } from './app/follow-address.ts'
import { defineElements } from './app/elements.ts'
import { restoreTheme } from './ui/theme.ts'

const start = (): void => {
  restoreTheme()
  defineElements()
  const lab = document.createElement('login-lab')
  lab.dispatch({ type: 'configure', options: { keys: 'page', greets: true } })
  followAddress(lab)
  followTitle(lab)
  // A part that cannot be loaded is missing, not broken: the page as it stands goes on working.
  addEventListener('vite:preloadError', () => lab.dispatch({ type: 'part-missing' }))
  document.querySelector('main')?.replaceChildren(lab)
}

start()
