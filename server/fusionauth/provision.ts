import type { FusionAuthClient } from '@fusionauth/typescript-client'
import { sayEnglish } from '../../scenarios/i18n/en/index.ts'
import { type Text, textOf } from '../../scenarios/model/text.ts'
import type { Json } from '../../scenarios/model/wire.ts'
import { attempt, must, type Need, type AttemptOutcome, ProvisioningFailed } from './attempt.ts'
import type { Blueprint, PlannedApplication, PlannedKey, PlannedUser } from './plan.ts'
import { configDiff, settingNames } from './config-diff.ts'
import { memberOf } from '../../scenarios/model/json.ts'

export { ProvisioningFailed }

/** What became of one thing of the blueprint. */
export interface Deed {
  /** E.g. `application "Login Lab Store"`. */
  readonly what: string
  readonly did: 'created' | 'changed' | 'kept' | 'removed' | 'absent' | 'left'
  /** Settings that were changed, or why it was left; '' when there is nothing to say. */
  readonly note: string
}

export interface Provisioned {
  readonly deeds: readonly Deed[]
  /** Client secrets in force, by application id: those that stood there are kept. */
  readonly clientSecrets: ReadonlyMap<string, string>
}

/** Plain data, as it goes over the wire: enumerations are texts. */
const json = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json

interface Thing<R> {
  readonly what: Text
  readonly endpoint: string
  readonly wanted: Json
  readonly read: (response: R) => Json | null
  readonly retrieve: () => Promise<{ readonly statusCode: number; readonly response: R }>
  readonly create: () => Promise<{ readonly statusCode: number; readonly response: R }>
  readonly patch: (body: Json) => Promise<{ readonly statusCode: number; readonly response: R }>
}

const need = (method: Need['method'], endpoint: string): Need => ({ method, endpoint })

/**
 * Creates a thing, or brings it to what is wanted by a PATCH of just that; two who create it at once
 * end up with one.
 */
const ensure = async <R>(
  thing: Thing<R>,
): Promise<{ readonly held: Json; readonly deed: Deed }> => {
  const { what, endpoint, wanted } = thing
  const retrieve = (): Promise<AttemptOutcome<Json>> =>
    attempt(what, need('GET', endpoint), thing.retrieve(), thing.read)
  let found = await retrieve()
  if (found.kind === 'missing') {
    const create = (): ReturnType<Thing<R>['create']> => thing.create()
    const created = await attempt(what, need('POST', endpoint), create(), thing.read)
    if (created.kind === 'done')
      return { held: created.value, deed: { what: sayEnglish(what), did: 'created', note: '' } }
    found = await retrieve()
    if (found.kind !== 'done') await must(what, need('POST', endpoint), create(), thing.read)
  }
  if (found.kind !== 'done')
    throw new ProvisioningFailed(
      what,
      textOf('setup.refused', {
        method: 'GET',
        endpoint,
        codes: found.kind === 'refused' ? found.codes : [],
      }),
    )
  const patch = configDiff(wanted, found.value)
  if (patch === undefined)
    return { held: found.value, deed: { what: sayEnglish(what), did: 'kept', note: '' } }
  const held = await must(what, need('PATCH', endpoint), thing.patch(patch), thing.read)
  return {
    held,
    deed: { what: sayEnglish(what), did: 'changed', note: settingNames(patch).join(', ') },
  }
}

/** An id of ours in a tenant of others is not ours to change. */
const ownedBy = (tenantId: string, what: Text, held: Json): void => {
  const owner = memberOf(held, 'tenantId')
  if (owner !== undefined && owner !== tenantId)
    throw new ProvisioningFailed(what, textOf('setup.other-tenant'))
}

const ensureApplication = async (
  client: FusionAuthClient,
  application: PlannedApplication,
  tenantId: string,
): Promise<{ readonly deed: Deed; readonly secret: string }> => {
  const { id, name, oauthConfiguration } = application
  const { clientSecret, ...oauth } = oauthConfiguration
  const what = textOf('thing.application', { name })
  const endpoint = '/api/application'
  const read = (response: { readonly application?: unknown }): Json | null =>
    response.application === undefined ? null : json(response.application)
  const { held, deed } = await ensure({
    what,
    endpoint,
    wanted: json({ ...application, oauthConfiguration: oauth }),
    read,
    retrieve: () => client.retrieveApplication(id),
    create: () => client.createApplication(id, { application }),
    patch: (body) => client.patchApplication(id, { application: body as object }),
  })
  ownedBy(tenantId, what, held)
  if (memberOf(held, 'active') === false)
    await must(what, need('PUT', endpoint), client.reactivateApplication(id), () => true)
  const secret = memberOf(memberOf(held, 'oauthConfiguration'), 'clientSecret')
  if (typeof secret === 'string' && secret !== '') return { deed, secret }
  const patch = { application: { oauthConfiguration: { clientSecret } } }
  await must(what, need('PATCH', endpoint), client.patchApplication(id, patch), () => true)
  return { deed, secret: clientSecret }
}

