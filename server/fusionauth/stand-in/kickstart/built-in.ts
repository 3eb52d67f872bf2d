import { demoKey } from '../demo-key.ts'
import type { Instance } from '../instance.ts'
import { builtInNames } from '../kept/built-in.ts'
import { readApplication } from '../memory/application.ts'
import { addApplication, adminApplicationId } from '../memory/seed.ts'
import { uuid } from '../random.ts'
import { isUuid } from '../shape.ts'
import type { Resolve } from './interpolate.ts'
import { KickstartProblem } from './problem.ts'

const managerName = 'Tenant Manager'

/** Fixed in every FusionAuth; the application that it belongs to gets another id in each. */
const managerRoleId = '631ecd9d-8d40-4c13-8277-80cedb823714'

const managerOf = ({ memory }: Instance) =>
  [...memory.applications.values()].find(({ roles }) =>
    roles.some(({ id }) => id === managerRoleId),
  )

/**
 * FusionAuth's second own application (1.58 and later), in the default tenant (inferred, asked:
 * "Tenant Manager").
 */
export const addTenantManager = (instance: Instance): void => {
  const [tenant] = instance.memory.tenants.values()
  const settings = {
    name: managerName,
    oauthConfiguration: { enabledGrants: [] },
    roles: [{ id: managerRoleId, name: 'admin', isSuperRole: true }],
  }
  addApplication(instance, readApplication(settings, '', []), tenant?.id ?? '')
}

const checked = (name: string, wanted: string): string => {
  if (isUuid(wanted)) return wanted.toLowerCase()
  throw new KickstartProblem(`The variable ${name} is not a UUID.`)
}

/** Variables that give what a fresh instance has the id that the file wants for it. */
export const specialVariables: Readonly<
  Record<string, (instance: Instance, wanted: string) => void>
> = {
  defaultTenantId: ({ memory }, wanted) => {
    const id = checked('defaultTenantId', wanted)
    const [tenant] = memory.tenants.values()
    if (tenant === undefined) return
    memory.tenants.delete(tenant.id)
    memory.tenants.set(id, { ...tenant, id })
    for (const application of memory.applications.values()) {
      memory.applications.set(application.id, { ...application, tenantId: id })
    }
  },
  tenantManagerApplicationId: (instance, wanted) => {
    const id = checked('tenantManagerApplicationId', wanted)
    const manager = managerOf(instance)
    if (manager === undefined) return
    instance.memory.applications.delete(manager.id)
    instance.memory.applications.set(id, { ...manager, id })
  },
}

/**
 * What a file may use without having defined it: the environment, functions, and the ids of what a
 * fresh instance has (FusionAuth docs, Kickstart, Reference).
 */
export const builtInValues =
  (instance: Instance, { env }: { readonly env: (name: string) => string | undefined }): Resolve =>
  (name) => {
    if (name.startsWith('ENV.')) return env(name.slice('ENV.'.length))
    switch (name) {
      case 'UUID()':
        return uuid(instance.random)
      case 'FUSIONAUTH_APPLICATION_ID':
        return adminApplicationId
      case 'FUSIONAUTH_DEFAULT_SIGNING_KEY_ID':
        return demoKey.id
      case 'FUSIONAUTH_TENANT_ID':
        return instance.memory.tenants.keys().next().value
      case 'FUSIONAUTH_TENANT_MANAGER_APPLICATION_ID':
      case 'TENANT_MANAGER_ID':
        return managerOf(instance)?.id
      default:
        return builtInNames.get(name)
    }
  }
