import type { Json } from '../../../../scenarios/model/wire.ts'
import { isJsonObject } from '../../../../scenarios/model/json.ts'
import { invalid, unauthorized, unusable, wrongMethod } from '../api/refusals.ts'
import { apiKeyOf, readAs, sees } from '../api/request.ts'
import { type Candidate, criteriaOf, isLike, replyFound, type SearchFields } from '../api/search.ts'
import type { Instance, StandInContext } from '../instance.ts'
import type { KeptObject } from '../memory/records.ts'
import { group, id, listOf, text } from '../shape.ts'
import { kinds } from './kinds.ts'

/** Turns what is kept at a path into what a search may find. */
type Candidates = (kept: KeptObject, path: string, instance: Instance) => readonly Candidate[]

/** A search among the objects of one kind (FusionAuth's OpenAPI description of 1.69). */
interface KeptSearch extends SearchFields {
  readonly path: string
  readonly kind: string
  readonly members: string
  readonly isGlobal: boolean
  readonly candidates: Candidates
}

const itself: Candidates = ({ object }) => [[object, object]]

/** The entity that a grant belongs to stands in its path. */
const grants: Candidates = ({ object }, path, { memory }) => {
  const [, owner = '', entityId = ''] = /^(\/api\/entity\/([^/]+))\//.exec(path) ?? []
  const entity = memory.kept.get(owner)?.object ?? { id: entityId }
  const name = entity['name'] ?? null
  return [
    [
      { ...object, entity },
      { ...object, entityId, name },
    ],
  ]
}

/** Members are kept in lists by their groups. */
const groupMembers: Candidates = ({ object }) =>
  Object.values(object).flatMap((members) =>
    Array.isArray(members) ? members.filter(isJsonObject).map((one): Candidate => [one, one]) : [],
  )

/** Where a list or a map of ids stands for what is looked for. */
const providers: Candidates = ({ object }) => {
  const { applicationConfiguration } = object
  const applicationId = isJsonObject(applicationConfiguration)
    ? Object.keys(applicationConfiguration)
    : []
  return [[object, { ...object, applicationId }]]
}

const webhooks: Candidates = ({ object }) => [
  [object, { ...object, tenantId: object['tenantIds'] ?? null }],
]

const among = (
  kindPath: string,
  path: string,
  texts: readonly string[],
  exact: readonly string[] = [],
  candidates: Candidates = itself,
): KeptSearch => {
  const kind = kinds.find((one) => one.path === kindPath)
  return {
    path,
    kind: kindPath,
    members: kind?.members ?? '',
    isGlobal: kind?.isGlobal === true,
    texts,
    exact,
    candidates,
  }
}

/** Every search. */
// oxfmt-ignore
export const searches: readonly KeptSearch[] = [
  among('/api/consent', '/api/consent/search', ['name']),
  among('/api/email/template', '/api/email/template/search', ['name']),
  among('/api/entity', '/api/entity/search', ['name']),
  among('/api/entity/:/grant', '/api/entity/grant/search', ['name'], ['entityId', 'userId'], grants),
  among('/api/entity/type', '/api/entity/type/search', ['name']),
  among('/api/group', '/api/group/search', ['name'], ['tenantId']),
  among('/api/group/member', '/api/group/member/search', [], ['groupId', 'userId'], groupMembers),
  among('/api/identity-provider', '/api/identity-provider/search', ['name'], ['applicationId', 'source', 'tenantId', 'type'], providers),
  among('/api/ip-acl', '/api/ip-acl/search', ['name']),
  among('/api/lambda', '/api/lambda/search', ['name', 'body'], ['type']),
  among('/api/theme', '/api/theme/search', ['name'], ['type']),
  among('/api/webhook', '/api/webhook/search', ['description', 'url'], ['tenantId'], webhooks),
]

const byPath = new Map(searches.map((one) => [one.path, one]))

/** The search at a path; undefined when there is none. */
export const findKeptSearch = (path: string): KeptSearch | undefined => byPath.get(path)

const readEntityCriteria = group({
  ids: listOf(id('')),
  query: text(undefined),
  queryString: text(undefined),
})

/**
 * Entities are looked for as users are: by their ids, or by a text, here in their names (inferred,
 * asked: "text of an entity search").
 */
const entitiesOf = (candidates: readonly Candidate[], given: Json): readonly Candidate[] => {
  const { ids, query, queryString = '*' } = readAs(readEntityCriteria, given, 'search')
  if (query !== undefined) {
    const why = 'It needs the Elasticsearch engine; this FusionAuth searches in its database.'
    throw invalid(unusable('search.query', why))
  }
  return candidates.filter(([{ id: own, name }]) =>
    ids.length > 0
      ? ids.some((one) => one === own)
      : typeof name === 'string' && isLike(name, queryString),
  )
}

/** Answers a search among what is kept, for callers with a key for it. */
export const searchKept = async (
  instance: Instance,
  exchange: StandInContext,
  search: KeptSearch,
): Promise<Response> => {
  const { path, kind, members, isGlobal } = search
  if (!['GET', 'POST'].includes(exchange.req.method)) {
    exchange.header('Allow', 'GET, POST')
    throw wrongMethod()
  }
  const key = apiKeyOf(instance, exchange, path)
  if (key === undefined || (isGlobal && key.tenantId !== undefined)) throw unauthorized()
  const given = await criteriaOf(exchange)
  const candidates = [...instance.memory.kept]
    .filter(([, one]) => one.kind === kind)
    .filter(
      ([
        ,
        {
          object: { tenantId },
        },
      ]) => (typeof tenantId === 'string' ? sees(instance, exchange, tenantId) : true),
    )
    .flatMap(([place, one]) => search.candidates(one, place, instance))
  const isOfEntities = kind === '/api/entity'
  const wanted = isOfEntities ? entitiesOf(candidates, given) : candidates
  const fields = isOfEntities ? { texts: [], exact: [] } : search
  return replyFound(exchange, members, wanted, given, fields)
}
