import '../styles/page.css'
import { readParent, speakWith } from '../api/frame.ts'
import { readRate } from '../api/media.ts'
import { readLink, workflowLink } from '../deep-link.ts'
import { defineElements } from '../elements.ts'
import { keepHeading } from '../heading.ts'
import { openInPage, openWhereMeant } from '../run/open.ts'
import { languageOf } from '../words/languages.ts'
import { LabEmbedBar } from './lab-embed-bar.ts'
import { heightFor, readOptions } from './options.ts'

/** The player in a frame of another page: diagram, story and transport; the rest on demand. */
const start = (): void => {
  const address = new URL(location.href)
  const link = readLink(address)
  const { theme, controls, autoplay, speed } = readOptions(address)
  if (theme !== null) document.documentElement.dataset['theme'] = theme
  defineElements()
  if (customElements.get('lab-embed-bar') === undefined)
    customElements.define('lab-embed-bar', LabEmbedBar)

  const lab = document.createElement('login-lab')
  lab.keys = 'focus'
  lab.layout = 'embed'
  lab.drawerOpen = false
  lab.openRun = link.inPage ? openInPage : openWhereMeant
  lab.layer = link.layer
  lab.autoplay = autoplay
  lab.speed = readRate(speed)
  lab.toggleAttribute('bare', !controls)
  if (theme !== null) lab.theme = theme
  for (const name of ['workflow', 'step', 'lesson', 'seed', 'profile'] as const) {
    const value = link[name]
    if (value !== null) lab[name] = value
  }
  lab.defences = link.defences
  const language = languageOf(link.language)
  if (language !== null) lab.language = language
  keepHeading(lab)
  // A part that cannot be loaded is missing, not broken.
  addEventListener('vite:preloadError', () => lab.miss())
  lab.home = new URL(workflowLink(lab.workflow, ''), new URL('.', address)).href

  const parent = readParent(address)
  if (parent !== null && window.parent !== window) {
    const tell = speakWith(parent, lab, window)
    let told = 0
    const resize = (): void => {
      const height = heightFor(innerWidth, lab.drawerOpen)
      if (height !== told) tell('resize', { height })
      told = height
    }
    lab.addController({ hostUpdated: resize })
    addEventListener('resize', resize)
  }
  document.querySelector('main')?.replaceChildren(lab)
}

start()
