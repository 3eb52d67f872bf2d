import type { StandInContext, StandInHandler, Instance } from '../instance.ts'
import { type ApiKey, apiKeyView, covers, readApiKey } from '../memory/api-key.ts'
import { addApiKey } from '../memory/seed.ts'
import { replyEmpty, replyJson } from '../reply.ts'
import { group, id } from '../shape.ts'
import { readPatched } from './patch.ts'
import { duplicate, invalid, missing, unauthorized, unusable } from './refusals.ts'
import { apiKeyOf, member, pathId, readAs, readBody } from './request.ts'

type ApiKeySettings = ReturnType<typeof readApiKey>

const readSource = group({ sourceKeyId: id(undefined) })

/** The caller's own key, which has to be a key manager; else 401 (FusionAuth API: API Keys). */
const managerOf = (instance: Instance, exchange: StandInContext): ApiKey => {
  const manager = apiKeyOf(instance, exchange)
  if (manager?.keyManager !== true) throw unauthorized()
  return manager
}

/**
 * No key hands out more than it may do itself. The 401 is our choice: to ask needs a key manager that
 * may do little, which the API does not make.
 */
const checkCovered = (
  manager: ApiKey,
  wanted: Pick<ApiKeySettings, 'permissions' | 'tenantId'>,
): void => {
  if (!covers(manager, wanted)) throw unauthorized()
}

/** A key manager is made by the administrative pages or by Kickstart only. */
const checkManager = (wanted: boolean, present: boolean): void => {
  if (wanted && !present) {
    throw invalid(unusable('apiKey.keyManager', 'It cannot be given by this API.'))
  }
}

const checkTenant = ({ memory }: Instance, { tenantId }: ApiKeySettings): void => {
  if (tenantId !== undefined && !memory.tenants.has(tenantId)) {
    throw invalid(unusable('apiKey.tenantId', 'There is no such tenant.'))
  }
}

const checkValue = ({ memory }: Instance, { key }: ApiKeySettings, ownId: string): void => {
  const taken = [...memory.apiKeys.values()].some((one) => one.id !== ownId && one.key === key)
  if (key !== '' && taken) throw invalid(duplicate('apiKey.key', '…'))
  if (!/^[\x21-\x7e]*$/.test(key)) {
    throw invalid(unusable('apiKey.key', 'It has to fit into a header field.'))
  }
}

const load = ({ memory }: Instance, exchange: StandInContext, manager: ApiKey): ApiKey => {
  const found = memory.apiKeys.get(pathId(exchange, 'keyId') ?? '')
  if (found === undefined) throw missing()
  checkCovered(manager, found)
  return found
}

/** POST /api/api-key[/{keyId}]: a new key, or a copy of the rights of another (`sourceKeyId`). */
export const createApiKey: StandInHandler = async (instance, exchange) => {
  const manager = managerOf(instance, exchange)
  const body = await readBody(exchange)
  const { sourceKeyId } = readAs(readSource, body, '')
  const source = sourceKeyId === undefined ? undefined : instance.memory.apiKeys.get(sourceKeyId)
  if (sourceKeyId !== undefined && source === undefined) {
    throw invalid(unusable('sourceKeyId', 'There is no such key.'))
  }
  const given = readAs(readApiKey, member(body, 'apiKey'), 'apiKey')
  const settings = {
    ...given,
    id: pathId(exchange, 'keyId') ?? given.id,
    tenantId: given.tenantId ?? source?.tenantId ?? manager.tenantId,
    permissions: source?.permissions ?? given.permissions,
  }
  checkManager(settings.keyManager, false)
  checkTenant(instance, settings)
  checkCovered(manager, settings)
  if (instance.memory.apiKeys.has(settings.id)) throw invalid(duplicate('keyId', settings.id))
  checkValue(instance, settings, settings.id)
  const added = addApiKey(instance, settings)
  return replyJson(exchange, { apiKey: { ...apiKeyView(added), key: added.key } })
}

/** GET /api/api-key/{keyId}. */
export const retrieveApiKey: StandInHandler = (instance, exchange) => {
  const found = load(instance, exchange, managerOf(instance, exchange))
  return replyJson(exchange, { apiKey: apiKeyView(found) })
}

/** What an update leaves as it was: the value, the tenant, and whether it manages keys. */
const save = (
  instance: Instance,
  exchange: StandInContext,
  manager: ApiKey,
  before: ApiKey,
  settings: ApiKeySettings,
): Response => {
  const { id: keyId, tenantId, keyManager, insertInstant, key } = before
  checkManager(settings.keyManager, keyManager)
  checkCovered(manager, { ...settings, tenantId })
  const lastUpdateInstant = instance.clock.now()
  const kept = { id: keyId, key, keyManager, tenantId, insertInstant }
  const saved = { ...settings, ...kept, lastUpdateInstant }
  instance.memory.apiKeys.set(keyId, saved)
  return replyJson(exchange, { apiKey: apiKeyView(saved) })
}

/** PUT /api/api-key/{keyId}. */
export const updateApiKey: StandInHandler = async (instance, exchange) => {
  const manager = managerOf(instance, exchange)
  const before = load(instance, exchange, manager)
  const given = member(await readBody(exchange), 'apiKey')
  const settings = readAs(readApiKey, given, 'apiKey')
  return save(instance, exchange, manager, before, settings)
}

/** PATCH /api/api-key/{keyId}. */
export const patchApiKey: StandInHandler = async (instance, exchange) => {
  const manager = managerOf(instance, exchange)
  const before = load(instance, exchange, manager)
  const settings = readAs(readApiKey, await readPatched(exchange, 'apiKey', before), 'apiKey')
  return save(instance, exchange, manager, before, settings)
}

/** DELETE /api/api-key/{keyId}. */
export const deleteApiKey: StandInHandler = (instance, exchange) => {
  const found = load(instance, exchange, managerOf(instance, exchange))
  instance.memory.apiKeys.delete(found.id)
  return replyEmpty(exchange)
}
