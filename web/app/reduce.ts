import { isRunView, type Route } from '../router/route.ts'
import { isSameRun } from '../router/same-run.ts'
import { themeOf } from '../ui/theme.ts'
import { ownLessonName } from '../../scenarios/model/own-lesson-name.ts'
import { nameOf } from '../features/branches/names.ts'
import { languageOf } from '../i18n/languages.ts'
import type { PlayedLesson } from '../player/lesson-telling.ts'
import type { LabCommand, LabOptions } from './command.ts'
import type { KeptRun } from './kept-run.ts'
import type { LabState } from './state.ts'

/** Whether the run of this route is the one that is shown, so that nothing is to be opened. */
export const isShown = ({ route, run }: LabState, other: Route): boolean =>
  run.kind !== 'none' &&
  isRunView(route.view) &&
  isRunView(other.view) &&
  other.ask === '' &&
  isSameRun(route, other)

/** The same with other parts; itself when no part is another, so that nobody draws it again. */
const having = <Whole extends object>(whole: Whole, parts: Partial<Whole>): Whole =>
  (Object.keys(parts) as (keyof Whole)[]).every((name) => Object.is(whole[name], parts[name]))
    ? whole
    : { ...whole, ...parts }

const withRoute = (state: LabState, route: Partial<Route>): LabState =>
  having(state, { route: having(state.route, route) })

/** The run is no longer the one that its address tells of. */
const withoutSharedRun = (state: LabState): LabState =>
  state.route.sharedRun === '' ? state : withRoute(state, { sharedRun: '' })

/** With what was kept of the run that is to be opened, or with nothing of the one before. */
const withKept = (state: LabState, kept: KeptRun | null): LabState => ({
  ...state,
  kept,
  names: kept?.names ?? {},
  answers: kept?.answers ?? {},
  predicting: kept?.predicting ?? state.predicting,
  dialog: kept?.dialog ?? null,
})

/** With an own lesson: one that asks does so from its beginning, unless its run was kept. */
const withLesson = (state: LabState, own: PlayedLesson): LabState => {
  const { workflow, questions } = own.of
  const predicting = state.predicting || (state.kept === null && questions !== undefined)
  return withRoute({ ...state, own, predicting }, { workflow })
}

const anew = (state: LabState): LabState => ({ ...state, opening: state.opening + 1 })

const configure = (state: LabState, options: LabOptions): LabState => {
  const { step, view, workflow, lesson, lessonSource, seed, profile, defences, ...others } = options
  const { ask, compare, asks, cell, layer, sharedRun, ...own } = others
  const played = { view, workflow, lesson, lessonSource, seed, profile, defences }
  const route = { ...played, ask, compare, asks, cell, layer, sharedRun }
  const given = Object.fromEntries(Object.entries(route).filter(([, value]) => value !== undefined))
  const next = withRoute(having(state, own), given)
  return step === undefined ? next : having(next, { startAt: step })
}

type Visit = Extract<LabCommand, { readonly type: 'visit' }>

const visit = (state: LabState, { route, unknown, damage, kept }: Visit): LabState => {
  const language = languageOf(route.language, state.languages)
  const theme = themeOf(route.theme)
  const next: LabState = {
    ...state,
    route,
    unknown: damage === null ? unknown : [...unknown, damage],
    startAt: route.step ?? '',
    ...(route.speed !== null && { speed: Number(route.speed) }),
    ...(language !== null && { language }),
    ...(theme !== null && { theme }),
  }
  const isOther = route.sharedRun !== state.route.sharedRun
  // A damaged link takes nothing away from the run that is open.
  if (isShown(state, route) && (!isOther || damage !== null)) return next
  const opened: LabState = {
    ...withKept(next, kept),
    source: { kind: route.inPage ? 'page' : 'anywhere' },
    autoplay: route.autoplay,
  }
  return isOther ? anew(opened) : opened
}

type DialogChange = Extract<LabCommand, { readonly type: 'dialog-changed' }>

/** One may open before another has told that it closes. */
const dialogChanged = (state: LabState, { dialog, isOpen }: DialogChange): LabState => {
  if (isOpen) return having(state, { dialog })
  return state.dialog === dialog ? having(state, { dialog: null }) : state
}

type Naming = Extract<LabCommand, { readonly type: 'name-branch' }>

const renamed = (names: LabState['names'], { branch, name }: Naming): LabState['names'] => {
  const { [branch]: _, ...others } = names
  const wanted = nameOf(name)
  return wanted === '' ? others : { ...others, [branch]: wanted }
}

const tour = (state: LabState, touring: boolean): LabState =>
  dialogChanged(having(state, { touring }), {
    type: 'dialog-changed',
    dialog: 'tour',
    isOpen: touring,
  })

/** Out of what was opened last: the tour, the comparison, a secret that is followed. */
const leave = (state: LabState): LabState => {
  if (state.touring) return tour(state, false)
  if (state.route.view === 'compare') return withRoute(state, { view: 'play' })
  return withRoute(state, { follow: null })
}

