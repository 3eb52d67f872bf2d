import { createRun } from '../../scenarios/engine/run.ts'
import type { World, WorldPorts } from '../../scenarios/engine/ports.ts'
import { openRun, prepareRun, type RunRequest, type RunSurroundings } from '../../server/run.ts'
import type { LabEvent, Run, Trace } from '../../scenarios/vocabulary.ts'

export const slugs = {
  code: 'webapp/oauth-authorization-code-grant-sessions-refresh-tokens-cookies',
  password:
    'webapp/oauth-resource-owner-password-credentials-grant-sessions-refresh-tokens-cookies',
  native: 'webapp/native-login-form-to-application-backend-sessions-refresh-tokens-cookies',
} as const

/** Does one thing at the end of a run; throws with the run's own words if it is refused. */
export const act = async (run: Run, event: LabEvent): Promise<void> => {
  run.seek(run.state.trace.messages.length)
  const result = await run.send(event)
  if (!result.ok) throw new Error(result.problem)
}

/** Plays a run's lesson to its end. */
export const playOn = async (run: Run): Promise<Trace> => {
  for (;;) {
    const next = run.state.rests.at(-1)?.next ?? null
    if (next === null) return run.state.trace
    await act(run, next)
  }
}

/** The trace of a whole lesson, the tour unless another is named. */
export const played = async (
  request: RunRequest,
  surroundings: RunSurroundings = {},
): Promise<Trace> => {
  const run = await openRun(request, surroundings)
  try {
    return await playOn(run)
  } finally {
    run.close()
  }
}

/** The trace of the given events. */
export const done = async (
  request: RunRequest,
  events: readonly LabEvent[],
  surroundings: RunSurroundings = {},
): Promise<Trace> => {
  const run = await openRun(request, surroundings)
  for (const event of events) await act(run, event)
  const { trace } = run.state
  run.close()
  return trace
}

type Deliver = World['deliver']

/** A run whose world answers through `change`: a wire that can be cut, bent or listened to. */
export const runThrough = async (
  request: RunRequest,
  change: (deliver: Deliver, ports: WorldPorts) => Deliver,
): Promise<Run> => {
  const options = await prepareRun(request)
  const { openWorld } = options.production
  return createRun({
    ...options,
    production: {
      ...options.production,
      openWorld: async (ports) => {
        const world = await openWorld(ports)
        return { ...world, deliver: change(world.deliver, ports) }
      },
    },
  })
}
