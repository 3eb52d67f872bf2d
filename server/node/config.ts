import { isIP } from 'node:net'
import { closestMatch } from '../../scenarios/closest-match.ts'
import { fullFrom } from '../../scenarios/model/most-messages.ts'
import { defaultBounds, type Bounds } from './bounds.ts'
import { readOperations, type Operations } from './operations/settings.ts'
import { isPolicyOrigin, wordsOf } from '../policy.ts'
import { isLoopback, originOf, wholeNumber, type Environment } from './setting.ts'

/** What `npm start` was told by its environment. */
export interface Config {
  readonly host: string
  readonly port: number
  /** True when PORT was given: then no other port will do. */
  readonly exactPort: boolean
  /** Where learners find the server when a proxy stands before it, as an origin; null otherwise. */
  readonly publicOrigin: string | null
  /** Origins whose pages may show the player in a frame; `*` for any. */
  readonly embedders: readonly string[]
  /** Origins from which pages may fetch own lessons, besides their own. */
  readonly lessonOrigins: readonly string[]
  /** A real FusionAuth; null for the embedded stand-in. */
  readonly fusionauth: { readonly url: string; readonly apiKey: string } | null
  readonly bounds: Bounds
  readonly store: StoreConfig
  readonly operations: Operations
  /** What is allowed but should be known, each a sentence. */
  readonly warnings: readonly string[]
}

/** Where runs are kept: in a file, in Redis for many nodes, or in this process only. */
export type StoreConfig =
  | { readonly kind: 'file'; readonly file: string | null }
  | { readonly kind: 'redis'; readonly url: string }
  | { readonly kind: 'memory' }

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly string[] }

const defaultPort = 4173

/** The bounds that can be set, with the unit in which a person sets them. */
const settings = [
  { name: 'LOGIN_LAB_RUNS', bound: 'runs', unit: 1, most: 100_000 },
  { name: 'LOGIN_LAB_CLIENT_RUNS', bound: 'clientRuns', unit: 1, most: 100_000 },
  // A longer run could neither go on in its page nor be saved and opened again.
  { name: 'LOGIN_LAB_MESSAGES', bound: 'messages', unit: 1, most: fullFrom },
  { name: 'LOGIN_LAB_BRANCHES', bound: 'branches', unit: 1, most: 10_000 },
  { name: 'LOGIN_LAB_MINUTES', bound: 'lifetime', unit: 60_000, most: 100_000 },
  { name: 'LOGIN_LAB_HOURS', bound: 'kept', unit: 3_600_000, most: 10_000 },
  { name: 'LOGIN_LAB_KEPT', bound: 'keptRuns', unit: 1, most: 10_000_000 },
  { name: 'LOGIN_LAB_REAL_MINUTES', bound: 'realLifetime', unit: 60_000, most: 100_000 },
  { name: 'LOGIN_LAB_BODY_BYTES', bound: 'body', unit: 1, most: 16 * 1024 * 1024 },
  { name: 'LOGIN_LAB_FOLLOWERS', bound: 'followers', unit: 1, most: 10_000 },
] as const

const readFusionauth = (env: Environment, problems: string[]): Config['fusionauth'] => {
  const address = env['FUSIONAUTH_URL'] ?? ''
  const apiKey = env['FUSIONAUTH_API_KEY'] ?? ''
  if (address === '' && apiKey === '') return null
  if (address === '' || apiKey === '') {
    const [given, missing] =
      address === ''
        ? ['FUSIONAUTH_API_KEY', 'FUSIONAUTH_URL']
        : ['FUSIONAUTH_URL', 'FUSIONAUTH_API_KEY']
    problems.push(
      `${given} is set and ${missing} is not. Set both to use a real FusionAuth, or none to use the embedded stand-in.`,
    )
    return null
  }
  const url = originOf(address)
  if (url === undefined)
    problems.push(
      'FUSIONAUTH_URL must be the address of a FusionAuth and no more, such as http://localhost:9011.',
    )
  if (!/^[\x21-\x7e]+$/.test(apiKey))
    problems.push('FUSIONAUTH_API_KEY holds a character that no API key has, such as a space.')
  return url === undefined ? null : { url: url.origin, apiKey }
}

const readEmbedders = (env: Environment, problems: string[]): readonly string[] => {
  const embedders = wordsOf(env['EMBED_ORIGINS'])
  if (!embedders.every((item) => item === '*' || isPolicyOrigin(item)))
    problems.push(
      'EMBED_ORIGINS must be origins with spaces between them, such as https://docs.example.com, or * for every page.',
    )
  return embedders
}

