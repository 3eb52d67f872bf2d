import type * as FusionAuth from '@fusionauth/typescript-client'
import type { Json } from '../../../../scenarios/model/wire.ts'
import { demoKey } from '../demo-key.ts'
import type { Instance } from '../instance.ts'
import { firstMaterial } from '../keys/demonstration.ts'
import { token, uuid } from '../random.ts'
import { type Problem } from '../shape.ts'
import { type ApiKey, readApiKey } from './api-key.ts'
import { type Application, readApplication } from './application.ts'
import { readSystemConfiguration } from './system-configuration.ts'
import { readTenant, type Tenant } from './tenant.ts'
import { readUser, type Registration, type User } from './user.ts'
import { isJsonObject } from '../../../../scenarios/model/json.ts'

type UserSettings = ReturnType<typeof readUser>

/** FusionAuth's own shapes as they stand on the wire: enumerations are texts, nothing is required. */
type Wire<T> = T extends string
  ? `${T}`
  : T extends readonly (infer M)[]
    ? readonly Wire<M>[]
    : T extends object
      ? { readonly [K in keyof T]?: Wire<T[K]> | undefined }
      : T

/** What an instance knows from the start. What is left out gets FusionAuth's default. */
export interface Seed {
  readonly tenant?: Wire<FusionAuth.Tenant>
  readonly applications?: readonly Wire<FusionAuth.Application>[]
  /** `user.password` is a demonstration password; a registration without roles gets the default ones. */
  readonly users?: readonly {
    readonly user: Wire<FusionAuth.User>
    readonly registrations: readonly Wire<FusionAuth.UserRegistration>[]
  }[]
  /** What holds for the whole instance: which pages of other origins may call it, for one. */
  readonly systemConfiguration?: Wire<FusionAuth.SystemConfiguration>
}

const registrationFrom = (
  { random, clock }: Instance,
  settings: UserSettings['registrations'][number],
  application: Application | undefined,
): Registration => {
  const defaults = (application?.roles ?? []).filter(({ isDefault }) => isDefault)
  const now = clock.now()
  return {
    ...settings,
    id: settings.id ?? uuid(random),
    roles: settings.roles.length > 0 ? settings.roles : defaults.map(({ name }) => name),
    insertInstant: now,
    lastLoginInstant: undefined,
    lastUpdateInstant: now,
  }
}

/** Adds a registration to a user; one with the same application is replaced. */
export const register = (
  instance: Instance,
  user: User,
  settings: UserSettings['registrations'][number],
): Registration => {
  const application = instance.memory.applications.get(settings.applicationId)
  const registration = registrationFrom(instance, settings, application)
  const others = user.registrations.filter(
    ({ applicationId }) => applicationId !== registration.applicationId,
  )
  instance.memory.users.set(user.id, { ...user, registrations: [...others, registration] })
  return registration
}

export const addUser = (
  instance: Instance,
  { password, registrations, ...settings }: UserSettings,
  tenantId: string,
): User => {
  const { memory, clock, random } = instance
  const now = clock.now()
  const user: User = {
    ...settings,
    id: settings.id === '' ? uuid(random) : settings.id,
    tenantId,
    insertInstant: now,
    lastLoginInstant: undefined,
    lastUpdateInstant: now,
    passwordLastUpdateInstant: now,
    registrations: [],
  }
  memory.users.set(user.id, user)
  if (password !== undefined) memory.passwords.set(user.id, password)
  for (const registration of registrations) {
    register(instance, memory.users.get(user.id) ?? user, registration)
  }
  return memory.users.get(user.id) ?? user
}

export const addApplication = (
  { memory, clock, random }: Instance,
  settings: ReturnType<typeof readApplication>,
  tenantId: string,
): Application => {
  const now = clock.now()
  const { oauthConfiguration } = settings
  const clientSecret = oauthConfiguration.clientSecret || token(random)
  const application: Application = {
    ...settings,
    id: settings.id === '' ? uuid(random) : settings.id,
    tenantId,
    oauthConfiguration: { ...oauthConfiguration, clientSecret },
    roles: settings.roles.map((role) => ({ ...role, id: role.id ?? uuid(random) })),
    insertInstant: now,
    lastUpdateInstant: now,
  }
  memory.applications.set(application.id, application)
  return application
}

