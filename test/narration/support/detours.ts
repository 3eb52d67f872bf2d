import type { Profile } from '../../../scenarios/model/client.ts'
import type { LabEvent } from '../../../scenarios/model/event.ts'
import type { DecisionPoint, Run } from '../../../scenarios/model/run.ts'
import type { Trace } from '../../../scenarios/model/trace.ts'
import { lessons, workflows } from '../../../scenarios/catalogue/index.ts'
import type { Workflow } from '../../../scenarios/model/workflow.ts'
import type { RunRequest } from '../../../scenarios/model/request.ts'
import { openRun } from '../../../server/run.ts'
import { playOn } from '../../support/play.ts'
import { sayEnglish } from '../../../scenarios/i18n/en/index.ts'

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
const jwtEnds: LabEvent = { type: 'clock.expire', what: 'jwt' }
const race: LabEvent = { type: 'learner.race', app: 'Store' }
const tokenEnds: LabEvent = { type: 'clock.expire', what: 'refresh-token' }
const ssoEnds: LabEvent = { type: 'clock.expire', what: 'sso-session' }
const stop: LabEvent = { type: 'fusionauth.stop' }
const start: LabEvent = { type: 'fusionauth.start' }
const stealToken: LabEvent = { type: 'hacker.steal', what: 'refresh-token' }
const stealId: LabEvent = { type: 'hacker.steal', what: 'session-id' }
const stealJwt: LabEvent = { type: 'hacker.steal', what: 'jwt' }
const stealSso: LabEvent = { type: 'hacker.steal', what: 'sso-session' }
const breakIn: LabEvent = { type: 'hacker.load' }
const revoke: LabEvent = { type: 'fusionauth.revoke' }
const addKey: LabEvent = { type: 'fusionauth.add-key' }
const rotateKey: LabEvent = { type: 'fusionauth.rotate-key' }
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
  'a thief of JWTs who comes back': [
    ...inside,
    stealJwt,
    breakIn,
    breakIn,
    stealToken,
    breakIn,
    breakIn,
    jwtEnds,
    breakIn,
    load,
  ],
  'a thief with a JWT that is over': [...inside, stealJwt, jwtEnds, breakIn, revoke, load],
  'a thief with a dead refresh token': [...inside, stealToken, tokenEnds, breakIn, load],
  'a thief of FusionAuth’s session': [...inside, stealSso, breakIn],
  'JWTs that are over': [...inside, jwtEnds, open, load, revoke, jwtEnds, load],
  'a post': [...inside, ...forums(sso), { type: 'learner.checkout', app: 'Forums' }],
  'a post after the end': [
    ...inside,
    ...forums(sso),
    pass(61 * days),
    { type: 'learner.checkout', app: 'Forums' },
  ],
  'an order': [...inside, { type: 'learner.checkout', app: 'Store' }, load],
  'an order after the end': [
    ...inside,
    sessionEnds,
    revoke,
    { type: 'learner.checkout', app: 'Store' },
  ],
  'a new password': [...inside, { type: 'learner.change-password' }, load],
  'everything is revoked': [...inside, { type: 'fusionauth.revoke-all' }, load],
  'single sign-on is ended': [...inside, { type: 'fusionauth.end-sso' }, load],
  'keys are replaced, at both applications': [
    ...inside,
    ...forums(sso),
    addKey,
    addKey,
    rotateKey,
    posts,
    load,
  ],
  'a new key signs': [...inside, addKey, jwtEnds, load],
  'a key is deleted before an outage': [...inside, rotateKey, stop, load],
  'a key is deleted before an order': [
    ...inside,
    rotateKey,
    { type: 'learner.checkout', app: 'Store' },
  ],
  'a key is deleted before a logout': [...inside, rotateKey, open, logout],
  'a thief in Forums': [
    ...inside,
    stealSso,
    { type: 'hacker.open', app: 'Store' },
    { type: 'hacker.open', app: 'Forums' },
    breakIn,
  ],
  'thief and victim at once': [
    ...inside,
    stealToken,
    stealJwt,
    sessionEnds,
    jwtEnds,
    { type: 'hacker.race' },
    { type: 'hacker.race' },
    stealId,
    { type: 'hacker.race' },
  ],
  'two tabs at once': [...inside, sessionEnds, jwtEnds, race, load],
  'a thief who comes first': [open, stealToken, stealId, stealJwt, stealSso, breakIn],
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
  'log out and back to the first view': [...inside, logout, open, load],
  'the cart after a logout': [...inside, logout, load],
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
    const result = await run.send(event)
    if (!result.ok) problems.push(sayEnglish(result.problem))
  }
  if (events === undefined) await playOn(run)
  for (const event of events ?? []) await send(event)
  const { trace, decisionPoints } = run.state
  run.close()
  return { name, trace, decisionPoints, problems }
}

