/** @module-tag exhaustive */

import { describe, expect, test } from 'vitest'
import { logIn } from '../../scenarios/catalogue/lessons.ts'
import { expiringCredentialsOf, stealableOf } from '../../scenarios/machine/credentials.ts'
import { type Workflow, workflows } from '../../scenarios/catalogue/index.ts'
import { openTimeline, type Timeline } from '../../scenarios/engine/timeline.ts'
import { expiringCredentials, stolenCredentials } from '../../scenarios/model/credential.ts'
import type { LabEvent } from '../../scenarios/model/event.ts'
import { prepareRun } from '../../server/run.ts'
import { disagreements } from './workflow/agree.ts'
import { sayEnglish } from '../../scenarios/i18n/en/index.ts'
import { sameEvent } from '../../scenarios/model/same-event.ts'

/** One thing that a learner may want to do, and where it comes to mind. */
interface Attempt {
  readonly what: string
  /** What is done before. */
  readonly before: (workflow: Workflow) => readonly LabEvent[]
  readonly event: LabEvent
  /** Whether a workflow has what it is about; all have when absent. */
  readonly isThere?: (workflow: Workflow) => boolean
}

const isHosted = ({ login }: Workflow): boolean =>
  login === 'authorization-code' || login === 'implicit'
const inBrowser = ({ client }: Workflow): boolean => client !== 'mobile'
const hasLoginLink = (workflow: Workflow): boolean => inBrowser(workflow) || isHosted(workflow)
const renews = (workflow: Workflow): boolean =>
  expiringCredentialsOf(workflow).includes('refresh-token')

const inside = (workflow: Workflow): readonly LabEvent[] => logIn(workflow, 'Store')
const atForm = (workflow: Workflow): readonly LabEvent[] => inside(workflow).slice(0, -1)
const opened = (): readonly LabEvent[] => [{ type: 'learner.open', app: 'Store' }]

/** The Hacker has what opens the Store, or renews its login. */
const robbed = (workflow: Workflow): readonly LabEvent[] => {
  const [what = 'jwt'] = stealableOf(workflow)
  return [...inside(workflow), { type: 'hacker.steal', what }]
}

const attempts: readonly Attempt[] = [
  {
    what: 'log in',
    before: opened,
    event: { type: 'learner.login', app: 'Store' },
    isThere: hasLoginLink,
  },
  {
    what: 'type a wrong password',
    before: atForm,
    event: { type: 'learner.submit', app: 'Store', credentials: 'wrong-password' },
  },
  {
    what: 'type the name of nobody',
    before: atForm,
    event: { type: 'learner.submit', app: 'Store', credentials: 'unknown-user' },
  },
  {
    what: 'send a form that was left open for too long',
    before: (workflow) => [...atForm(workflow), { type: 'clock.advance', seconds: 11 * 60 }],
    event: { type: 'learner.submit', app: 'Store', credentials: 'right' },
  },
  { what: 'load', before: inside, event: { type: 'learner.load', app: 'Store' } },
  { what: 'wait', before: inside, event: { type: 'clock.advance', seconds: 90 } },
  ...expiringCredentials.map((what) => ({
    what: `let the ${what} expire`,
    before: inside,
    event: { type: 'clock.expire', what } as const,
    isThere: (workflow: Workflow) => expiringCredentialsOf(workflow).includes(what),
  })),
  {
    what: 'open the other application',
    before: inside,
    event: { type: 'learner.open', app: 'Forums' },
    isThere: inBrowser,
  },
  { what: 'log out of one', before: inside, event: { type: 'learner.logout', app: 'Store' } },
  { what: 'log out of all', before: inside, event: { type: 'learner.logout-everywhere' } },
  { what: 'order', before: inside, event: { type: 'learner.checkout', app: 'Store' } },
  { what: 'change the password', before: inside, event: { type: 'learner.change-password' } },
  {
    what: 'revoke the refresh token at FusionAuth',
    before: inside,
    event: { type: 'fusionauth.revoke' },
    isThere: renews,
  },
  {
    what: 'revoke all tokens at FusionAuth',
    before: inside,
    event: { type: 'fusionauth.revoke-all' },
    isThere: renews,
  },
  {
    what: 'end the session at FusionAuth',
    before: inside,
    event: { type: 'fusionauth.end-sso' },
    isThere: ({ sso }) => sso,
  },
  ...(['fusionauth.add-key', 'fusionauth.rotate-key'] as const).map((type) => ({
    what: `have FusionAuth sign with a new key: ${type}`,
    before: inside,
    event: { type } as const,
    isThere: (workflow: Workflow) => expiringCredentialsOf(workflow).includes('jwt'),
  })),
  {
    what: 'load with a JWT of which the key was deleted',
    before: (workflow) =>
      expiringCredentialsOf(workflow).includes('jwt')
        ? [...inside(workflow), { type: 'fusionauth.rotate-key' }]
        : inside(workflow),
    event: { type: 'learner.load', app: 'Store' },
  },
  { what: 'stop FusionAuth', before: inside, event: { type: 'fusionauth.stop' } },
  ...stolenCredentials.map((what) => ({
    what: `steal the ${what}`,
    before: inside,
    event: { type: 'hacker.steal', what } as const,
    isThere: (workflow: Workflow) => stealableOf(workflow).includes(what),
  })),
  { what: 'use what was stolen', before: robbed, event: { type: 'hacker.load' } },
  {
    what: 'replay what was stolen',
    before: (workflow) => [...robbed(workflow), { type: 'hacker.load' }],
    event: { type: 'hacker.load' },
  },
  { what: 'use both browsers at once', before: robbed, event: { type: 'hacker.race' } },
  {
    what: 'use two tabs at once',
    before: inside,
    event: { type: 'learner.race', app: 'Store' },
    isThere: inBrowser,
  },
  {
    what: 'use two tabs at once, and both must log in',
    before: opened,
    event: { type: 'learner.race', app: 'Store' },
    isThere: inBrowser,
  },
]

/** A world in which every button is there. */
const defences = { 'log-out-everywhere': true }

/** Waiting is a slider's matter, and no choice in the list. */
const isOffered = (timeline: Timeline, event: LabEvent): boolean =>
  event.type === 'clock.advance' ||
  (timeline.decisionPoints.at(-1)?.choices ?? []).some(
    (choice) => choice.allowed && sameEvent(choice.event, event),
  )

/** One workflow for each kind of client and each way in. */
const kinds: readonly Workflow[] = [
  ...new Map(workflows.map((row) => [`${row.client} ${row.login}`, row])).values(),
]

describe.each(kinds.map((workflow) => [workflow.slug, workflow] as const))(
  '%s',
  (slug, workflow) => {
    test.each(attempts.map((attempt) => [attempt.what, attempt] as const))(
      'who wants to can %s, and the expected state agrees with the world',
      async (_, { before, event, isThere }) => {
        const { config } = await prepareRun({ workflow: slug, defences }, { rehearse: false })
        const timeline = await openTimeline(config)
        for (const earlier of before(workflow)) await timeline.act(earlier)
        expect(timeline.events).toEqual(before(workflow))
        const can = isThere?.(workflow) ?? true
        expect(isOffered(timeline, event)).toBe(can)
        const problem = await timeline.act(event)
        expect(problem === null, problem === null ? '' : sayEnglish(problem)).toBe(can)
        expect(disagreements(timeline, workflow, config, 'fidelity')).toEqual([])
        timeline.close()
      },
    )
  },
)
