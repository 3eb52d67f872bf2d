/**
 * What a fresh FusionAuth has of the kinds that do nothing here, as far as a Kickstart may refer to it
 * (FusionAuth docs, Kickstart). The ids of forms and lambdas are made anew in each FusionAuth; here
 * they are fixed, so that runs repeat.
 */
import type { Instance } from '../instance.ts'
import { connectorId } from '../memory/user.ts'

/** Fixed in every FusionAuth: the theme that copies are made of. */
export const defaultThemeId = '75a068fd-e94b-451a-9aeb-3ddb9a3b5987'

const forms = [
  ['adminRegistration', 'Default Admin Registration'],
  ['adminUser', 'Default Admin User'],
] as const

const lambdaTypes = [
  'AppleReconcile',
  'FacebookReconcile',
  'GoogleReconcile',
  'OpenIDReconcile',
  'SAMLv2Reconcile',
  'TwitterReconcile',
] as const

const formId = (index: number): string => `666f726d-0000-4000-8000-00000000000${index + 1}`

const lambdaId = (index: number): string => `6c616d62-0000-4000-8000-00000000000${index + 1}`

/** The names by which a Kickstart knows forms and lambdas, with their ids. */
export const builtInNames: ReadonlyMap<string, string> = new Map([
  ...forms.map(([name], index) => [`FUSIONAUTH_FORM[${name}]_ID`, formId(index)] as const),
  ...lambdaTypes.map((type, at) => [`FUSIONAUTH_LAMBDA[${type}]_ID`, lambdaId(at)] as const),
])

/** Puts all of it into the memory of a new instance. */
export const addBuiltIn = ({ memory, clock }: Instance): void => {
  const now = clock.now()
  const add = (kind: string, id: string, object: { readonly name: string; type: string }): void => {
    memory.kept.set(`${kind}/${id}`, {
      kind,
      object: { ...object, id, insertInstant: now, lastUpdateInstant: now },
      isBuiltIn: true,
    })
  }
  add('/api/theme', defaultThemeId, { name: 'FusionAuth', type: 'advanced' })
  add('/api/connector', connectorId, { name: 'Default', type: 'FusionAuth' })
  for (const [index, [type, name]] of forms.entries())
    add('/api/form', formId(index), { name, type })
  for (const [index, type] of lambdaTypes.entries()) {
    add('/api/lambda', lambdaId(index), { name: `Default ${type}`, type })
  }
}
