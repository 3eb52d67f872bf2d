import type { DialogName } from '../features/events.ts'
import type { LabElement } from './lab-host.ts'
import { loadDeferredElements, loadElement } from './load-element.ts'
import type { LabServices } from './services.ts'

type Opening = (lab: LabServices, dialog: DialogName) => unknown

/** A dialog that is loaded when it is first wanted; it stays in the lab from then on. */
const dialogIn = async <Name extends 'lab-share' | 'lab-defend'>(
  { shadowRoot }: LabElement,
  name: Name,
): Promise<HTMLElementTagNameMap[Name] | null> => {
  await loadElement(name)
  return (
    shadowRoot?.querySelector(name) ?? shadowRoot?.appendChild(document.createElement(name)) ?? null
  )
}

/** Something that comes a moment after the page; where it does not, that is told. */
const showDeferred = async (
  { shadowRoot }: LabElement,
  name: 'lab-help' | 'lab-go' | 'lab-search',
): Promise<void> => {
  await loadDeferredElements()
  const dialog = shadowRoot?.querySelector(name)
  await dialog?.updateComplete
  await dialog?.show()
}

/** A popover inside elements of the lab: the elements, each in the shadow tree of the one before, and it. */
const popover =
  (...path: readonly string[]): Opening =>
  async ({ host }, dialog) => {
    await loadDeferredElements()
    await host.updateComplete
    let found: Element | null = host
    for (const selector of path) {
      found = found?.shadowRoot?.querySelector(selector) ?? null
      if (found !== null && 'updateComplete' in found) await found.updateComplete
    }
    if (found instanceof HTMLElement) found.showPopover()
    else host.dispatch({ type: 'dialog-changed', dialog, isOpen: false })
  }

/** How each is opened; what has a button of its own is opened by that, and here only after a reload. */
const dialogs: Readonly<Record<DialogName, Opening>> = {
  help: ({ host, runs }) => {
    runs.player?.pause()
    return showDeferred(host, 'lab-help')
  },
  go: ({ host }) => showDeferred(host, 'lab-go'),
  search: ({ host }) => showDeferred(host, 'lab-search'),
  share: async ({ host, runs: { player } }) => {
    if (player === null) return
    player.pause()
    const dialog = await dialogIn(host, 'lab-share')
    // Without it the other ways to share are all there.
    loadElement('lab-embed-code').catch(() => undefined)
    await dialog?.show({ playback: player.state, traces: player.traces })
  },
  defend: async ({ host, runs: { player } }) => {
    if (player === null) return
    player.pause()
    const dialog = await dialogIn(host, 'lab-defend')
    await dialog?.show({ run: player.state.run, asked: host.state.route.defences })
  },
  tour: ({ host }) => host.dispatch({ type: 'show-tour', isAsked: true }),
  clock: popover('lab-controls', '#clock'),
  branches: popover('lab-header', '#branches'),
  menu: popover('lab-header', 'lab-menu', '#menu'),
  workflows: popover('lab-header', 'lab-picker.workflow', '#list'),
  lessons: popover('lab-header', 'lab-picker.lesson', '#list'),
  windows: popover('lab-inspector', 'lab-screen', '.windows'),
  'choices-learner': popover('lab-choices', '#group-learner'),
  'choices-clock': popover('lab-choices', '#group-clock'),
  'choices-hacker': popover('lab-choices', '#group-hacker'),
  'choices-fusionauth': popover('lab-choices', '#group-fusionauth'),
}

/** Opens something over the page; where it does not come, that is told. */
export const openDialog = async (lab: LabServices, dialog: DialogName): Promise<void> => {
  try {
    await dialogs[dialog](lab, dialog)
  } catch {
    const { host } = lab
    host.dispatch({ type: 'dialog-changed', dialog, isOpen: false })
    host.dispatch({ type: 'notify', notice: host.state.words.ui.lab.partFailed })
  }
}
