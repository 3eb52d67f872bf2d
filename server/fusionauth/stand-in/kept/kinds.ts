import type { Json } from '../../../../scenarios/model/wire.ts'
import type { Instance } from '../instance.ts'
import type { Given } from '../memory/records.ts'
import type { Memory } from '../memory/memory.ts'
import { uuid } from '../random.ts'
import { isJsonObject } from '../../../../scenarios/model/json.ts'
import { completeScope } from './custom-scope.ts'

/** How a kind differs from the others; each of these is rare. */
interface Peculiarity {
  /** What a body wraps the object in, where an answer has another name for it. */
  readonly asks?: string
  /** There is one of it, at the path itself, and none by id. */
  readonly single?: true
  /** What one of them takes, where it is not all of `itemMethods`. */
  readonly methods?: readonly string[]
  /** A change is answered without a body. */
  readonly silent?: true
  /** It is of the tenant that the call is about. */
  readonly ofTenant?: true
  /** Whatever is sent goes into what is there already, so that a second POST is no duplicate. */
  readonly take?: (given: Given, before: Given, instance: Instance) => Given
  /** It has its effect here, so that nothing is to be said of it. */
  readonly effective?: true
  /** Checks what is to be saved, and adds what it always has; `ownerId` is what it belongs to. */
  readonly complete?: (given: Given, before: Given, ownerId: string, memory: Memory) => Given
  /** What the answer says because of members of the body that stand beside the object. */
  readonly beside?: (body: Given, instance: Instance) => Given
}

/**
 * A kind of object of FusionAuth's API that the stand-in keeps and shows, and that does nothing here
 * but for the one that says otherwise.
 * In the path, `:` stands for the id of what the object belongs to.
 */
export interface KeptKind extends Peculiarity {
  readonly path: string
  /** What an answer wraps one of them in, and a list of them. */
  readonly member: string
  readonly members: string
  /** What it is called in words: one, and several. */
  readonly words: readonly [one: string, several: string]
  /** The member that none goes without; '' for none. */
  readonly needs: string
  /** Whether a key that is scoped to a tenant may not touch it (FusionAuth docs, API endpoints). */
  readonly isGlobal: boolean
}

/** What one of them takes, as a rule. */
export const itemMethods: readonly string[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

const list = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : [])

const objects = (value: Json | undefined): readonly Given[] => list(value).filter(isJsonObject)

/** Members with others among them, each user once. */
const join = (before: Json | undefined, added: readonly Given[]): readonly Given[] => [
  ...objects(before).filter(({ userId }) => !added.some((one) => one['userId'] === userId)),
  ...added,
]

/** A family is made by its first member, and each request adds or changes one. */
const joinFamily = (given: Given, before: Given): Given => ({
  ...before,
  members: join(before['members'], [given]),
})

/** Members by group: those that are named join those that are there. */
const joinGroups = (given: Given, before: Given, { random }: Instance): Given => {
  const joined = Object.entries(given).map(([groupId, members]) => {
    const added = objects(members).map((one) => ({
      ...one,
      groupId,
      id: one['id'] ?? uuid(random),
    }))
    return [groupId, join(before[groupId], added)] as const
  })
  return { ...before, ...Object.fromEntries(joined) }
}

/** The roles that a group is given by their ids, by application. */
const rolesOfGroup = (body: Given, { memory }: Instance): Given => {
  if (body['roleIds'] === undefined) return {}
  const ids = list(body['roleIds'])
  const roles = [...memory.applications.values()].flatMap((application) => {
    const own = application.roles.filter(({ id }) => ids.includes(id ?? ''))
    return own.length > 0 ? [[application.id, own.map((role) => ({ ...role }))] as const] : []
  })
  return JSON.parse(JSON.stringify({ roles: Object.fromEntries(roles) })) as Given
}

const kind = (
  path: string,
  [member, members]: readonly [string, string],
  words: readonly [string, string],
  needs: string,
  reach: 'global' | 'any',
  peculiarity: Peculiarity = {},
): KeptKind => ({
  path,
  member,
  members,
  words,
  needs,
  isGlobal: reach === 'global',
  ...peculiarity,
})

