import { historyOf } from '../../scenarios/model/history-of.ts'
import type { RunHistory } from '../../scenarios/model/history.ts'
import { isJsonObject } from '../../scenarios/model/json.ts'
import type { RunState } from '../../scenarios/model/run.ts'
import type { Route } from '../router/route.ts'
import { randomId } from '../ui/random-id.ts'
import { keep, type KeptRun, lastKey, readKept, runKeyOf } from './kept-run.ts'
import type { ObservableLab } from './lab-host.ts'
import type { LabState } from './state.ts'

const member = 'login-lab'

/** The key of the entry of the session history that is shown; null for a fresh one. */
const keyOfEntry = (): string | null => {
  const state: unknown = history.state
  const key = isJsonObject(state) ? state[member] : null
  return typeof key === 'string' ? key : null
}

const isReload = (): boolean => {
  const [navigation] = performance.getEntriesByType('navigation')
  return (navigation as PerformanceNavigationTiming | undefined)?.type === 'reload'
}

/** After a crash Chromium loads the entry again, but without its state: it was the one that was kept last. */
const recoverKey = (): void => {
  const key = isReload() && keyOfEntry() === null ? lastKey() : null
  if (key !== null) history.replaceState({ [member]: key }, '')
}

/** The step that the address tells of, as far as it has been written. */
const stepOfAddress = (): string | null => new URLSearchParams(location.hash.slice(1)).get('step')

/**
 * What was kept of the run that the entry asks for; null for a fresh entry, or one of another run. Of an
 * entry that is loaded again the address is never newer than what was kept, but may be older.
 */
export const keptFor = (route: Route): KeptRun | null => {
  const key = keyOfEntry()
  const kept = key === null ? null : readKept(key)
  if (kept?.run !== runKeyOf(route)) return null
  return isReload() ? { ...kept, step: stepOfAddress() } : kept
}

/** The run that is shown, if it can be made again from what was done in it. */
const repeatableRun = ({ run }: LabState): RunState | null => {
  if (run.kind !== 'open' || run.place === 'recording') return null
  const { trace } = run.playback.run
  return trace.fusionauth.kind === 'stand-in' ? run.playback.run : null
}

/** Everything that is kept of, part by part: the same parts are not written again. */
const partsOf = (key: string, state: LabState): readonly unknown[] => {
  const { run, route, names, answers, predicting, dialog } = state
  const cursor = run.kind === 'open' ? run.playback.cursor : 0
  const shown = repeatableRun(state)
  const of = [key, runKeyOf(route), shown?.branches, shown?.branch, cursor, stepOfAddress()]
  return [...of, names, answers, predicting, dialog]
}

/**
 * Gives each entry of the session history that shows a run of its own a random key (in `history.state`),
 * and keeps in the tab, under that key, what it takes to show the same again after a reload or a crash.
 * A tab that is duplicated has both twice, so the two go on apart.
 */
export const keepRuns = (lab: ObservableLab): void => {
  let key = ''
  let last: readonly unknown[] = []
  let known: { readonly of: RunState['branches']; readonly history: RunHistory } | null = null

  const historyOfRun = (run: RunState): RunHistory => {
    const isKnown = known?.of === run.branches && known.history.branch === run.branch
    if (known === null || !isKnown) known = { of: run.branches, history: historyOf(run) }
    return known.history
  }
  const mark = (): void => {
    if (keyOfEntry() !== key) history.replaceState({ [member]: key }, '')
  }
  const keepNow = (): void => {
    const { state } = lab
    // A run that is not open yet is kept as it was.
    if (state.run.kind === 'opening' || state.run.kind === 'failed') return
    const parts = partsOf(key, state)
    if (parts.every((part, place) => Object.is(part, last[place]))) return
    last = parts
    const { route, run, own, names, answers, predicting, dialog } = state
    const shown = repeatableRun(state)
    keep(key, {
      run: runKeyOf(route),
      history: shown === null ? null : historyOfRun(shown),
      ...(own !== null && { path: own.path }),
      at: run.kind === 'open' ? run.playback.cursor : 0,
      step: stepOfAddress(),
      names,
      answers,
      predicting,
      dialog,
    })
  }
  recoverKey()
  lab.observe((command, before) => {
    const isFirst = key === ''
    if (!isFirst && !lab.isConnected) return
    const isAnew = lab.state.opening !== before.opening
    if (command.type === 'visit') {
      if (isFirst || isAnew) key = keyOfEntry() ?? randomId()
    } else if (isAnew && command.type !== 'reopen') key = randomId()
    if (key === '') return
    mark()
    keepNow()
  })
}
