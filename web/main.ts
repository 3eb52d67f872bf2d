import './styles/page.css'
import { keepAddress } from './address.ts'
import { defineElements } from './elements.ts'
import { keepHeading } from './heading.ts'
import { restoreTheme } from './theme.ts'

const start = (): void => {
  restoreTheme()
  defineElements()
  const lab = document.createElement('login-lab')
  lab.keys = 'page'
  lab.greets = true
  keepAddress(lab)
  keepHeading(lab)
  // A part that cannot be loaded is missing, not broken: the page as it stands goes on working.
  addEventListener('vite:preloadError', () => lab.miss())
  document.querySelector('main')?.replaceChildren(lab)
}

start()
