import type { FusionAuthClient, Tenant } from '@fusionauth/typescript-client'
import { memberOf } from '../../scenarios/model/json.ts'
import { sayEnglish } from '../../scenarios/i18n/en/index.ts'
import { ended } from '../../scenarios/model/sentence.ts'
import { textOf } from '../../scenarios/model/text.ts'
import { attempt, must, ProvisioningFailed } from './attempt.ts'
import type { OwnTenant } from './blueprint.ts'
import { type Ids, isRunTenantId } from './ids.ts'
import type { Deed } from './provision.ts'
import { createTakeDowns, deleting, type Departing, type TakeDownOptions } from './take-down.ts'

const { endpoint } = deleting

/** What the names of runs' tenants begin with. */
const prefix = 'Login Lab run '

/** Milliseconds by which the clocks of two servers may differ, and a tenant is left for longer. */
const clockDifference = 60 * 60 * 1000

/** Milliseconds until it is looked again for what is left over. */
export const tidyInterval = 60 * 60 * 1000

/** Milliseconds after which it is looked again when it could not be looked. */
const nextLook = 5 * 60 * 1000

/** Whose clients are used, and for how long a run may have its tenant. */
export interface RunTenantsOptions extends TakeDownOptions {
  /** What this server marks its tenants with. */
  readonly instance: string
  /** Milliseconds that no run outlives. */
  readonly longest: number
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** The tenant of a run that is about to be made. */
export interface Beginning extends Pick<Departing, 'client' | 'mayAppear'> {
  readonly own: OwnTenant
  /** Lets nothing more be made in it. */
  readonly stop: () => void
}

/**
 * The tenants that runs have for themselves at a FusionAuth which several servers may share. Each says
 * whose it is and until when; one that was left over by a server which was killed is taken away after
 * that time, by whoever comes next.
 */
export interface RunTenants {
  /** The tenant that a new run is to have. */
  mark(ids: Ids): OwnTenant
  /** Hears that it is about to be made: from now on it is taken away in any case. */
  begin(beginning: Beginning): void
  /**
   * Takes away what is over and what could not be taken away, once in a while; nobody has to wait for it.
   */
  tidy(client: FusionAuthClient): void
  /** Takes a run's tenant away by its id, with a few tries; nobody has to wait for it. */
  end(tenantId: string): void
  /** Takes away the tenants of all runs. Resolves when that is done, or has been told to be in vain. */
  close(): Promise<void>
  /** Resolves when everything that was begun is done. */
  settled(): Promise<void>
}

const isRunTenant = ({ id = '', name = '' }: Tenant): boolean =>
  isRunTenantId(id) && name.startsWith(prefix)

/** Until when it may be in use; null where it does not say. */
const endOf = ({ data }: Pick<Tenant, 'data'>): number | null => {
  const until = memberOf(memberOf(data, 'loginLab'), 'until')
  const end = typeof until === 'string' ? Date.parse(until) : Number.NaN
  return Number.isNaN(end) ? null : end
}

const removeTenant = async (
  client: FusionAuthClient,
  { id = '', name = '' }: Tenant,
): Promise<Deed> => {
  const thing = textOf('thing.tenant', { name })
  const what = sayEnglish(thing)
  // Whoever shares this FusionAuth may have been faster.
  const outcome = await attempt(thing, deleting, client.deleteTenant(id), () => true)
  return { what, did: outcome.kind === 'done' ? 'removed' : 'absent', note: '' }
}

/**
 * Takes tenants of runs away, with all that is in them: those that are over at a time, or all. One that
 * does not say until when it may live is left, and so is everything that is no run's.
 *
 * @param now milliseconds since 1970; null for all tenants of runs, in use or not
 * @throws ProvisioningFailed with what to do about it
 */
export const removeRunTenants = async (
  client: FusionAuthClient,
  now: number | null,
): Promise<readonly Deed[]> => {
  client.setTenantId(null)
  const tenants = await must(
    textOf('thing.tenants'),
    { method: 'GET', endpoint },
    client.retrieveTenants(),
    (response) => response.tenants ?? [],
  )
  const isOver = (tenant: Tenant): boolean =>
    now === null || (endOf(tenant) ?? Infinity) + clockDifference < now
  const deeds: Deed[] = []
  for (const tenant of tenants.filter((one) => isRunTenant(one) && isOver(one)))
    deeds.push(await removeTenant(client, tenant))
  return deeds
}

/**
 * Finds out whether the API key may delete tenants before one is made that it could not take away:
 * asked for a tenant that is not there, FusionAuth answers 404 to a key that may (inferred, asked:
 * "tenant to delete that is not there").
 *
 * @throws ProvisioningFailed when it may not
 */
export const mayDelete = async (client: FusionAuthClient, absentId: string): Promise<void> => {
  client.setTenantId(null)
  await attempt(textOf('thing.run-tenant'), deleting, client.deleteTenant(absentId), () => true)
}

/** Keeps the tenants of one server's runs. */
export const createRunTenants = (options: RunTenantsOptions): RunTenants => {
  const { instance, longest, now, tell } = options
  const takeDowns = createTakeDowns(options)
  const alive = new Map<string, Beginning>()
  let looking: Promise<void> = Promise.resolve()
  let nextAt = -Infinity
  let isClosed = false

  const end = (id: string): void => {
    const one = alive.get(id)
    if (one === undefined) return
    alive.delete(id)
    one.stop()
    const { client, mayAppear, own } = one
    const takenByOthersAt = (endOf(own) ?? now()) + clockDifference
    takeDowns.begin({ id, client, mayAppear, takenByOthersAt })
  }

  const look = async (client: FusionAuthClient): Promise<void> => {
    try {
      const removed = await removeRunTenants(client, now())
      const count = removed.filter(({ did }) => did === 'removed').length
      if (count > 0)
        tell(
          `Took away what earlier runs had left at FusionAuth: ${count} tenant${count === 1 ? '' : 's'}.`,
        )
    } catch (error) {
      nextAt = now() + nextLook
      const why = error instanceof ProvisioningFailed ? sayEnglish(error.why) : String(error)
      tell(
        `What earlier runs have left at FusionAuth could not be taken away: ${ended(why)} It will be taken away by a later look, within the hour.`,
      )
    }
  }

  return {
    mark: (ids) => {
      const began = now()
      const [from, until] = [began, began + longest].map((at) => new Date(at).toISOString())
      const name = `${prefix}${from} ${ids.tenant.slice(-12)}`
      return { ids, name, data: { loginLab: { instance, began: from, until } } }
    },
    begin: (beginning) => {
      const { tenant } = beginning.own.ids
      alive.set(tenant, beginning)
      if (isClosed) end(tenant)
    },
    tidy: (client) => {
      if (now() < nextAt) return
      nextAt = now() + tidyInterval
      takeDowns.again()
      looking = look(client)
    },
    end,
    close: async () => {
      isClosed = true
      for (const id of alive.keys()) end(id)
      await Promise.all([looking, takeDowns.close()])
    },
    settled: async () => {
      await Promise.all([looking, takeDowns.settled()])
    },
  }
}
