import type { StandInContext, Instance } from '../instance.ts'
import { forgetKept } from '../api/forget.ts'
import { readPatched } from '../api/patch.ts'
import {
  duplicate,
  invalid,
  missing,
  readOnly,
  unauthorized,
  unusable,
  wrongMethod,
} from '../api/refusals.ts'
import { apiKeyOf, member, readAs, readBody, sees, tenantOf } from '../api/request.ts'
import { uuid } from '../random.ts'
import { replyEmpty, replyJson } from '../reply.ts'
import { blank, data, isUuid, notUuid } from '../shape.ts'
import { defaultThemeId } from './built-in.ts'
import type { Given, KeptObject } from '../memory/records.ts'
import { itemMethods, type KeptKind } from './kinds.ts'
import type { KeptLocation } from './places.ts'

/** The call under way. */
interface KeptCall extends KeptLocation {
  readonly instance: Instance
  readonly exchange: StandInContext
}

const checkKey = ({ instance, exchange, kind }: KeptCall): void => {
  const endpoint = kind.path.replaceAll('/:', '')
  const key = apiKeyOf(instance, exchange, endpoint)
  if (key === undefined || (kind.isGlobal && key.tenantId !== undefined)) throw unauthorized()
}

const isSeen = ({ instance, exchange }: KeptCall, { object: { tenantId } }: KeptObject): boolean =>
  typeof tenantId !== 'string' || sees(instance, exchange, tenantId)

/** What they belong to has to be there: something that is kept, or an application. */
const checkOwner = (call: KeptCall): void => {
  const { instance, exchange, owner } = call
  if (owner === undefined) return
  const { kept, applications } = instance.memory
  const id = owner.slice(owner.lastIndexOf('/') + 1)
  if (!isUuid(id)) throw invalid(notUuid('id'))
  const known = kept.get(owner)
  if (known !== undefined && isSeen(call, known)) return
  const application = owner === `/api/application/${id}` ? applications.get(id) : undefined
  if (application === undefined || !sees(instance, exchange, application.tenantId)) throw missing()
}

const reply = ({ exchange, kind }: KeptCall, object: Given): Response =>
  kind.silent === true ? replyEmpty(exchange) : replyJson(exchange, { [kind.member]: object })

/** What a body brings, and its instants: everything but one of a kind has them. */
const save = (call: KeptCall, path: string, before: Given, given: Given, id?: string): Response => {
  const { instance, kind } = call
  const now = instance.clock.now()
  const insertInstant = before['insertInstant'] ?? now
  const stamps = id === undefined ? {} : { id, insertInstant, lastUpdateInstant: now }
  const {
    owner = '',
    kind: { complete },
  } = call
  const ownerId = owner.slice(owner.lastIndexOf('/') + 1)
  const completed = complete?.(given, before, ownerId, instance.memory) ?? given
  const object = { ...completed, ...stamps }
  instance.memory.kept.set(path, { kind: kind.path, object, isBuiltIn: false })
  return reply(call, object)
}

/** What is completed has its name already when it is changed. */
const checkNeeds = (
  { needs, member: name, complete }: KeptKind,
  given: Given,
  before: Given = {},
): void => {
  const own = complete === undefined ? given[needs] : (before[needs] ?? given[needs])
  const value = needs === '' ? 'nothing' : own
  if (typeof value !== 'string' || value.trim() === '') throw invalid(blank(`${name}.${needs}`))
}

/** The object of which the new one is to be a copy, under another name (`sourceThemeId`). */
const sourceOf = ({ instance, collection, kind }: KeptCall, body: Given): Given => {
  const name = `source${kind.member.slice(0, 1).toUpperCase()}${kind.member.slice(1)}Id`
  const id = member(body, name)
  if (typeof id !== 'string') return {}
  const source = instance.memory.kept.get(`${collection}/${id.toLowerCase()}`)
  if (source === undefined) throw invalid(unusable(name, `There is no such ${kind.words[0]}.`))
  const { insertInstant: _, ...rest } = source.object
  return rest
}

/** The object that a body describes, with what is there already where the kind asks for it. */
const readObject = (call: KeptCall, body: Given, before: Given): Given => {
  const { instance, kind } = call
  const asks = kind.asks ?? kind.member
  const given = readAs(data, member(body, asks), asks)
  checkNeeds(kind, given, before)
  const taken = kind.take?.(given, before, instance) ?? { ...sourceOf(call, body), ...given }
  return { ...taken, ...kind.beside?.(body, instance) }
}

