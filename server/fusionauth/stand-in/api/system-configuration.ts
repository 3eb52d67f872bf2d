import type { Json } from '../../../../scenarios/model/wire.ts'
import type { StandInContext, StandInHandler, Instance } from '../instance.ts'
import { readSystemConfiguration } from '../memory/system-configuration.ts'
import { replyJson } from '../reply.ts'
import { readPatched } from './patch.ts'
import { member, readAs, readBody } from './request.ts'

const name = 'systemConfiguration'

const current = ({ memory }: Instance) =>
  memory.systemConfiguration.get('system') ?? readSystemConfiguration({}, '', [])

const save = ({ memory, clock }: Instance, exchange: StandInContext, given: Json | undefined) => {
  const settings = readAs(readSystemConfiguration, given, name)
  const systemConfiguration = { ...settings, lastUpdateInstant: clock.now() }
  memory.systemConfiguration.set('system', systemConfiguration)
  return replyJson(exchange, { systemConfiguration })
}

/** GET /api/system-configuration. */
export const retrieveSystemConfiguration: StandInHandler = (instance, exchange) =>
  replyJson(exchange, { systemConfiguration: current(instance) })

/** PUT /api/system-configuration. */
export const updateSystemConfiguration: StandInHandler = async (instance, exchange) =>
  save(instance, exchange, member(await readBody(exchange), name))

/** PATCH /api/system-configuration. */
export const patchSystemConfiguration: StandInHandler = async (instance, exchange) =>
  save(instance, exchange, await readPatched(exchange, name, current(instance)))
