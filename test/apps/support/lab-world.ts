import { namingAt } from '../../../scenarios/catalogue/naming.ts'
import { workflowBySlug } from '../../../scenarios/catalogue/index.ts'
import { settingsOf } from '../../../scenarios/defences/presets.ts'
import { createAgent } from '../../../scenarios/engine/agent.ts'
import { createClock } from '../../../scenarios/engine/clock.ts'
import type { World, WorldPorts } from '../../../scenarios/engine/ports.ts'
import { seededRandom } from '../../../scenarios/engine/random.ts'
import { createRecorder } from '../../../scenarios/engine/recorder.ts'
import type { Profile } from '../../../scenarios/model/client.ts'
import type { Participant } from '../../../scenarios/model/participant.ts'
import { openWorld } from '../../../server/world.ts'
import { slugs } from '../../support/play.ts'

/** The world of the lessons, with a browser in it that goes where a test sends it. */
export const openLessonWorld = async (profile: Profile) => {
  const workflow = workflowBySlug(slugs.code)
  if (workflow === undefined) throw new Error('the workflow of the code grant is gone')
  const clock = createClock(Date.UTC(2026, 0, 1, 9))
  const recorder = createRecorder(clock, namingAt(), () => null)
  const late: { world?: World } = {}
  const deliver: World['deliver'] = async (request, exchange) => {
    if (late.world === undefined) throw new Error('the world is not open yet')
    return late.world.deliver(request, exchange)
  }
  const ports: WorldPorts = {
    clock,
    random: (label) => seededRandom(`a test|${label}`),
    journal: recorder,
    wire: (from) => async (request, cause) => {
      const number = recorder.request(from, 'FusionAuth', request, cause)
      const response = await deliver(request, number)
      recorder.response(number, response)
      return response
    },
  }
  const world = await openWorld({
    workflow,
    ports,
    profile,
    settings: settingsOf(workflow, profile, {}),
  })
  late.world = world
  const { places, user } = world
  const participants = new Map<string, Participant>([
    [places.Store.origin, 'Store'],
    [places.Forums.origin, 'Forums'],
    [places.FusionAuth.origin, 'FusionAuth'],
  ])
  const participantAt = (url: string) => participants.get(new URL(url).origin) ?? null
  const browser = createAgent('Browser', { clock, recorder, participantAt, deliver })
  return { clock, places, user, recorder, browser }
}