export const addTenant = (
  { memory, clock, random }: Instance,
  settings: ReturnType<typeof readTenant>,
): Tenant => {
  const now = clock.now()
  const id = settings.id === '' ? uuid(random) : settings.id
  const tenant = { ...settings, id, insertInstant: now, lastUpdateInstant: now }
  memory.tenants.set(id, tenant)
  return tenant
}

/** FusionAuth's own application, its administrative pages: fixed in every instance. */
export const adminApplicationId = '3c219e58-ed0e-4b18-ad48-f4f92793ae32'

/** A fresh FusionAuth has one tenant of this name, and in it its own application. */
export const addDefaultTenant = (instance: Instance): void => {
  const tenant = addTenant(instance, readTenant({ name: 'Default' }, '', []))
  const settings = {
    id: adminApplicationId,
    name: 'FusionAuth',
    oauthConfiguration: { enabledGrants: [] },
    roles: [{ name: 'admin', isSuperRole: true }],
  }
  addApplication(instance, readApplication(settings, '', []), tenant.id)
}

export const addApiKey = (
  { memory, clock, random }: Instance,
  settings: ReturnType<typeof readApiKey>,
): ApiKey => {
  const now = clock.now()
  const id = settings.id === '' ? uuid(random) : settings.id
  const key = settings.key === '' ? token(random) : settings.key
  const added = { ...settings, id, key, insertInstant: now, lastUpdateInstant: now }
  memory.apiKeys.set(id, added)
  return added
}

/** The id of the API key that an instance is started with. */
const firstApiKey = '6b657973-0000-4000-8000-000000000001'

/** The key that an instance is started with may do everything, and may manage other keys. */
export const addFirstApiKey = (instance: Instance): ApiKey =>
  addApiKey(
    instance,
    readApiKey({ id: firstApiKey, key: instance.apiKey, keyManager: true }, '', []),
  )

/** A fresh FusionAuth (1.50 and later) has one RSA key pair. */
export const addDemoKey = ({ memory, clock }: Instance): void => {
  const { id, kid, name } = demoKey
  memory.keys.set(id, {
    id,
    kid,
    name,
    issuer: undefined,
    insertInstant: clock.now(),
    material: firstMaterial,
    isOther: false,
  })
}

const list = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : [])

/** One object for the reader: the user with the registrations inside. */
const joined = (entry: Json): Json =>
  isJsonObject(entry) && isJsonObject(entry['user'])
    ? { ...entry['user'], registrations: entry['registrations'] ?? [] }
    : entry

/**
 * Puts a seed into memory. A seeded tenant takes the place of the empty tenant that a fresh instance
 * has; applications and users belong to the seeded tenant.
 *
 * @throws Error that names every member of the seed that FusionAuth would not take.
 */
export const plant = (instance: Instance, seed: Seed): void => {
  const { memory } = instance
  const problems: Problem[] = []
  // A seed has the shapes of the wire, so it survives the way through JSON.
  const json = JSON.parse(JSON.stringify(seed)) as { readonly [K in keyof Seed]: Json }
  const tenant = readTenant(json.tenant, 'tenant', problems)
  const applications = list(json.applications).map((application, index) =>
    readApplication(application, `applications[${index}]`, problems),
  )
  const users = list(json.users).map((entry, index) =>
    readUser(joined(entry), `users[${index}]`, problems),
  )
  const system = readSystemConfiguration(
    json.systemConfiguration ?? {},
    'systemConfiguration',
    problems,
  )
  if (problems.length > 0) {
    throw new Error(`The seed is not right. ${problems.map(({ message }) => message).join(' ')}`)
  }
  const untouched =
    memory.users.size === 0 &&
    [...memory.applications.keys()].every((id) => id === adminApplicationId)
  if (seed.tenant !== undefined && untouched) {
    memory.tenants.clear()
    memory.applications.clear()
  }
  const tenantId = seed.tenant === undefined ? '' : addTenant(instance, tenant).id
  const home = tenantId || ([...memory.tenants.keys()][0] ?? '')
  for (const application of applications) addApplication(instance, application, home)
  for (const user of users) addUser(instance, user, home)
  if (json.systemConfiguration !== undefined)
    memory.systemConfiguration.set('system', {
      ...system,
      lastUpdateInstant: instance.clock.now(),
    })
}
