import { readParent, speakWith } from './parent-page.ts'
import { readRate } from '../player/media.ts'
import { followTitle } from '../app/document-title.ts'
import { define } from '../app/load-element.ts'
import { defineElements } from '../app/elements.ts'
import { ownLessonLink, workflowLink } from '../router/links.ts'
import { read, readRun } from '../router/read.ts'
import { languageOf } from '../i18n/languages.ts'
import { LabEmbedBar } from './lab-embed-bar.ts'
import { giveKeys } from './keys-for-page.ts'
import { heightFor, readOptions } from './options.ts'

/** The whole player in a frame of another page: diagram, story and transport; the rest on demand. */
export const startLive = (): void => {
  const address = new URL(location.href)
  const { route } = read(address)
  const { theme, controls, autoplay, speed, keyboard } = readOptions(address)
  if (theme !== null) document.documentElement.dataset['theme'] = theme
  defineElements()
  define({ 'lab-embed-bar': LabEmbedBar })

  const lab = document.createElement('login-lab')
  const { workflow, lesson, lessonSource, seed, profile, defences, layer, step } = readRun(address)
  // An own lesson may be in a language that the lab does not speak.
  const tag = lessonSource === '' ? null : route.language
  const language = languageOf(route.language) ?? tag
  lab.dispatch({
    type: 'configure',
    options: {
      workflow,
      lesson,
      lessonSource,
      seed,
      profile,
      defences,
      layer,
      step: step ?? '',
      sharedRun: route.sharedRun,
      source: { kind: route.inPage ? 'page' : 'as-configured' },
      layout: 'embed',
      drawerOpen: false,
      autoplay,
      speed: readRate(speed),
      home: new URL(
        lessonSource === '' ? workflowLink(workflow, '') : ownLessonLink(lessonSource),
        new URL('.', address),
      ).href,
      ...(theme !== null && { theme }),
      ...(language !== null && { language }),
    },
  })
  lab.toggleAttribute('bare', !controls)
  followTitle(lab)
  // A part that cannot be loaded is missing, not broken.
  addEventListener('vite:preloadError', () => lab.dispatch({ type: 'part-missing' }))

  const parent = readParent(address)
  if (parent !== null && window.parent !== window) {
    const tell = speakWith(parent, lab, window)
    giveKeys(window, keyboard, (key) => tell('key', { key }))
    let told = 0
    const resize = (): void => {
      const height = heightFor(innerWidth, lab.state.drawerOpen)
      if (height !== told) tell('resize', { height })
      told = height
    }
    lab.addController({ hostUpdated: resize })
    addEventListener('resize', resize)
  }
  document.querySelector('main')?.replaceChildren(lab)
}
