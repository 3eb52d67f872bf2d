import './styles/page.css'
import { workflowBySlug } from '../scenarios/catalogue/index.ts'
import { readLink, writeLayer, writeProfile, writeStep } from './deep-link.ts'
import { defineElements } from './elements.ts'
import { hear } from './events.ts'
import { openAnywhere, openInPage } from './run/open.ts'
import { restoreTheme } from './theme.ts'
import { languageOf } from './words/languages.ts'

/** Milliseconds between two writes of the address: browsers limit how often it may change. */
const writeEvery = 400

const start = (): void => {
  restoreTheme()
  defineElements()
  const link = readLink(new URL(location.href))
  const lab = document.createElement('login-lab')
  lab.keys = 'page'
  lab.openRun = link.inPage ? openInPage : openAnywhere
  if (link.workflow !== null) lab.workflow = link.workflow
  if (link.step !== null) lab.step = link.step
  lab.layer = link.layer
  if (link.lesson !== null) lab.lesson = link.lesson
  if (link.seed !== null) lab.seed = link.seed
  if (link.profile !== null) lab.profile = link.profile

  const language = languageOf(link.language)
  if (language !== null) lab.language = language

  let step = link.step
  let writing: ReturnType<typeof setTimeout> | undefined
  hear(lab, 'lab-step', (id) => {
    step = id
    writing ??= setTimeout(() => {
      writing = undefined
      history.replaceState(null, '', writeStep(new URL(location.href), step))
    }, writeEvery)
  })
  hear(lab, 'lab-layer', (layer) => {
    history.replaceState(null, '', writeLayer(new URL(location.href), layer))
  })
  hear(lab, 'lab-profile', (profile) => {
    history.replaceState(null, '', writeProfile(new URL(location.href), profile))
  })
  addEventListener('hashchange', () => {
    const { step: asked, layer } = readLink(new URL(location.href))
    lab.layer = layer
    if (asked !== null && asked !== step) void lab.goTo(asked)
  })
  const title = workflowBySlug(lab.workflow)?.title
  if (title !== undefined) document.title = `${title} · Login Lab`
  document.querySelector('main')?.replaceChildren(lab)
}

start()
