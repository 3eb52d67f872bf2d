import type { Workflow } from '../../../scenarios/catalogue/index.ts'
import { cartOf } from '../../../scenarios/catalogue/outcomes.ts'
import type { RunConfig } from '../../../scenarios/engine/run-config.ts'
import { openTimeline, type Timeline } from '../../../scenarios/engine/timeline.ts'
import type { Profile } from '../../../scenarios/model/client.ts'
import type { Message } from '../../../scenarios/model/trace.ts'
import type { Move } from './explore.ts'
import { canRenew, hasKey, isKnown } from './oracle.ts'
import { factsOf, type Facts } from './world.ts'
import { sayEnglish } from '../../../scenarios/i18n/en/index.ts'

/** What the machine claims to live at a time, when nothing more is done until then. */
const claimed = (timeline: Timeline, { input }: RunConfig, now: number): Facts => {
  const expected = { ...timeline.expectedState(), now }
  const situation = { context: { ...input, expected, stolen: null }, running: true }
  const both = (of: (app: 'Store' | 'Forums') => boolean) => ({
    Store: of('Store'),
    Forums: of('Forums'),
  })
  return {
    key: both((app) => hasKey(situation, app)),
    renewable: both((app) => canRenew(situation, app)),
    sso: isKnown(situation),
  }
}

/** Milliseconds by which the two may differ: an answer is recorded later than what it tells of was made. */
const slack = 10_000

/**
 * Now, and shortly before and after each moment at which the machine claims something to end, but for
 * those at which something else is about to end.
 */
const momentsOf = (timeline: Timeline): readonly number[] => {
  const now = timeline.now()
  const { applications, ssoSession } = timeline.expectedState()
  const ends = Object.values(applications).flatMap(({ session, jwt, refreshToken }) => [
    session,
    jwt,
    refreshToken,
  ])
  const all = [...new Set([...ends, ssoSession])]
  const later = all
    .flatMap((end) => [end - slack, end + slack])
    .filter((time) => all.every((end) => Math.abs(end - time) >= slack))
  return [now, ...later.filter((time) => time > now)]
}

/** The last answer that the Hacker got to what was asked of an application. */
const lastAnswer = (messages: readonly Message[]): Message | undefined =>
  messages.findLast(
    ({ to, from, kind }) =>
      to === 'Hacker' && kind === 'response' && (from === 'Store' || from === 'Forums'),
  )

const seesInside = (message: Message | undefined): boolean =>
  message !== undefined &&
  (cartOf(message) !== null ||
    (message.from === 'Forums' &&
      message.http?.status === 200 &&
      /\/(posts|api\/load-posts)$/.test(message.http.url)))

/** In what the machine's expected state and the world do not agree now; empty when they do. */
export const disagreements = (
  timeline: Timeline,
  workflow: Workflow,
  config: RunConfig,
  profile: Profile,
): readonly string[] => {
  const { messages } = timeline.recorder
  const factsAt = factsOf(messages, workflow, profile)
  const parting = momentsOf(timeline).find(
    (time) => JSON.stringify(factsAt(time)) !== JSON.stringify(claimed(timeline, config, time)),
  )
  const standing = timeline.machineState()
  const isIn = standing.Hacker === 'inside'
  const hasActed = standing.Hacker === 'inside' || standing.Hacker === 'refused'
  return [
    ...(parting === undefined
      ? []
      : [
          `at ${new Date(parting).toISOString()} claimed ${JSON.stringify(claimed(timeline, config, parting))}, in the world ${JSON.stringify(factsAt(parting))}`,
        ]),
    ...(!hasActed || seesInside(lastAnswer(messages)) === isIn
      ? []
      : [`the Hacker is ${standing.Hacker}, and the last answer says otherwise`]),
  ]
}

/** In what the machine and the model do not agree after one move; empty when they do. */
const misplaced = (timeline: Timeline, { to }: Move): readonly string[] => {
  const said = JSON.stringify(timeline.machineState())
  const foreseen = JSON.stringify(to.value)
  return said === foreseen ? [] : [`the machine is at ${said}, foreseen was ${foreseen}`]
}

/** Plays a way for real; says where machine, model and world part, and stops there. */
export const partings = async (
  workflow: Workflow,
  config: RunConfig,
  way: readonly Move[],
  profile: Profile = 'fidelity',
): Promise<readonly string[]> => {
  const timeline = await openTimeline(config)
  try {
    for (const [index, move] of way.entries()) {
      const problem = await timeline.act(move.event)
      const played = way.slice(0, index + 1).map(({ event }) => JSON.stringify(event))
      const found = [
        ...(timeline.events.length === index + 1
          ? []
          : [`refused: ${problem === null ? '' : sayEnglish(problem)}`]),
        ...(problem?.code === 'problem.fault' ? [sayEnglish(problem)] : []),
        ...misplaced(timeline, move),
        ...disagreements(timeline, workflow, config, profile),
      ]
      if (found.length > 0) return [`${played.join(' ')}: ${found.join('; ')}`]
    }
    return []
  } finally {
    timeline.close()
  }
}