const change = (state: LabState, command: LabCommand): LabState => {
  switch (command.type) {
    case 'configure':
      return configure(state, command.options)
    case 'visit':
      return visit(state, command)
    case 'set-profile': {
      // FusionAuth's defaults need no word in an address.
      const profile = command.profile === 'fidelity' ? '' : command.profile
      return { ...withRoute(withoutSharedRun(state), { profile, step: null }), startAt: '' }
    }
    case 'play-defences': {
      const { lesson, defences } = command
      const played = lesson === ownLessonName ? {} : { lesson, lessonSource: '' }
      const route = { ...played, defences, step: null, ask: '', autoplay: false, sharedRun: '' }
      return anew({ ...withRoute(state, route), startAt: '', autoplay: true })
    }
    case 'play-recording': {
      const { recorded, source } = command
      const anywhere = { lessonSource: '', step: null, ask: '', sharedRun: '' }
      const next = withRoute(state, { ...recorded, ...anywhere, view: 'play' })
      return { ...next, startAt: '', source, notice: null }
    }
    case 'lesson-read':
      return withLesson(state, command.own)
    case 'reopen':
      return anew(state)
    case 'send':
    case 'switch-branch':
      return withoutSharedRun(state)
    case 'go-to':
      return having(state, { notice: null })
    case 'visit-branch':
      return withRoute(state, { view: 'play' })
    case 'set-view':
      return withRoute(state, { view: command.view })
    case 'compare':
      return withRoute(state, { view: 'compare', compare: command.other })
    case 'ask':
      return withRoute(state, { asks: command.asks })
    case 'look-at-cell':
      return withRoute(state, { cell: command.cell })
    case 'follow':
      return withRoute(state, { follow: command.name })
    case 'find':
      return having(state, { found: command.found })
    case 'set-layer':
      return withRoute(state, { layer: command.layer })
    case 'set-picture':
      return having(state, { picture: command.picture })
    case 'set-drawer':
      return having(state, { drawerOpen: command.open })
    case 'predict':
      return having(state, { predicting: command.on })
    case 'set-theme':
      return having(state, { theme: command.theme })
    case 'set-language':
      return having(state, { language: command.language })
    case 'set-shortcuts':
      return having(state, { shortcutsOn: command.on })
    case 'run-changed':
      return having(state, { run: command.run })
    case 'message-shown':
      return withRoute(state, { step: command.step })
    case 'dialog-changed':
      return dialogChanged(state, command)
    case 'name-branch':
      return having(state, { names: renamed(state.names, command) })
    case 'answered':
      return having(state, { answers: command.answers })
    case 'announce':
      return having(state, { announced: command.text })
    case 'words-loaded':
      return having(state, {
        words: command.words,
        // What was said in another language would stay until the next message.
        ...(command.words.language !== state.words.language && { announced: '' }),
      })
    case 'diagram-drawn':
      return having(state, { drawn: true })
    case 'diagram-failed':
      return having(state, { drawn: false, notice: command.notice })
    case 'part-missing':
      return having(state, { partMissing: true })
    case 'unknown-found':
      return having(state, { unknown: [...state.unknown, command.unknown] })
    case 'notify':
      return having(state, { notice: command.notice })
    case 'dismiss':
      return having(state, { notice: null, unknown: [] })
    case 'tour':
      return tour(state, command.on)
    case 'leave':
      return leave(state)
    case 'control':
    case 'seek':
    case 'set-speed':
    case 'retry':
    case 'save-trace':
    case 'open-file':
    case 'open-dialog':
    case 'show-tour':
    case 'toggle-fullscreen':
      return state
  }
}

/** Places that are told by name are the same wherever they are told. */
const isSameSource = ({ source: one }: LabState, { source: other }: LabState): boolean =>
  one === other || (one.kind !== 'given' && one.kind === other.kind)

/** Whether what is wanted now takes another run than the one before. */
const wantsRun = (before: LabState, now: LabState): boolean => {
  const [from, to] = [before.route, now.route]
  if (from === to) return !isSameSource(before, now)
  const isQuestion = to.ask !== from.ask && to.ask !== ''
  const startsOrEnds = from.view !== to.view && !(isRunView(from.view) && isRunView(to.view))
  return !isSameSource(before, now) || !isSameRun(from, to) || startsOrEnds || isQuestion
}

/**
 * The state of a lab after a command: the one place where it changes. Whether a run has to be opened
 * for it shows in `opening`; nothing else happens here.
 */
export const reduce = (state: LabState, command: LabCommand): LabState => {
  const now = change(state, command)
  const isAnew = now !== state && now.opening === state.opening && wantsRun(state, now)
  const opened = isAnew ? anew(now) : now
  // A lesson is read again whenever its run begins.
  const next = opened.opening === state.opening ? opened : having(opened, { own: null })
  // Whoever visits brings what was kept, and whoever tries again has it still.
  const keeps = command.type === 'visit' || command.type === 'reopen'
  return next.opening === state.opening || keeps ? next : withKept(next, null)
}
