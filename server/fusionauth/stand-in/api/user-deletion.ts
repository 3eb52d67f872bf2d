import type { StandInHandler, Instance } from '../instance.ts'
import { endAfterLoginPrevented } from '../memory/sessions.ts'
import type { User } from '../memory/user.ts'
import { replyEmpty, replyJson } from '../reply.ts'
import { flag, group, id, listOf, whole } from '../shape.ts'
import { forgetUser } from './forget.ts'
import { invalid, nobodyNamed } from './refusals.ts'
import { readAs, readBody, sees } from './request.ts'
import { type Criteria, findUsers, readCriteria } from './user-search.ts'
import { loadUser } from './users.ts'

const remove = (instance: Instance, user: User, hard: boolean): void => {
  if (hard) {
    forgetUser(instance, user.id)
    return
  }
  const locked = { ...user, active: false }
  instance.memory.users.set(user.id, locked)
  endAfterLoginPrevented(instance, locked)
}

/**
 * DELETE /api/user/{userId}: locks the account, or with `hardDelete=true` removes it. A lock ends the
 * user's sessions where `onLoginPrevented` says so; that a lock counts as such is inferred (asked:
 * "sessions of a locked account").
 */
export const deleteUser: StandInHandler = (instance, exchange) => {
  const user = loadUser(instance, exchange)
  remove(instance, user, exchange.req.query('hardDelete') === 'true')
  return replyEmpty(exchange)
}

const readDeletion = group({
  dryRun: flag(false),
  hardDelete: flag(false),
  limit: whole(10_000, 1, 10_000),
  userIds: listOf(id('')),
  queryString: readCriteria.queryString,
})

/** DELETE /api/user/bulk: by `userIds`, or by `queryString` as in the search; in query or body. */
export const deleteUsers: StandInHandler = async (instance, exchange) => {
  const query = exchange.req.query()
  const named = [
    ...(exchange.req.queries('userId') ?? []),
    ...(exchange.req.queries('userIds') ?? []),
  ]
  const fromQuery = {
    ...(named.length > 0 ? { userIds: named.flatMap((one) => one.split(',')) } : {}),
    ...(query['dryRun'] === undefined ? {} : { dryRun: query['dryRun'] === 'true' }),
    ...(query['hardDelete'] === undefined ? {} : { hardDelete: query['hardDelete'] === 'true' }),
    ...(query['queryString'] === undefined ? {} : { queryString: query['queryString'] }),
  }
  const request = readAs(readDeletion, { ...(await readBody(exchange)), ...fromQuery }, '')
  const { dryRun, hardDelete, userIds, queryString, limit } = request
  if (userIds.length === 0 && queryString === undefined) throw invalid(nobodyNamed())
  const criteria: Criteria = userIds.length > 0 ? { ids: userIds } : { queryString }
  const users = findUsers(instance, criteria)
    .filter(({ tenantId }) => sees(instance, exchange, tenantId))
    .slice(0, limit)
  if (!dryRun) for (const user of users) remove(instance, user, hardDelete)
  const gone = users.map((user) => user.id)
  return replyJson(exchange, { dryRun, hardDelete, total: gone.length, userIds: gone })
}
