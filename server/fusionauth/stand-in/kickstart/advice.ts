import { closestMatch } from '../../../../scenarios/closest-match.ts'
import { builtInNames } from '../kept/built-in.ts'
import { KickstartProblem } from './problem.ts'

const builtIn: readonly string[] = [
  'UUID()',
  'FUSIONAUTH_APPLICATION_ID',
  'FUSIONAUTH_DEFAULT_SIGNING_KEY_ID',
  'FUSIONAUTH_TENANT_ID',
  'FUSIONAUTH_TENANT_MANAGER_APPLICATION_ID',
  'TENANT_MANAGER_ID',
  ...builtInNames.keys(),
]

/** What other tools write a default after: `X:-default`, `X|default`, and for the environment `X-default`. */
const defaultMark = /[:|?=]/
const defaultMarkOfEnvironment = /[-:|?=]/

/**
 * What to do about a value that is not there. Whatever may be a default is not repeated: it may be a
 * password.
 */
export const noValue = (name: string, where: string): KickstartProblem => {
  const isEnvironment = name.startsWith('ENV.')
  const mark = name.search(isEnvironment ? defaultMarkOfEnvironment : defaultMark)
  if (mark >= 0) {
    const plain = name.slice(0, mark)
    const hint = `write #{${plain}}, and give it a value`
    return new KickstartProblem(
      `${where} uses #{${plain}${name.charAt(mark)}…}. Kickstart knows no default values: ${hint}.`,
    )
  }
  const says = `${where} uses #{${name}}, which has no value.`
  if (isEnvironment) return new KickstartProblem(`${says} Set it in the environment.`)
  const meansBuiltIn = /^FUSIONAUTH_|\(\)$|^uuid\b/i.test(name)
  return new KickstartProblem(
    meansBuiltIn
      ? `${says} The nearest of those that FusionAuth gives is #{${closestMatch(name, builtIn) ?? ''}}.`
      : `${says} Add it to variables.`,
  )
}