/** Every kind; of two whose paths both fit, the longer one is meant. */
// oxfmt-ignore
export const kinds: readonly KeptKind[] = [
  kind('/api/application/:/scope', ['scope', 'scopes'], ['custom scope', 'custom scopes'], 'name', 'any', { effective: true, complete: completeScope }),
  kind('/api/connector', ['connector', 'connectors'], ['connector', 'connectors'], 'name', 'global'),
  kind('/api/consent', ['consent', 'consents'], ['consent', 'consents'], 'name', 'any'),
  kind('/api/email/template', ['emailTemplate', 'emailTemplates'], ['e-mail template', 'e-mail templates'], 'name', 'global'),
  kind('/api/entity', ['entity', 'entities'], ['entity', 'entities'], 'name', 'any', { ofTenant: true }),
  kind('/api/entity/:/grant', ['grant', 'grants'], ['grant of an entity', 'grants of entities'], '', 'any', { silent: true, methods: [] }),
  kind('/api/entity/type', ['entityType', 'entityTypes'], ['entity type', 'entity types'], 'name', 'global'),
  kind('/api/entity/type/:/permission', ['permission', 'permissions'], ['entity permission', 'entity permissions'], 'name', 'any', { methods: ['POST', 'PUT', 'PATCH', 'DELETE'] }),
  kind('/api/form', ['form', 'forms'], ['form', 'forms'], 'name', 'global'),
  kind('/api/form/field', ['field', 'fields'], ['form field', 'form fields'], 'key', 'global'),
  kind('/api/group', ['group', 'groups'], ['group', 'groups'], 'name', 'any', { ofTenant: true, beside: rolesOfGroup }),
  kind('/api/group/member', ['members', 'members'], ['list of group members', 'lists of group members'], '', 'any', { single: true, methods: ['POST', 'PUT'], take: joinGroups }),
  kind('/api/identity-provider', ['identityProvider', 'identityProviders'], ['identity provider', 'identity providers'], 'type', 'any'),
  kind('/api/integration', ['integrations', 'integrations'], ['set of integrations', 'sets of integrations'], '', 'global', { single: true, methods: ['GET', 'PUT', 'PATCH'] }),
  kind('/api/ip-acl', ['ipAccessControlList', 'ipAccessControlLists'], ['IP access control list', 'IP access control lists'], 'name', 'global'),
  kind('/api/lambda', ['lambda', 'lambdas'], ['lambda', 'lambdas'], 'name', 'global'),
  kind('/api/message/template', ['messageTemplate', 'messageTemplates'], ['message template', 'message templates'], 'name', 'global'),
  kind('/api/messenger', ['messenger', 'messengers'], ['messenger', 'messengers'], 'name', 'global'),
  kind('/api/reactor', ['status', 'status'], ['licence', 'licences'], '', 'global', { single: true, methods: ['GET', 'POST', 'PUT'], silent: true, take: () => ({ licensed: false }) }),
  kind('/api/tenant-manager', ['tenantManagerConfiguration', 'tenantManagerConfigurations'], ['Tenant Manager configuration', 'Tenant Manager configurations'], '', 'global', { single: true, methods: ['GET', 'POST', 'PUT', 'PATCH'] }),
  kind('/api/theme', ['theme', 'themes'], ['theme', 'themes'], 'name', 'global'),
  kind('/api/user-action-reason', ['userActionReason', 'userActionReasons'], ['reason of user actions', 'reasons of user actions'], 'text', 'global'),
  kind('/api/user/consent', ['userConsent', 'userConsents'], ['consent of a user', 'consents of users'], 'consentId', 'any'),
  kind('/api/user/family', ['family', 'families'], ['family', 'families'], '', 'any', { asks: 'familyMember', methods: ['GET', 'POST', 'PUT'], take: joinFamily }),
  kind('/api/webhook', ['webhook', 'webhooks'], ['webhook', 'webhooks'], 'url', 'global'),
]