/** A played trace and how it came about. */
export interface Play {
  readonly name: string
  readonly trace: Trace
  readonly decisionPoints: readonly DecisionPoint[]
  /** What the learner was told on the way. */
  readonly problems: readonly string[]
}

/** How long all plays may take on a busy machine, in milliseconds. */
export const patience = 300_000

/** Rehearsing a lesson costs as much as playing it, and shows nothing that is looked at here. */
const opened = (request: RunRequest): Promise<Run> => openRun(request, { rehearse: false })

/** One workflow for each value of a property. */
const oneOfEach = (property: (workflow: Workflow) => string): readonly Workflow[] => [
  ...new Map(workflows.toReversed().map((workflow) => [property(workflow), workflow])).values(),
]

const seeds: readonly Workflow[] = workflows.slice(0, 3)

/** What sets workflows apart off the lessons too. */
const marksOf = ({
  client,
  sessionStrategy,
  backend,
  fusionauth,
  ...row
}: Workflow): readonly string[] => [
  `${client} ${row.login}`,
  `${client} ${sessionStrategy} ${backend} ${fusionauth}`,
]

/** Those that stand for all: each client meets each way in, and each session strategy; as few as can be. */
const representatives = ((): readonly Workflow[] => {
  const chosen = [...seeds]
  const missing = (workflow: Workflow): number => {
    const met = new Set(chosen.flatMap(marksOf))
    return marksOf(workflow).filter((mark) => !met.has(mark)).length
  }
  for (const most of [2, 1])
    for (const workflow of workflows) if (missing(workflow) === most) chosen.push(workflow)
  return chosen
})()

/** The hardened profile changes FusionAuth, so one for each way to meet it is enough. */
const hardened: readonly Workflow[] = [...new Set([...seeds, ...oneOfEach((one) => one.login)])]

const named = ({ login: how, slug }: Workflow, what: string, profile: Profile): string =>
  `${how}, ${what}, ${profile}${seeds.some((seed) => seed.slug === slug) ? '' : `, ${slug}`}`

/** Every lesson of every workflow; those that stand for all in the hardened profile too. */
export const lessonPlays = async (): Promise<readonly Play[]> => {
  const plays: Play[] = []
  for (const profile of profiles)
    for (const workflow of profile === 'fidelity' ? workflows : hardened)
      for (const { name } of lessons(workflow))
        plays.push(
          await carryOn(
            named(workflow, name, profile),
            await opened({ workflow: workflow.slug, lesson: name, profile }),
          ),
        )
  return plays
}

/** Every detour of the workflows that stand for all; of the first ones in the hardened profile too. */
export const detourPlays = async (): Promise<readonly Play[]> => {
  const plays: Play[] = []
  for (const profile of profiles)
    for (const workflow of profile === 'fidelity' ? representatives : seeds)
      for (const [name, events] of Object.entries(detours(workflow.sso)))
        plays.push(
          await carryOn(
            named(workflow, name, profile),
            await opened({ workflow: workflow.slug, profile }),
            events,
          ),
        )
  return plays
}
