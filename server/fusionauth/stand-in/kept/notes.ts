/** What is to be said of an instance that a file has set up: what is kept, and what it lacks here. */
import type { Json } from '../../../../scenarios/model/wire.ts'
import { canSign } from '../keys/material.ts'
import type { Memory } from '../memory/memory.ts'
import { connectorId } from '../memory/user.ts'
import { kinds } from './kinds.ts'
import { isJsonObject } from '../../../../scenarios/model/json.ts'

type CountedNoun = readonly [one: string, several: string]

const counted = (count: number, [one, several]: CountedNoun): readonly string[] =>
  count === 0 ? [] : [`${count} ${count === 1 ? one : several}`]

const at = (value: Json | undefined, ...names: readonly string[]): Json | undefined =>
  names.reduce<Json | undefined>(
    (node, name) => (isJsonObject(node) ? node[name] : undefined),
    value,
  )

const membersOf = (value: Json | undefined): { readonly [name: string]: Json } =>
  isJsonObject(value) ? value : {}

const isOn = (value: Json | undefined): boolean => value === true || value === 'true'

type Look = Pick<Memory, 'applications' | 'tenants' | 'kept' | 'keys'>

const both = ({ applications, tenants }: Look) => [...applications.values(), ...tenants.values()]

const keptOf = ({ kept }: Look, path: string): readonly Json[] =>
  [...kept.values()].flatMap((one) => (one.kind === path && !one.isBuiltIn ? [one.object] : []))

/** How many different texts are among the values. */
const different = (values: readonly (Json | undefined)[]): number =>
  new Set(values.filter((value) => typeof value === 'string' && value !== '')).size

const lambdaUses = [
  'accessTokenPopulateId',
  'idTokenPopulateId',
  'loginValidationId',
  'multiFactorRequirementId',
  'userinfoPopulateId',
]

/** Whether a webhook has to agree before an event of a login is done. */
const isVeto = ([name, event]: readonly [string, Json]): boolean =>
  /^(?:user\.login\.|jwt\.refresh$)/.test(name) &&
  isOn(at(event, 'enabled')) &&
  !['None', undefined].includes(at(event, 'transactionType') as string)

const transactions = (look: Look): number => {
  const events = [...look.tenants.values()].flatMap(({ eventConfiguration }) =>
    Object.entries(membersOf(at(eventConfiguration, 'events'))),
  )
  return events.some(isVeto) ? keptOf(look, '/api/webhook').length : 0
}

const signingUses = ['accessTokenKeyId', 'idTokenKeyId'] as const

/** The keys that tenants and applications name for signing; an application's own count when enabled. */
const namedKeys = ({ applications, tenants }: Look) =>
  [
    ...[...tenants.values()].map((one) => ({ owner: `tenant ${one.id}`, ...one.jwtConfiguration })),
    ...[...applications.values()]
      .filter(({ jwtConfiguration }) => jwtConfiguration.enabled)
      .map((one) => ({ owner: `application ${one.id}`, ...one.jwtConfiguration })),
  ].flatMap((one) =>
    signingUses.flatMap((use) => {
      const id = one[use]
      return id === undefined ? [] : [{ owner: one.owner, use, id }]
    }),
  )

/** How many of them are there and not what was asked for, or cannot sign. */
const otherKeys = (look: Look): number =>
  different(
    namedKeys(look)
      .map(({ id }) => id)
      .filter((id) => {
        const key = look.keys.get(id)
        return key !== undefined && (key.isOther || !canSign(key.material))
      }),
  )

/** A line for each of them that is not there. */
const missingKeys = (look: Look): readonly string[] =>
  namedKeys(look)
    .filter(({ id }) => !look.keys.has(id))
    .map(
      ({ owner, use, id }) =>
        `The ${owner} has ${id} as ${use}, and there is no such key: a demonstration key signs in its place.`,
    )

/** Whether an application has a provider on its login page. One for tokens of others is on none. */
const isOnLoginPage = (provider: Json): boolean =>
  isOn(at(provider, 'enabled')) &&
  at(provider, 'type') !== 'ExternalJWT' &&
  Object.values(membersOf(at(provider, 'applicationConfiguration'))).some((one) =>
    isOn(at(one, 'enabled')),
  )

const givesRoles = (group: Json): boolean =>
  Object.values(membersOf(at(group, 'roles'))).some((roles) => Object.keys(roles ?? {}).length > 0)

/** What would change a login at FusionAuth and does not here: how many there are, and what to call them. */
const lacking: readonly (readonly [count: (look: Look) => number, words: CountedNoun])[] = [
  [
    (look) =>
      different(
        both(look).flatMap(({ lambdaConfiguration }) =>
          lambdaUses.map((use) => at(lambdaConfiguration, use)),
        ),
      ),
    ['lambda that fills tokens or decides logins', 'lambdas that fill tokens or decide logins'],
  ],
  [
    (look) => keptOf(look, '/api/identity-provider').filter(isOnLoginPage).length,
    ['identity provider on the login page', 'identity providers on the login page'],
  ],
  [
    ({ tenants }) =>
      different(
        [...tenants.values()]
          .flatMap(({ connectorPolicies }) => Object.values(connectorPolicies ?? {}))
          .map((policy: Json) => at(policy, 'connectorId'))
          .filter((id) => id !== connectorId),
      ),
    ['connector that checks passwords', 'connectors that check passwords'],
  ],
  [
    (look) =>
      both(look).filter(
        ({ multiFactorConfiguration }) =>
          at(multiFactorConfiguration, 'loginPolicy') === 'Required',
      ).length,
    ['demand for a second factor', 'demands for a second factor'],
  ],
  [transactions, ['webhook that may veto a login', 'webhooks that may veto a login']],
  [
    (look) => keptOf(look, '/api/group').filter(givesRoles).length,
    ['group that gives its members roles', 'groups that give their members roles'],
  ],
  [
    (look) =>
      different(
        both(look).map(({ accessControlConfiguration }) =>
          at(accessControlConfiguration, 'uiIPAccessControlListId'),
        ),
      ),
    ['IP access control list', 'IP access control lists'],
  ],
  [
    ({ applications }) =>
      [...applications.values()].filter(({ registrationConfiguration }) =>
        isOn(at(registrationConfiguration, 'enabled')),
      ).length,
    ['application with self-service registration', 'applications with self-service registration'],
  ],
  [
    ({ applications }) =>
      [...applications.values()].filter(({ passwordlessConfiguration }) =>
        isOn(at(passwordlessConfiguration, 'enabled')),
      ).length,
    ['application with passwordless login', 'applications with passwordless login'],
  ],
  [
    otherKeys,
    [
      'signing key (a demonstration key signs in its place)',
      'signing keys (demonstration keys sign in their place)',
    ],
  ],
]

/**
 * One line of what is kept without effect, one of what would change a login, and one for each key that
 * is named and not there; none for nothing.
 */
export const notesOf = (look: Look): readonly string[] => {
  const inert = kinds.filter(({ effective }) => effective !== true)
  const kept = inert.flatMap(({ path, words }) => counted(keptOf(look, path).length, words))
  const missed = lacking.flatMap(([count, words]) => counted(count(look), words))
  return [
    ...(kept.length > 0 ? [`Kept without effect: ${kept.join(', ')}.`] : []),
    ...(missed.length > 0
      ? [`These matter to a login at FusionAuth, and do nothing here: ${missed.join(', ')}.`]
      : []),
    ...missingKeys(look),
  ]
}