/** A key is made once and never changed; what it is called is the operator's affair. */
const ensureKey = async (client: FusionAuthClient, key: PlannedKey): Promise<Deed> => {
  const { id, name, algorithm } = key
  const what = textOf('thing.key', { name })
  const { held, deed } = await ensure({
    what,
    endpoint: '/api/key',
    wanted: json({ id }),
    read: (response) => (response.key === undefined ? null : json(response.key)),
    retrieve: () => client.retrieveKey(id),
    create: () => client.generateKey(id, { key }),
    patch: () => client.retrieveKey(id),
  })
  if (memberOf(held, 'algorithm') !== algorithm)
    throw new ProvisioningFailed(what, textOf('setup.other-algorithm', { algorithm }))
  return deed
}

/** Statuses of the Login API that mean: this password, whatever else is to be done first. */
const passwordIsRight = (status: number): boolean => [200, 202, 203, 212, 213, 242].includes(status)

/** @param applications resolves when there is something to register for */
const ensureUser = async (
  client: FusionAuthClient,
  { user, registrations }: PlannedUser,
  tenantId: string,
  applications: Promise<unknown> = Promise.resolve(),
): Promise<readonly Deed[]> => {
  const { id, password, ...described } = user
  const what = textOf('thing.user', { name: user.email })
  const endpoint = '/api/user'
  const read = (response: { readonly user?: unknown }): Json | null =>
    response.user === undefined ? null : json(response.user)
  const { held, deed } = await ensure({
    what,
    endpoint,
    wanted: json({ id, ...described, passwordChangeRequired: false }),
    read,
    retrieve: () => client.retrieveUser(id),
    create: () => client.createUser(id, { user: { ...user }, skipVerification: true }),
    patch: (body) => client.patchUser(id, { user: body as object, skipVerification: true }),
  })
  ownedBy(tenantId, what, held)
  if (memberOf(held, 'active') === false)
    await must(what, need('PUT', endpoint), client.reactivateUser(id), () => true)
  const deeds = [deed]
  if (deed.did !== 'created') {
    const login = client.login({ loginId: user.email, password, noJWT: true })
    const known = await attempt(what, need('POST', '/api/login'), login, (_, status) =>
      passwordIsRight(status) ? true : null,
    )
    if (known.kind !== 'done') {
      const patch = client.patchUser(id, { user: { password } })
      await must(what, need('PATCH', endpoint), patch, () => true)
      deeds.push({ what: sayEnglish(what), did: 'changed', note: 'password' })
    }
  }
  await applications
  const registered = JSON.stringify(memberOf(held, 'registrations') ?? [])
  for (const { applicationId } of registrations) {
    if (registered.includes(applicationId)) continue
    const register = () => client.register(id, { registration: { applicationId } })
    const registration = textOf('thing.registration', { name: user.email })
    const asked = need('POST', '/api/user/registration')
    const made = await attempt(registration, asked, register(), () => true)
    if (made.kind === 'done')
      deeds.push({
        what: sayEnglish(what),
        did: 'changed',
        note: `registered for ${applicationId}`,
      })
    // Somebody else who sets up at the same time may have been faster.
    else if (made.kind === 'missing' || !made.codes.some((code) => code.startsWith('[duplicate]')))
      await must(registration, asked, register(), () => true)
  }
  return deeds
}

/**
 * Adds a user to a tenant that stands.
 *
 * @throws ProvisioningFailed with what to do about it
 */
export const enrolUser = async (
  client: FusionAuthClient,
  user: PlannedUser,
  tenantId: string,
): Promise<void> => {
  client.setTenantId(tenantId)
  await ensureUser(client, user, tenantId)
}

/**
 * Sets up what a workflow needs through FusionAuth's own API: creates what is missing, and of what
 * stands there changes the settings that differ. It touches only the ids of the blueprint and keeps
 * what it does not know: client secrets, further redirect addresses, further grants. A second time
 * changes nothing.
 *
 * @throws ProvisioningFailed with what to do about it
 */
export const provision = async (
  client: FusionAuthClient,
  plan: Blueprint,
): Promise<Provisioned> => {
  const { key, tenant } = plan
  client.setTenantId(null)
  const deeds = key === undefined ? [] : [await ensureKey(client, key)]
  const { deed } = await ensure({
    what: textOf('thing.tenant', { name: tenant.name }),
    endpoint: '/api/tenant',
    wanted: json(tenant),
    read: (response) => (response.tenant === undefined ? null : json(response.tenant)),
    retrieve: () => client.retrieveTenant(tenant.id),
    create: () => client.createTenant(tenant.id, { tenant }),
    patch: (body) => client.patchTenant(tenant.id, { tenant: body as object }),
  })
  deeds.push(deed)
  client.setTenantId(tenant.id)
  // Neither depends on another, and a FusionAuth may be slow.
  const making = plan.applications.map((one) => ensureApplication(client, one, tenant.id))
  const ready = Promise.all(making)
  const enrolling = plan.users.map((one) => ensureUser(client, one, tenant.id, ready))
  // Whoever hears of a failure may rely on it that nothing is under way any more.
  await Promise.allSettled([ready, ...making, ...enrolling])
  const applications = await ready
  deeds.push(...applications.map((made) => made.deed), ...(await Promise.all(enrolling)).flat())
  const secrets = applications.map(
    ({ secret }, n) => [plan.applications[n]?.id ?? '', secret] as const,
  )
  return { deeds, clientSecrets: new Map(secrets) }
}
