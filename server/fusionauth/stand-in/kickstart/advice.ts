/** What to do about a value that a Kickstart uses and does not have. */
import { closestMatch } from '../../../../scenarios/closest-match.ts'
import { builtInNames, defaultThemeId } from '../kept/built-in.ts'
import { KickstartProblem } from './problem.ts'

const builtIn: readonly string[] = [
  'FUSIONAUTH_APPLICATION_ID',
  'FUSIONAUTH_DEFAULT_SIGNING_KEY_ID',
  'FUSIONAUTH_TENANT_ID',
  'FUSIONAUTH_TENANT_MANAGER_APPLICATION_ID',
  'TENANT_MANAGER_ID',
  ...builtInNames.keys(),
]

/** A name as FusionAuth has them: `apiKey`, `ENV.X`, `FUSIONAUTH_FORM[adminUser]_ID`, `UUID()`. */
const nameAtBeginning = /^[\w.]*(?:\[\w*\]\w*)?(?:\(\s*\)(?=\s*$))?/

/** The kind of thing that an id is of: TENANT of `FUSIONAUTH_DEFAULT_TENANT_ID`, `LAMBDA[…]`. */
const kindOf = (name: string): string | undefined =>
  /(?:^|_)(LAMBDA|FORM)\[\w*\]_ID$/i.exec(name)?.[1]?.toUpperCase() ??
  /([A-Z]+)_ID$/i.exec(name)?.[1]?.toUpperCase()

/** Those among what FusionAuth gives that a name may have meant. */
const meantBuiltIn = (name: string): string => {
  const kind = kindOf(name)
  if (kind === 'THEME') return `The default theme has the id ${defaultThemeId} in every FusionAuth.`
  const kin = builtIn.filter((one) => kindOf(one) === kind)
  const [first] = kin
  const isListed = kind === 'LAMBDA' || kind === 'FORM'
  if (first !== undefined && !isListed) {
    return `The nearest of those that FusionAuth gives is #{${closestMatch(name, kin) ?? first}}.`
  }
  const names = (first === undefined ? builtIn : kin).map((one) => `#{${one}}`)
  return `Those that FusionAuth gives are ${names.join(', ')}.`
}

/** What is said of a name after which something stands that may be a default. */
const noDefault = (name: string, rest: string, where: string): KickstartProblem => {
  const uses = `${where} uses #{${name}…}`
  if (name === '' || (/^ENV\b/.test(name) && !/^ENV\.\w/.test(name))) {
    return new KickstartProblem(
      `${uses}, which is no name of a value. One of the environment is written #{ENV.NAME}, and one of variables #{NAME}.`,
    )
  }
  if (rest.startsWith('(')) {
    return new KickstartProblem(
      `${uses}. Kickstart knows no function but #{UUID()}, and no default values.`,
    )
  }
  if (rest.startsWith('-') && !name.startsWith('ENV')) {
    return new KickstartProblem(
      `${uses}, which has no value. Add it to variables; or if a default begins there, Kickstart knows none: write #{${name}}, and give it a value.`,
    )
  }
  return new KickstartProblem(
    `${uses}. Kickstart knows no default values: write #{${name}}, and give it a value.`,
  )
}

/**
 * What to do about a value that is not there. Of what stands between the braces only the name at the
 * beginning is repeated: the rest may be a default, and a default may be a password.
 */
export const noValue = (written: string, where: string): KickstartProblem => {
  const name = nameAtBeginning.exec(written)?.[0] ?? ''
  const rest = written.slice(name.length).trimStart()
  if (rest !== '' || name === '') return noDefault(name, rest, where)
  const says = `${where} uses #{${name}}, which has no value.`
  if (name.startsWith('ENV.')) return new KickstartProblem(`${says} Set it in the environment.`)
  if (/\(\s*\)$|^uuid$/i.test(name)) {
    return new KickstartProblem(`${says} The one function that FusionAuth gives is #{UUID()}.`)
  }
  const meansBuiltIn = /^FUSIONAUTH_|^TENANT_MANAGER_/i.test(name)
  return new KickstartProblem(
    `${says} ${meansBuiltIn ? meantBuiltIn(name) : 'Add it to variables.'}`,
  )
}