/** Not `*`: whoever sends a link could then have any text shown here. */
const readLessonOrigins = (env: Environment, problems: string[]): readonly string[] => {
  const origins = wordsOf(env['LESSON_ORIGINS'])
  if (!origins.every(isPolicyOrigin))
    problems.push(
      'LESSON_ORIGINS must be origins with spaces between them, such as https://docs.example.com.',
    )
  return origins
}

const readBounds = (env: Environment, problems: string[]): Bounds => {
  const bounds = { ...defaultBounds }
  for (const { name, bound, unit, most } of settings) {
    const text = env[name] ?? ''
    if (text === '') continue
    const number = wholeNumber(text, 1, most)
    if (number === undefined) problems.push(`${name} must be a whole number from 1 to ${most}.`)
    else bounds[bound] = number * unit
  }
  return bounds
}

const isRedis = (url: URL | null): boolean => {
  if (url === null || !/^rediss?:$/.test(url.protocol) || url.hostname === '') return false
  // Whatever is encoded wrong would be refused only when it is used.
  const isReadable = [url.username, url.password].every((text) => !/%(?![0-9a-f]{2})/i.test(text))
  return isReadable && /^(\/\d*)?$/.test(url.pathname)
}

const readStore = (env: Environment, problems: string[]): StoreConfig => {
  const redis = env['REDIS_URL'] ?? ''
  const file = env['LOGIN_LAB_STORE'] ?? ''
  if (redis !== '' && file !== '')
    problems.push(
      'REDIS_URL and LOGIN_LAB_STORE are both set. Runs are kept in one place: set one.',
    )
  if (redis !== '') {
    const isRight = isRedis(URL.parse(redis))
    // The address may hold a password, so it is not repeated.
    if (!isRight)
      problems.push('REDIS_URL must be an address such as redis://localhost:6379 or rediss://….')
    return { kind: 'redis', url: redis }
  }
  if (file === 'memory') return { kind: 'memory' }
  return { kind: 'file', file: file === '' ? null : file }
}

/** A misspelt setting would silently do nothing. */
const unknownSettings = (env: Environment): string[] => {
  const known: string[] = [...settings.map(({ name }) => name), 'LOGIN_LAB_STORE']
  return Object.keys(env)
    .filter((name) => name.startsWith('LOGIN_LAB_') && !known.includes(name))
    .map((name) => `There is no setting ${name}. The nearest is ${closestMatch(name, known)}.`)
}

/**
 * Reads the configuration from environment variables; an empty variable counts as absent.
 *
 * @returns every problem at once, each a sentence that says what to set. No value of
 * FUSIONAUTH_API_KEY is ever repeated.
 */
export const readConfig = (env: Environment): ConfigResult => {
  const problems: string[] = []
  const warnings = unknownSettings(env)

  const portText = env['PORT'] ?? ''
  const port = portText === '' ? defaultPort : wholeNumber(portText, 0, 65_535)
  if (port === undefined)
    problems.push('PORT must be a whole number from 0 to 65535 (0 takes any free port).')

  const host = (env['HOST'] ?? '').replace(/^\[(.*)\]$/, '$1') || '127.0.0.1'
  if (isIP(host) === 0 && !/^[a-z0-9-]+(\.[a-z0-9-]+)*$/i.test(host))
    problems.push('HOST must be an IP address or a host name, such as 127.0.0.1 or 0.0.0.0.')
  else if (!isLoopback(host))
    warnings.push(
      `HOST=${host}: everybody who can reach this machine can start runs here. Without HOST, only this machine can.`,
    )

  const publicText = env['PUBLIC_URL'] ?? ''
  const publicUrl = publicText === '' ? null : originOf(publicText)
  if (publicUrl === undefined)
    problems.push(
      'PUBLIC_URL must be the address that learners open, without a path, such as https://lab.example.com.',
    )

  const fusionauth = readFusionauth(env, problems)
  if (fusionauth?.url.startsWith('http:') && !isLoopback(new URL(fusionauth.url).hostname))
    warnings.push(
      'FUSIONAUTH_URL is http: to another machine: the API key travels where others may read it.',
    )

  const embedders = readEmbedders(env, problems)
  const lessonOrigins = readLessonOrigins(env, problems)
  const bounds = readBounds(env, problems)
  const store = readStore(env, problems)
  const operations = readOperations(env, { problems, warnings })
  if (portText !== '' && port !== 0 && operations.metrics?.port === port)
    problems.push(
      'METRICS_PORT must be another port than PORT: metrics are served apart from pages.',
    )
  if (problems.length > 0 || port === undefined) return { ok: false, problems }
  const publicOrigin = publicUrl?.origin ?? null
  const exactPort = portText !== ''
  return {
    ok: true,
    config: {
      host,
      port,
      exactPort,
      publicOrigin,
      embedders,
      lessonOrigins,
      fusionauth,
      bounds,
      store,
      operations,
      warnings,
    },
  }
}
