import { StandInError } from './error.ts'
import type { CreateOptions, StartOptions } from './types.ts'

const common = ['apiKey', 'clock', 'env', 'files', 'kickstart', 'onUnhandledRequest'] as const

/** The names that each function takes: the types say so too, but a test may be JavaScript. */
const known: {
  readonly createStandIn: readonly (keyof CreateOptions)[]
  readonly startStandIn: readonly (keyof StartOptions)[]
} = { createStandIn: [...common, 'url'], startStandIn: [...common, 'port'] }

/** @throws StandInError `option` for a name that the function does not take, or an empty API key */
export const checkNames = (
  name: keyof typeof known,
  options: CreateOptions | StartOptions,
): void => {
  const names: readonly string[] = known[name]
  const unknown = Object.keys(options).find((option) => !names.includes(option))
  if (unknown !== undefined)
    throw new StandInError(
      'option',
      `${name}() has no option "${unknown}". It has ${[...names].toSorted().join(', ')}.`,
    )
  if (options.apiKey === '')
    throw new StandInError('option', 'apiKey is empty. Leave it out for a new one.')
}

/**
 * Scheme, host and port of an address.
 *
 * @throws StandInError `option` for an address that is none of http or https
 */
export const originOf = (url: string | URL): string => {
  const address = String(url)
  const origin = /^https?:/i.test(address) && URL.canParse(address) ? new URL(address).origin : ''
  if (origin !== '') return origin
  throw new StandInError(
    'option',
    `url is "${address}": it has to be an address such as https://auth.example.com.`,
  )
}