const create = async (call: KeptCall): Promise<Response> => {
  const { instance, exchange, collection, kind } = call
  const body = await readBody(exchange)
  const given = member(readAs(data, member(body, kind.member), kind.member), 'id')
  const id = call.id ?? (typeof given === 'string' && isUuid(given) ? given : uuid(instance.random))
  const path = `${collection}/${id.toLowerCase()}`
  const before = instance.memory.kept.get(path)
  if (before !== undefined && kind.take === undefined) {
    throw invalid(duplicate(`${kind.member}Id`, id))
  }
  const tenant = kind.ofTenant === true ? { tenantId: tenantOf(instance, exchange).id } : {}
  const object = { ...readObject(call, body, before?.object ?? {}), ...tenant }
  return save(call, path, before?.object ?? {}, object, id.toLowerCase())
}

const load = (call: KeptCall, path: string): KeptObject => {
  const kept = call.instance.memory.kept.get(path)
  if (kept === undefined || !isSeen(call, kept)) throw missing()
  return kept
}

const retrieveAll = (call: KeptCall): Response => {
  const { instance, exchange, collection, kind } = call
  const objects = [...instance.memory.kept]
    .filter(([path, kept]) => path.startsWith(`${collection}/`) && kept.kind === kind.path)
    .filter(([, kept]) => isSeen(call, kept))
  return replyJson(exchange, { [kind.members]: objects.map(([, { object }]) => object) })
}

/** PUT and PATCH of what is there. The default theme is read-only (FusionAuth docs, Kickstart). */
const change = async (
  call: KeptCall,
  path: string,
  method: string,
  id: string,
): Promise<Response> => {
  const { exchange, kind } = call
  const { object: before } = load(call, path)
  if (path === `/api/theme/${defaultThemeId}`) throw readOnly(kind.words[0])
  const { tenantId } = before
  const asks = kind.asks ?? kind.member
  const given =
    method === 'PATCH'
      ? readAs(data, await readPatched(exchange, asks, before), asks)
      : readObject(call, await readBody(exchange), before)
  checkNeeds(kind, given, before)
  const tenant = tenantId === undefined ? {} : { tenantId }
  return save(call, path, before, { ...given, ...tenant }, id)
}

const remove = (call: KeptCall, path: string): Response => {
  const { instance, exchange, kind } = call
  load(call, path)
  if (path === `/api/theme/${defaultThemeId}`) throw readOnly(kind.words[0])
  forgetKept(instance, (other) => other === path || other.startsWith(`${path}/`))
  return replyEmpty(exchange)
}

const checkMethod = ({ exchange }: KeptCall, method: string, allowed: readonly string[]): void => {
  if (allowed.includes(method)) return
  exchange.header('Allow', allowed.join(', '))
  throw wrongMethod()
}

/** What is there once: POST and PUT write it anew. */
const keepSingle = async (call: KeptCall, method: string): Promise<Response> => {
  const { instance, exchange, collection, kind } = call
  const before = instance.memory.kept.get(collection)?.object ?? {}
  if (method === 'GET') return replyJson(exchange, { [kind.member]: before })
  const given =
    method === 'PATCH'
      ? readAs(data, await readPatched(exchange, kind.member, before), kind.member)
      : readObject(call, await readBody(exchange), before)
  return save(call, collection, before, given)
}

/**
 * Answers for every kind of object that is kept without effect: made, shown, changed and deleted by
 * id, as FusionAuth's API does it, in FusionAuth's wrapping. Only the member that names it is checked.
 */
export const keep = async (
  instance: Instance,
  exchange: StandInContext,
  place: KeptLocation,
): Promise<Response> => {
  const call: KeptCall = { instance, exchange, ...place }
  const { kind, collection } = place
  const method = exchange.req.method === 'HEAD' ? 'GET' : exchange.req.method
  const isAll = place.id === undefined && kind.single !== true
  checkMethod(call, method, isAll ? ['GET', 'POST'] : (kind.methods ?? itemMethods))
  checkKey(call)
  checkOwner(call)
  if (kind.single === true) return keepSingle(call, method)
  if (place.id === undefined) return method === 'GET' ? retrieveAll(call) : create(call)
  if (!isUuid(place.id)) throw invalid(notUuid(`${kind.member}Id`))
  const id = place.id.toLowerCase()
  const path = `${collection}/${id}`
  if (method === 'GET') return replyJson(exchange, { [kind.member]: load(call, path).object })
  if (method === 'POST') return create(call)
  return method === 'DELETE' ? remove(call, path) : change(call, path, method, id)
}
