import { workflowBySlug } from '../../scenarios/catalogue/index.ts'
import { saveTrace } from '../features/share/recording.ts'
import { chooseTheme, showTheme, switchShortcuts, themeOf } from '../ui/theme.ts'
import { chooseLanguage } from '../i18n/choice.ts'
import { textOf } from '../../scenarios/model/text.ts'
import type { LabCommand } from './command.ts'
import { openDialog } from './dialogs.ts'
import { handleControl } from './keys.ts'
import type { LabElement } from './lab-host.ts'
import { loadElement } from './load-element.ts'
import { openFile } from './open-file.ts'
import type { LabServices } from './services.ts'
import type { LabState } from './state.ts'
import { focusPlayer, keepFocus, showTour } from './focus.ts'

const isCalm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches

const save = async (host: LabElement): Promise<void> => {
  const { run, words } = host.state
  if (run.kind !== 'open') return
  try {
    await saveTrace(run.playback.run.trace)
  } catch (error) {
    const notice = words.ui.lab.notSaved(error instanceof Error ? error.message : '')
    host.dispatch({ type: 'notify', notice })
  }
}

type Effects = {
  readonly [Type in LabCommand['type']]?: (
    lab: LabServices,
    command: Extract<LabCommand, { readonly type: Type }>,
    before: LabState,
  ) => unknown
}

/** What is done besides, by the command that asks for it, once the state is what it made of it. */
const effects: Effects = {
  visit: ({ host }, { route }, before) => {
    const theme = themeOf(route.theme)
    if (theme !== null) showTheme(theme)
    const isThere = host.state.opening === before.opening && before.run.kind === 'open'
    if (isThere && route.step !== null) host.dispatch({ type: 'go-to', step: route.step })
  },
  retry: ({ runs }) => runs.retry(),
  dismiss: ({ runs }) => runs.acknowledge(),

  send: ({ runs }, { event }) => runs.player?.act(event, !isCalm()),
  control: ({ runs }, { control }) => {
    if (runs.player !== null) handleControl(runs.player, control)
  },
  seek: ({ runs }, { to }) => runs.player?.seek(to),
  'go-to': ({ runs }, { step }) => runs.goTo(step),
  'set-speed': ({ runs }, { speed }) => runs.player?.setSpeed(speed),
  'switch-branch': ({ runs }, { branch }) => runs.player?.switchTo(branch),
  'visit-branch': async ({ host, runs }, { branch, step }) => {
    if (runs.player === null) return
    keepFocus(host)
    if (runs.player.state.run.branch !== branch) await runs.player.switchTo(branch)
    host.dispatch({ type: 'go-to', step })
  },
  'name-branch': ({ branching }, { branch, name }) => branching.give(branch, name),

  'set-view': ({ host }, { view }) => {
    if (view === 'play') keepFocus(host)
  },
  leave: ({ host }, _command, before) => {
    if (before.touring) focusPlayer(host)
    else if (before.route.view === 'compare') keepFocus(host)
  },
  tour: ({ host }, { on }, before) => {
    if (before.touring && !on) focusPlayer(host)
  },
  'show-tour': ({ host }, { isAsked }) => showTour(host, isAsked),
  'open-dialog': (lab, { dialog }) => openDialog(lab, dialog),
  'save-trace': ({ host }) => save(host),
  'open-file': ({ host }, { file }) => openFile(host, file),
  'toggle-fullscreen': ({ host }) =>
    document.fullscreenElement === null ? host.requestFullscreen() : document.exitFullscreen(),

  'set-theme': (_lab, { theme }) => chooseTheme(theme),
  'set-language': (_lab, { language }) => chooseLanguage(language),
  'set-shortcuts': (_lab, { on }) => switchShortcuts(on),
  'run-changed': ({ host, announcer, tellMedia }, { run }) => {
    const { workflow } = host.state.route
    if (workflowBySlug(workflow) === undefined) {
      const text = host.state.words.ui.notFound.none(workflow)
      tellMedia({ kind: 'failed', problem: textOf('quoted', { text }) })
      return
    }
    tellMedia(run)
    announcer.follow(run.kind === 'open' ? run.playback : null)
  },
}

/** Does what a command asks for besides another state. */
export const carryOut = (lab: LabServices, command: LabCommand, before: LabState): void => {
  const effect = effects[command.type] as
    | ((of: LabServices, asked: LabCommand, former: LabState) => unknown)
    | undefined
  effect?.(lab, command, before)
}

/** Lets the lab speak its language once the words are there; a late answer to an older request is dropped. */
const speak = async ({ host }: LabServices): Promise<void> => {
  const { language, languages } = host.state
  const wanted = languages.find(({ tag }) => tag === language)
  if (wanted === undefined) return
  try {
    const words = await wanted.load()
    if (language !== host.state.language) return
    host.lang = language
    host.dispatch({ type: 'words-loaded', words })
  } catch {
    host.dispatch({ type: 'notify', notice: host.state.words.ui.lab.languageFailed })
  }
}

/**
 * Follows the state, once for all commands before a lab is drawn: opens the run that it asks for, and
 * loads what it shows.
 *
 * @param former what was drawn last; null at first
 */
export const followState = (lab: LabServices, former: LabState | null): void => {
  const { state } = lab.host
  if (former?.opening !== state.opening) void lab.runs.open()
  const { view } = state.route
  if (former?.route.view !== view && view !== 'start' && view !== 'play')
    loadElement(`lab-${view}`).catch(() => lab.host.dispatch({ type: 'part-missing' }))
  if (former?.language !== state.language) void speak(lab)
  if (former?.layout !== state.layout) lab.host.setAttribute('layout', state.layout)
}
