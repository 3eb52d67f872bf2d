import { workflows } from '../../scenarios/catalogue/index.ts'
import { withWorkflow } from '../router/links.ts'
import { read } from '../router/read.ts'
import { write } from '../router/write.ts'
import { wrongIn } from '../player/run-link/open.ts'
import type { LabCommand } from './command.ts'
import type { ObservableLab } from './lab-host.ts'
import { keepRuns, keptFor } from './keep-run.ts'
import { isShown } from './reduce.ts'

/** Milliseconds between two writes of the address: browsers limit how often it may change. */
const writeEvery = 400

/** Milliseconds until the first of several changes is written: the frame that shows it comes first. */
const writeAfter = 30

const here = (): URL => new URL(location.href)

/** What changes as a run plays, or as often as a page likes, is written only so often. */
const isFrequent = ({ type }: LabCommand): boolean =>
  type === 'message-shown' || type === 'configure'

/**
 * Writes into the address what a lab shows, so that a copied link leads there.
 *
 * @returns writes at once what was to be written a little later, for whoever leaves this address
 */
const writeAddress = (lab: ObservableLab): (() => void) => {
  let writing: ReturnType<typeof setTimeout> | undefined
  let writtenAt = Number.NEGATIVE_INFINITY
  const cancel = (): void => {
    clearTimeout(writing)
    writing = undefined
  }
  const writeNow = (isNew: boolean): void => {
    cancel()
    // A lab that has left the page has no say in its address any more.
    if (!lab.isConnected) return
    const { href } = write(lab.state.route, here())
    if (href === location.href) return
    writtenAt = performance.now()
    if (isNew) history.pushState(null, '', href)
    else history.replaceState(history.state, '', href)
  }
  lab.observe((command, before) => {
    if (command.type === 'visit') cancel()
    if (command.type === 'visit' || lab.state.route === before.route) return
    const rest = writtenAt + writeEvery - performance.now()
    if (isFrequent(command)) writing ??= setTimeout(writeNow, Math.max(writeAfter, rest), false)
    else writeNow(command.type === 'play-defences')
  })
  return () => {
    if (writing !== undefined) writeNow(false)
  }
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

/**
 * Lets a lab show what an address asks for: the start page when it names no run, else the run, paused
 * at its message. What is unknown is told, and the rest is done.
 */
const visit = (lab: ObservableLab, address: URL): void => {
  const { route, unknown } = read(address)
  const { sharedRun } = route
  const isOther = sharedRun !== '' && sharedRun !== lab.state.route.sharedRun
  const show = (damage: Awaited<ReturnType<typeof wrongIn>>): void =>
    lab.dispatch({ type: 'visit', route, unknown, damage, kept: keptFor(route) })
  if (!isOther || !isShown(lab.state, route)) {
    show(null)
    return
  }
  void wrongIn(sharedRun).then(show, () => show(null))
}

/** Shows what the address asks for. */
const visitHere = (lab: ObservableLab): void => {
  const address = withWorkflow(here(), workflows[0]?.slug ?? '')
  if (address.href !== location.href) history.replaceState(history.state, '', address)
  visit(lab, address)
}

/** Keeps the address and a lab in step: links, back and forward load no page anew. */
export const followAddress = (lab: ObservableLab): void => {
  const writePending = writeAddress(lab)
  keepRuns(lab)
  visitHere(lab)
  lab.addEventListener('click', (event) => {
    const target = linkOf(event)
    if (target === null) return
    event.preventDefault()
    writePending()
    history.pushState(null, '', target)
    visitHere(lab)
  })
  addEventListener('popstate', () => {
    if (lab.isConnected) visitHere(lab)
  })
}
