import type { LabEvent, Profile, Rest, Run, Trace } from '../../../scenarios/vocabulary.ts'
import { lessons, workflows } from '../../../scenarios/catalogue/index.ts'
import { openRun } from '../../../server/run.ts'
import { playOn } from '../../support/play.ts'
import { toldWorkflows } from '../../support/told.ts'

const open: LabEvent = { type: 'learner.open', app: 'Store' }
const login: LabEvent = { type: 'learner.login', app: 'Store' }
const right: LabEvent = { type: 'learner.submit', app: 'Store', credentials: 'right' }
const load: LabEvent = { type: 'learner.load', app: 'Store' }
const logout: LabEvent = { type: 'learner.logout', app: 'Store' }
const inside = [open, login, right]
const forums = (sso: boolean): readonly LabEvent[] => [
  { type: 'learner.open', app: 'Forums' },
  { type: 'learner.login', app: 'Forums' },
  ...(sso ? [] : [{ type: 'learner.submit', app: 'Forums', credentials: 'right' } as const]),
]
const posts: LabEvent = { type: 'learner.load', app: 'Forums' }
const submitAtForums: LabEvent = { type: 'learner.submit', app: 'Forums', credentials: 'right' }
const sessionEnds: LabEvent = { type: 'clock.expire', what: 'session' }
const tokenEnds: LabEvent = { type: 'clock.expire', what: 'refresh-token' }
const ssoEnds: LabEvent = { type: 'clock.expire', what: 'sso-session' }
const stop: LabEvent = { type: 'fusionauth.stop' }
const start: LabEvent = { type: 'fusionauth.start' }
const stealToken: LabEvent = { type: 'hacker.steal', what: 'refresh-token' }
const stealId: LabEvent = { type: 'hacker.steal', what: 'session-id' }
const breakIn: LabEvent = { type: 'hacker.load' }
const revoke: LabEvent = { type: 'fusionauth.revoke' }
const pass = (seconds: number): LabEvent => ({ type: 'clock.advance', seconds })
const minutes = 60
const days = 86_400

/** Ways off the lessons that any workflow allows; together they meet what the lessons do not. */
const detours = (sso: boolean): Readonly<Record<string, readonly LabEvent[]>> => ({
  'home again while logged in': [...inside, open, load, sessionEnds, open, load],
  'the cart before any login': [open, load, right],
  'a thief who comes back': [...inside, stealToken, breakIn, breakIn, stealId, breakIn, load],
  'a thief with a token that is revoked': [...inside, stealToken, revoke, breakIn, breakIn],
  'a thief with a dead session id': [...inside, stealId, logout, breakIn],
  'a thief after the owner has refreshed': [
    ...inside,
    stealToken,
    sessionEnds,
    load,
    breakIn,
    sessionEnds,
    load,
  ],
  'nothing left to steal': [...inside, pass(61 * days), load, stealToken, breakIn],
  'FusionAuth away at the form': [open, login, stop, right, start, open, login],
  'a form that waited too long': [open, login, pass(11 * minutes), right],
  'Forums first': [
    { type: 'learner.open', app: 'Forums' },
    { type: 'learner.login', app: 'Forums' },
    submitAtForums,
    open,
    login,
    ...(sso ? [] : [right]),
    posts,
    load,
  ],
  'Forums by refresh, and after its end': [
    ...inside,
    ...forums(sso),
    pass(31 * minutes),
    posts,
    pass(31 * days),
    posts,
  ],
  'Forums before its login': [{ type: 'learner.open', app: 'Forums' }, posts],
  'Forums during an outage': [...inside, ...forums(sso), pass(31 * minutes), stop, posts],
  'Forums after two months': [...inside, ...forums(sso), pass(61 * days), posts],
  'log out and in again': [...inside, logout, login],
  'log out of Forums': [...inside, ...forums(sso), { type: 'learner.logout', app: 'Forums' }],
  'log out after FusionAuth’s session': [...inside, ssoEnds, logout, logout],
  'log out during an outage': [...inside, stop, logout],
  'a busy day': [...inside, ...Array.from({ length: 26 }, () => [pass(29 * minutes), load]).flat()],
  'all is over, and the password was mistyped': [
    ...inside,
    tokenEnds,
    load,
    { type: 'learner.submit', app: 'Store', credentials: 'wrong-password' },
    right,
  ],
})

const profiles: readonly Profile[] = ['fidelity', 'hardened']

/**
 * Does what can be done of a list of events, leaving out what the machine refuses, and closes the
 * run; the lesson itself where no events are given.
 */
export const carryOn = async (
  name: string,
  run: Run,
  events?: readonly LabEvent[],
): Promise<Play> => {
  const problems: string[] = []
  const send = async (event: LabEvent): Promise<void> => {
    run.seek(run.state.trace.messages.length)
    const result = await run.send(event)
    if (!result.ok) problems.push(result.problem)
  }
  if (events === undefined) await playOn(run)
  for (const event of events ?? []) await send(event)
  const { trace, rests } = run.state
  run.close()
  return { name, trace, rests, problems }
}

/** A played trace and how it came about. */
export interface Play {
  readonly name: string
  readonly trace: Trace
  readonly rests: readonly Rest[]
  /** What the learner was told on the way. */
  readonly problems: readonly string[]
}

/** Every lesson of every workflow, in both profiles. */
export const lessonPlays = async (): Promise<readonly Play[]> =>
  Promise.all(
    toldWorkflows.flatMap((workflow) =>
      lessons(workflow).flatMap(({ name }) =>
        profiles.map(async (profile) =>
          carryOn(
            `${workflow.login}, ${name}, ${profile}`,
            await openRun({ workflow: workflow.slug, lesson: name, profile }),
          ),
        ),
      ),
    ),
  )

/** The tours of all workflows, told or not. */
export const tourPlays = async (): Promise<readonly Play[]> => {
  const plays: Play[] = []
  for (const { slug } of workflows)
    plays.push(await carryOn(`${slug}, tour`, await openRun({ workflow: slug })))
  return plays
}

/** Every detour of every workflow, in both profiles. */
export const detourPlays = async (): Promise<readonly Play[]> => {
  const plays: Play[] = []
  for (const { slug, login: how, sso } of toldWorkflows)
    for (const profile of profiles)
      for (const [name, events] of Object.entries(detours(sso)))
        plays.push(
          await carryOn(
            `${how}, ${name}, ${profile}`,
            await openRun({ workflow: slug, profile }),
            events,
          ),
        )
  return plays
}
