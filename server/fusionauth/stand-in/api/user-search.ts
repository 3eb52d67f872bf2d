import type { Json } from '../../../../scenarios/model/wire.ts'
import type { StandInContext, StandInHandler, Instance } from '../instance.ts'
import { type User, userView } from '../memory/user.ts'
import { replyJson } from '../reply.ts'
import { group, id, listOf, named, oneOf, text, whole } from '../shape.ts'
import { invalid, nobodyNamed, unusable } from './refusals.ts'
import { member, readAs, readBody, sees } from './request.ts'

const sortable = [
  'email',
  'username',
  'firstName',
  'lastName',
  'fullName',
  'insertInstant',
] as const

const readSortField = named(
  'name',
  group({ name: oneOf(sortable, 'email'), order: oneOf(['asc', 'desc'], 'asc') }),
)

/** What the search with the database engine takes. */
export const readCriteria = {
  ids: listOf(id('')),
  numberOfResults: whole(25, 1, 10_000),
  query: text(undefined),
  queryString: text(undefined),
  sortFields: listOf(readSortField),
  startRow: whole(0),
}

/** Whom to find: users of these ids, or all of whom the text is true. */
export interface Criteria {
  readonly ids?: readonly string[]
  readonly queryString?: string | undefined
}

/**
 * `*` stands for any text; case does not matter; the text may stand anywhere (inferred, asked:
 * "text of a user search").
 */
const patternOf = (queryString: string): RegExp => {
  const parts = queryString
    .split(/\*+/)
    .map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(parts.join('[^]{0,1000}?'), 'iu')
}

const matches = (pattern: RegExp, user: User): boolean =>
  [user.email, user.username, user.firstName, user.lastName, user.fullName].some(
    (value) => value !== undefined && pattern.test(value),
  )

/** The users whom the criteria pick out, in the order in which they were made. */
export const findUsers = ({ memory }: Instance, { ids = [], queryString }: Criteria): User[] => {
  if (ids.length > 0) {
    return [...new Set(ids)].flatMap((userId) => memory.users.get(userId) ?? [])
  }
  const users = [...memory.users.values()]
  if (queryString === undefined || /^\*+$/.test(queryString)) return users
  const pattern = patternOf(queryString.slice(0, 200))
  return users.filter((user) => matches(pattern, user))
}

type SortField = ReturnType<typeof readSortField>

const compare = (sortFields: readonly SortField[], left: User, right: User): number => {
  for (const { name, order } of sortFields) {
    const [a, b] = [left[name] ?? '', right[name] ?? '']
    if (a !== b) return (a < b ? -1 : 1) * (order === 'asc' ? 1 : -1)
  }
  return 0
}

const respond = (instance: Instance, exchange: StandInContext, given: Json): Response => {
  const criteria = readAs(group(readCriteria), given, 'search')
  const { ids, query, queryString, sortFields, startRow, numberOfResults } = criteria
  if (query !== undefined) {
    const why = 'It needs the Elasticsearch engine; this FusionAuth searches in its database.'
    throw invalid(unusable('search.query', why))
  }
  if (ids.length === 0 && queryString === undefined) throw invalid(nobodyNamed())
  const found = findUsers(instance, { ids, queryString })
    .filter(({ tenantId }) => sees(instance, exchange, tenantId))
    .toSorted((left, right) => compare(sortFields, left, right))
  const users = found.slice(startRow, startRow + numberOfResults)
  return replyJson(exchange, { total: found.length, users: users.map(userView) })
}

/** POST /api/user/search. */
export const searchUsers: StandInHandler = async (instance, exchange) =>
  respond(instance, exchange, member(await readBody(exchange), 'search') ?? {})

/** GET /api/user/search?ids= or ?queryString=, with numberOfResults and startRow. */
export const searchUsersByQuery: StandInHandler = (instance, exchange) => {
  const { queryString, numberOfResults, startRow } = exchange.req.query()
  const ids = (exchange.req.queries('ids') ?? []).flatMap((one) => one.split(','))
  return respond(instance, exchange, {
    ids,
    ...(queryString === undefined ? {} : { queryString }),
    ...(numberOfResults === undefined ? {} : { numberOfResults: Number(numberOfResults) }),
    ...(startRow === undefined ? {} : { startRow: Number(startRow) }),
  })
}
