/** What leaves something that is kept without having an address of its own: grants and members. */
import type { Json } from '../../../../scenarios/model/wire.ts'
import { isJsonObject } from '../../../../scenarios/model/json.ts'
import { missing, unauthorized } from '../api/refusals.ts'
import { apiKeyOf, queryId, readBody, sees } from '../api/request.ts'
import type { Instance, StandInContext } from '../instance.ts'
import type { Given } from '../memory/records.ts'
import { replyEmpty } from '../reply.ts'
import { forgetKept } from '../api/forget.ts'

/** Takes away what a request names; the ids of its path in their order. False when there is no such thing. */
type Remove = (
  instance: Instance,
  exchange: StandInContext,
  ids: readonly string[],
) => boolean | Promise<boolean>

interface Removal {
  readonly pattern: RegExp
  /** What the permissions of an API key call it. */
  readonly endpoint: string
  readonly remove: Remove
}

const id = '([0-9a-f-]{36})'

/** The grants of an entity for a user or for another entity; both may be named. */
const removeGrants: Remove = (instance, exchange, [entityId = '']) => {
  const { kept } = instance.memory
  const owner = `/api/entity/${entityId}`
  const tenantId = kept.get(owner)?.object['tenantId']
  if (typeof tenantId !== 'string' || !sees(instance, exchange, tenantId)) return false
  const recipients = {
    recipientEntityId: queryId(exchange, 'recipientEntityId'),
    userId: queryId(exchange, 'userId'),
  }
  const isMeant = (grant: Given): boolean =>
    Object.entries(recipients).some(
      ([name, recipient]) => recipient !== undefined && grant[name] === recipient,
    )
  const before = kept.size
  forgetKept(instance, (path, { object }) => path.startsWith(`${owner}/grant/`) && isMeant(object))
  return kept.size < before
}

const list = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : [])

const members = '/api/group/member'

/**
 * Members of groups by their ids, by the ids of users in a group, or by a group with or without one of
 * its users (FusionAuth API: Groups). Nobody is missed (inferred, asked: "members who are not there").
 */
const removeMembers: Remove = async ({ memory }, exchange, [memberId]) => {
  const kept = memory.kept.get(members)
  if (kept === undefined) return true
  const { memberIds, members: byGroup } = await readBody(exchange)
  const [groupId, userId] = [queryId(exchange, 'groupId'), queryId(exchange, 'userId')]
  const ids = memberId === undefined ? list(memberIds) : [memberId]
  const isMeant = (group: string, member: Json): boolean => {
    if (!isJsonObject(member)) return false
    const { id: own = null, userId: user = null } = member
    const named = isJsonObject(byGroup) ? list(byGroup[group]) : []
    const isOfQuery = group === groupId && (userId === undefined || user === userId)
    return ids.includes(own) || named.includes(user) || isOfQuery
  }
  const object = Object.fromEntries(
    Object.entries(kept.object).map(([group, all]) => [
      group,
      list(all).filter((member) => !isMeant(group, member)),
    ]),
  )
  memory.kept.set(members, { ...kept, object })
  return true
}

const leaveFamily: Remove = ({ memory }, _exchange, [familyId = '', userId = '']) => {
  const path = `/api/user/family/${familyId}`
  const kept = memory.kept.get(path)
  const all = list(kept?.object['members'])
  const left = all.filter((member) => !isJsonObject(member) || member['userId'] !== userId)
  if (kept === undefined || left.length === all.length) return false
  memory.kept.set(path, { ...kept, object: { ...kept.object, members: left } })
  return true
}

const removals: readonly Removal[] = [
  {
    pattern: new RegExp(`^/api/entity/${id}/grant$`, 'i'),
    endpoint: '/api/entity/grant',
    remove: removeGrants,
  },
  {
    pattern: new RegExp(`^${members}(?:/${id})?$`, 'i'),
    endpoint: members,
    remove: removeMembers,
  },
  {
    pattern: new RegExp(`^/api/user/family/${id}/${id}$`, 'i'),
    endpoint: '/api/user/family',
    remove: leaveFamily,
  },
]

/** Answers a DELETE of such things; undefined for one of anything else. */
export const removeFromKept = async (
  instance: Instance,
  exchange: StandInContext,
): Promise<Response | undefined> => {
  const { path } = exchange.req
  const removal = removals.find(({ pattern }) => pattern.test(path))
  if (removal === undefined) return undefined
  const { endpoint, pattern, remove } = removal
  if (apiKeyOf(instance, exchange, endpoint) === undefined) throw unauthorized()
  const [, ...ids] = pattern.exec(path.toLowerCase()) ?? []
  if (!(await remove(instance, exchange, ids))) throw missing()
  return replyEmpty(exchange)
}
