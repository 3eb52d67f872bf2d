import { expect } from 'vitest'
import type { WireResponse } from '../../../scenarios/model/wire.ts'

/** True when nobody has put anything on what all objects inherit. */
const isClean = (): boolean => {
  for (const prototype of [Object.prototype, Array.prototype, Function.prototype, String.prototype])
    if (Object.keys(prototype).length > 0) return false
  return true
}

/** The forms in which a secret could be given away. */
const spellings = (secret: string): readonly string[] => [
  secret,
  encodeURIComponent(secret),
  JSON.stringify(secret).slice(1, -1),
  secret.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
  btoa(secret).replaceAll('=', ''),
]

/** What no answer may be: an error of ours, a split header, a polluted prototype, a secret told. */
export const judge = (response: WireResponse, secrets: readonly string[]): void => {
  if (response.status >= 500) expect.fail(`answered ${response.status}: ${response.body}`)
  for (const [name, value] of response.headers)
    if (/[\r\n\0]/.test(name + value)) expect.fail(`a split header: ${name}: ${value}`)
  if (!isClean()) expect.fail('a prototype was polluted')
  const told = `${response.headers.join('\n')}\n${response.body}`
  for (const secret of secrets)
    for (const spelling of spellings(secret))
      if (told.includes(spelling)) expect.fail(`tells the secret ${secret}: ${told.slice(0, 2000)}`)
}
