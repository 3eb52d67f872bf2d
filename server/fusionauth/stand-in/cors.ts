import type { Instance, StandInContext, StandInMiddleware } from './instance.ts'
import { readSystemConfiguration } from './memory/system-configuration.ts'
import { replyEmpty } from './reply.ts'

type CorsConfiguration = ReturnType<typeof readSystemConfiguration>['corsConfiguration']

/**
 * What a page of another origin may call at all. The hosted pages are navigated to, never fetched:
 * no CORS header there, not even for OPTIONS (RFC 9700 §2.6).
 */
const callable =
  /^\/(?:api\/|\.well-known\/|oauth2\/(?:token|userinfo|introspect|device_authorize)$)/

/** What holds while nobody has set anything; asked for at every request. */
const usual = readSystemConfiguration({}, '', [])

const rulesOf = ({ memory }: Instance): CorsConfiguration =>
  (memory.systemConfiguration.get('system') ?? usual).corsConfiguration

const words = (list: string | undefined): readonly string[] =>
  (list ?? '')
    .split(',')
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== '')

/** An origin that is named, or any where none is named and no cookies are involved (Fetch §3.3.5). */
const isAllowed = (
  { allowedOrigins, allowCredentials }: CorsConfiguration,
  origin: string,
): boolean => allowedOrigins.includes(origin) || (allowedOrigins.includes('*') && !allowCredentials)

const isPreflight = ({ req }: StandInContext): boolean =>
  req.method === 'OPTIONS' && req.header('access-control-request-method') !== undefined

/** Whether the request that is announced may be made, in its method and its header fields. */
const mayFollow = (
  { allowedMethods, allowedHeaders }: CorsConfiguration,
  { req }: StandInContext,
): boolean => {
  const method = req.header('access-control-request-method') ?? ''
  const fields = new Set(allowedHeaders.map((name) => name.toLowerCase()))
  return (
    allowedMethods.some((one) => one === method) &&
    words(req.header('access-control-request-headers')).every((name) => fields.has(name))
  )
}

const allow = (
  exchange: StandInContext,
  origin: string,
  { allowCredentials, exposedHeaders }: CorsConfiguration,
): void => {
  exchange.header('Access-Control-Allow-Origin', origin)
  if (allowCredentials) exchange.header('Access-Control-Allow-Credentials', 'true')
  if (exposedHeaders.length > 0)
    exchange.header('Access-Control-Expose-Headers', exposedHeaders.join(', '))
}

const answerPreflight = (exchange: StandInContext, rules: CorsConfiguration): Response => {
  const { allowedMethods, allowedHeaders, preflightMaxAgeInSeconds: age } = rules
  exchange.header('Access-Control-Allow-Methods', allowedMethods.join(', '))
  if (allowedHeaders.length > 0)
    exchange.header('Access-Control-Allow-Headers', allowedHeaders.join(', '))
  if (age > 0) exchange.header('Access-Control-Max-Age', String(age))
  return replyEmpty(exchange, 204)
}

/**
 * FusionAuth's CORS filter, as far as the system configuration switches it on (FusionAuth docs, CORS;
 * Fetch standard §3.3). The statuses are inferred (asked: "preflight"): 204 for a preflight that is
 * granted, and 403 for whatever is not.
 */
export const crossOrigin =
  (instance: Instance): StandInMiddleware =>
  async (exchange, next) => {
    const rules = rulesOf(instance)
    const origin = exchange.req.header('origin')
    const concerns = rules.enabled && callable.test(new URL(exchange.req.url).pathname)
    if (!concerns) return next()
    exchange.header('Vary', 'Origin')
    if (origin === undefined || origin === instance.origin) return next()
    const asks = isPreflight(exchange)
    if (!isAllowed(rules, origin) || (asks && !mayFollow(rules, exchange)))
      return replyEmpty(exchange, 403)
    allow(exchange, origin, rules)
    return asks ? answerPreflight(exchange, rules) : next()
  }
