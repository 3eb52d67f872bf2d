import { createRun } from '../../scenarios/engine/run.ts'
import type { World, WorldPorts } from '../../scenarios/engine/ports.ts'
import type { RunRequest } from '../../scenarios/model/request.ts'
import { openRun, prepareRun, type RunEnvironment, usualSeed } from '../../server/run.ts'
import type { LabEvent } from '../../scenarios/model/event.ts'
import type { Run } from '../../scenarios/model/run.ts'
import type { Trace } from '../../scenarios/model/trace.ts'
import { sayEnglish } from '../../scenarios/i18n/en/index.ts'

export const slugs = {
  code: 'webapp/oauth-authorization-code-grant-sessions-refresh-tokens-cookies',
  password:
    'webapp/oauth-resource-owner-password-credentials-grant-sessions-refresh-tokens-cookies',
  native: 'webapp/native-login-form-to-application-backend-sessions-refresh-tokens-cookies',
} as const

/** Does one thing at the end of a run; throws with the run's own words if it is refused. */
export const act = async (run: Run, event: LabEvent): Promise<void> => {
  const result = await run.send(event)
  if (!result.ok) throw new Error(sayEnglish(result.problem))
}

/** Plays a run's lesson to its end. */
export const playOn = async (run: Run): Promise<Trace> => {
  for (;;) {
    const next = run.state.decisionPoints.at(-1)?.next ?? null
    if (next === null) return run.state.trace
    await act(run, next)
  }
}

/** The same value, which nobody can change any more, in no part of it. */
export const frozen = <Value>(value: Value): Value => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  for (const part of Object.values(value)) frozen(part)
  return value
}

/** Plays from the beginning: the lesson, unless other events are given. */
const play = async (
  request: RunRequest,
  environment: RunEnvironment,
  events: readonly LabEvent[] | null,
): Promise<Trace> => {
  const run = await openRun(request, environment)
  try {
    if (events === null) await playOn(run)
    for (const event of events ?? []) await act(run, event)
    return run.state.trace
  } finally {
    run.close()
  }
}

const kept = new Map<string, Promise<Trace>>()

/**
 * The same request gives the same trace, byte for byte (test/workflows/isolation.test.ts), with or
 * without a rehearsal (test/attacks/traces.test.ts). So it is played once for all tests of a process,
 * and nobody can change it.
 */
const once = (
  request: RunRequest,
  environment: RunEnvironment,
  events: readonly LabEvent[] | null,
): Promise<Trace> => {
  const unrehearsed = { ...environment, rehearse: false }
  // What else surrounds a run may be a server or a table of somebody's own.
  if (Object.keys(unrehearsed).length > 1) return play(request, unrehearsed, events)
  const { workflow, lesson = 'tour', seed = usualSeed, profile = 'fidelity', defences } = request
  const key = JSON.stringify([workflow, lesson, seed, profile, defences ?? {}, events])
  const known = kept.get(key) ?? play(request, unrehearsed, events).then(frozen)
  kept.set(key, known)
  return known
}

/** The trace of a whole lesson, the tour unless another is named; shared by all who ask for it. */
export const played = (request: RunRequest, environment: RunEnvironment = {}): Promise<Trace> =>
  once(request, environment, null)

/** The same, played for nobody else: for those who ask whether it comes out the same again. */
export const playedAnew = (request: RunRequest, environment: RunEnvironment = {}): Promise<Trace> =>
  play(request, environment, null)

/** The trace of the given events; shared by all who ask for it. */
export const done = (
  request: RunRequest,
  events: readonly LabEvent[],
  environment: RunEnvironment = {},
): Promise<Trace> => once(request, environment, events)

type Deliver = World['deliver']

/** A run whose world answers through `change`: a wire that can be cut, bent or listened to. */
export const runThrough = async (
  request: RunRequest,
  change: (deliver: Deliver, ports: WorldPorts) => Deliver,
): Promise<Run> => {
  const options = await prepareRun(request)
  const { openWorld } = options.config
  return createRun({
    ...options,
    config: {
      ...options.config,
      openWorld: async (ports) => {
        const world = await openWorld(ports)
        return { ...world, deliver: change(world.deliver, ports) }
      },
    },
  })
}
