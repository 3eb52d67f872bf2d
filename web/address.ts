import type { LoginLab } from './components/login-lab.ts'
import { workflows } from '../scenarios/catalogue/index.ts'
import { withWorkflow, writeCompare } from './compare/link.ts'
import {
  viewLink,
  writeCell,
  withoutRun,
  workflowLink,
  writeDefences,
  writeFollow,
  writeLayer,
  writeProfile,
  writeStep,
} from './deep-link.ts'
import { hear } from './events.ts'
import { visit } from './visit.ts'

/** Milliseconds between two writes of the address: browsers limit how often it may change. */
const writeEvery = 400

const here = (): URL => new URL(location.href)

const replace = (address: URL): void => history.replaceState(null, '', address)

/** Writes into the address what the lab shows, so that a copied link leads there. */
const writeAddress = (lab: LoginLab): void => {
  let step: string | null = null
  let writing: ReturnType<typeof setTimeout> | undefined
  const stop = (): void => {
    clearTimeout(writing)
    writing = undefined
  }
  hear(lab, 'lab-step', (id) => {
    step = id
    writing ??= setTimeout(() => {
      writing = undefined
      if (!lab.isConnected) return
      if (lab.view === 'play' || lab.view === 'compare') replace(writeStep(here(), step))
    }, writeEvery)
  })
  hear(lab, 'lab-follow', (name) => replace(writeFollow(here(), name)))
  hear(lab, 'lab-layer', (layer) => replace(writeLayer(here(), layer)))
  hear(lab, 'lab-profile', (profile) => replace(writeStep(writeProfile(here(), profile), null)))
  hear(lab, 'lab-view', (view) =>
    replace(writeCompare(here(), view === 'compare' ? lab.compare : null)),
  )
  hear(lab, 'lab-compare', (other) => replace(writeCompare(here(), other)))
  hear(lab, 'lab-asks', (asks) => {
    if (lab.view === 'choose' || lab.view === 'matrix')
      replace(new URL(viewLink(lab.view, location.search, asks) + location.hash, here()))
  })
  hear(lab, 'lab-cell', (cell) => replace(writeCell(here(), cell)))
  hear(lab, 'lab-defences', ({ lesson, defences }) => {
    const address = new URL(workflowLink(lab.workflow, location.search, lesson), here())
    history.pushState(null, '', writeDefences(address, defences))
  })
  hear(lab, 'lab-visit', () => replace(writeCompare(here(), null)))
  const leave = (): void => {
    if (lab.sharedRun === '') return
    lab.sharedRun = ''
    replace(withoutRun(here()))
  }
  for (const type of [
    'lab-send',
    'lab-branch',
    'lab-profile',
    'lab-lesson',
    'lab-defences',
  ] as const)
    hear(lab, type, leave)
  addEventListener('popstate', stop)
  lab.addEventListener('click', stop)
}

/** The link that was clicked, if this page can follow it by itself: same page, no new window. */
const linkOf = (event: MouseEvent): URL | null => {
  const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey)
  if (!isPlain || event.altKey || event.defaultPrevented) return null
  const anchor = event.composedPath().find((node) => node instanceof HTMLAnchorElement)
  if (anchor === undefined || anchor.target !== '' || anchor.hasAttribute('download')) return null
  const target = new URL(anchor.href, location.href)
  return target.origin === location.origin && target.pathname === location.pathname ? target : null
}

/** Shows what the address asks for. */
const visitHere = (lab: LoginLab): void => {
  const address = withWorkflow(here(), workflows[0]?.slug ?? '')
  if (address.href !== location.href) replace(address)
  visit(lab, address)
}

/**
 * Keeps the address and the lab in step: links, back and forward load no page anew. A lab that has
 * left the page has no say in its address any more.
 */
export const keepAddress = (lab: LoginLab): void => {
  visitHere(lab)
  writeAddress(lab)
  lab.addEventListener('click', (event) => {
    const target = linkOf(event)
    if (target === null) return
    event.preventDefault()
    history.pushState(null, '', target)
    visitHere(lab)
  })
  addEventListener('popstate', () => {
    if (lab.isConnected) visitHere(lab)
  })
}
