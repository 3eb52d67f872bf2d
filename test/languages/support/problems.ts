import { createRun } from '../../../scenarios/engine/run.ts'
import { createRecordedRun } from '../../../scenarios/recorded/run.ts'
import type { LabEvent } from '../../../scenarios/model/event.ts'
import type { CommandResult, Run, RunState } from '../../../scenarios/model/run.ts'
import type { Trace } from '../../../scenarios/model/trace.ts'
import { defaultBounds } from '../../../server/node/bounds.ts'
import { noRoom } from '../../../server/node/room.ts'
import { openRun, prepareRun } from '../../../server/run.ts'
import { openBehind } from '../../real/support/behind.ts'
import { act, runThrough, slugs } from '../../support/play.ts'
import type { Said } from './said.ts'

const problemOf = async (result: Promise<CommandResult> | undefined): Promise<readonly Said[]> => {
  const told = await result
  return told === undefined || told.ok ? [] : [['problem', told.problem]]
}

const refusal = async (opening: Promise<unknown>): Promise<readonly Said[]> => {
  try {
    await opening
    return []
  } catch (error) {
    return [['problem', error instanceof Error ? error.message : '']]
  }
}

const open: LabEvent = { type: 'learner.open', app: 'Store' }

const manyBranches = async (run: Run): Promise<readonly Said[]> => {
  await act(run, open)
  for (;;) {
    const told = await problemOf(run.fork?.(1))
    if (told.length > 0) return told
  }
}

/** What a server says when a run has reached its bounds. */
const noRooms = (state: RunState): readonly Said[] =>
  [
    noRoom(state, { ...defaultBounds, messages: 1 }, false),
    noRoom(state, { ...defaultBounds, branches: 1 }, true),
  ].flatMap((text): Said[] => (text === undefined ? [] : [['problem', text]]))

/** A run whose world opens once and never again, so that no branch can be made. */
const onceOnly = async (workflow: string): Promise<Run> => {
  const options = await prepareRun({ workflow })
  let opened = false
  return createRun({
    ...options,
    config: {
      ...options.config,
      openWorld: (ports) => {
        if (opened) return Promise.reject(new Error('no second world'))
        opened = true
        return options.config.openWorld(ports)
      },
    },
  })
}

/** What cannot be done with a FusionAuth that is not ours. */
const realProblems = async (): Promise<readonly Said[]> => {
  const behind = await openBehind()
  try {
    const run = await openRun({ workflow: slugs.code }, await behind.surroundings())
    const stop = [
      ...(await problemOf(run.send({ type: 'fusionauth.stop' }))),
      ...(await problemOf(run.send({ type: 'learner.change-password' }))),
    ]
    await act(run, open)
    const past = await problemOf(run.send(open, { at: 1 }))
    run.close()
    return [...stop, ...past]
  } finally {
    await behind.close()
  }
}

/** Why nothing can be done yet, in workflows and with switches that no lesson has. */
const refusedAtFirst = async (): Promise<readonly Said[]> => {
  const requests = [
    { workflow: slugs.code, defences: { 'log-out-everywhere': true } },
    { workflow: 'mobile/native-login-form-to-fusionauth-jwts-refresh-tokens' },
  ]
  const said: Said[] = []
  for (const request of requests) {
    const run = await openRun(request, { rehearse: false })
    for (const { because } of run.state.decisionPoints[0]?.choices ?? [])
      if (because !== '') said.push(['choice', because])
    run.close()
  }
  return said
}

/** What a run answers when it cannot do what it is asked for. */
export const problems = async (trace: Trace): Promise<readonly Said[]> => {
  const workflow = slugs.code
  const run = await openRun({ workflow })
  const small = await openRun({ workflow }, { maximumMessages: 1 })
  await act(small, open)
  const closed = await openRun({ workflow })
  closed.close()
  const faulty = await runThrough(
    { workflow },
    () => () => Promise.reject(new TypeError('a fault')),
  )
  const stuck = await onceOnly(workflow)
  await act(stuck, open)
  const said = [
    ...(await problemOf(run.switchTo?.('nowhere'))),
    ...(await manyBranches(run)),
    ...(await problemOf(run.send({ type: 'clock.advance', seconds: -1 }))),
    ...(await problemOf(small.send(open))),
    ...noRooms(small.state),
    ...(await problemOf(stuck.fork?.(2))),
    ...(await realProblems()),
    ...(await refusedAtFirst()),
    ...(await problemOf(closed.send(open))),
    ...(await problemOf(faulty.send(open))),
    ...(await problemOf(createRecordedRun(trace).send(open))),
    ...(await refusal(openRun({ workflow: 'webapp/nothing' }))),
    ...(await refusal(openRun({ workflow, lesson: 'nothing' }))),
    ...(await refusal(openRun({ workflow, profile: 'nothing' as never }))),
    ...(await refusal(openRun({ workflow, defences: { nothing: true } }))),
    ...(await refusal(openRun({ workflow, defences: { secure: 1 } }))),
    ...(await refusal(openRun({ workflow, defences: { 'same-site': 'loose' } }))),
    ...(await refusal(openRun({ workflow, defences: { 'grace-seconds': -1 } }))),
  ]
  for (const one of [run, small, faulty, stuck]) one.close()
  return said
}
