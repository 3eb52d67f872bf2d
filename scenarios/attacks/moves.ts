import { settle } from '../engine/drivers/landing.ts'
import { fillIn, loginForm, type Page } from '../engine/page.ts'
import type { StolenCredential } from '../model/credential.ts'
import type { LabEvent } from '../model/event.ts'
import type { ApplicationName } from '../model/participant.ts'
import type { HeaderList, WireRequest, WireResponse } from '../model/wire.ts'
import { collector } from './payloads.ts'
import type { AttackContext } from '../engine/attack-port.ts'
import { textOf } from '../model/text.ts'
import { jsonObject, memberOf } from '../model/json.ts'

/** Steps that several attacks have in common. */

export const form = (fields: Readonly<Record<string, string>>): string =>
  new URLSearchParams(fields).toString()

export const formHeaders = [['content-type', 'application/x-www-form-urlencoded']] as const
export const jsonHeaders = [['content-type', 'application/json']] as const

/** A parameter of an address; null when it is not there. */
export const parameter = (url: string, name: string): string | null =>
  URL.parse(url)?.searchParams.get(name) ?? null

const isPath =
  (path: string) =>
  ({ url }: WireRequest): boolean =>
    URL.parse(url)?.pathname === path

/** The request that brings the code back to the application. */
export const isCallback = (request: WireRequest): boolean =>
  isPath('/oauth-callback')(request) && parameter(request.url, 'code') !== null

/** What anybody can read in the address of a login at FusionAuth. */
export const publicly = ({ messages }: AttackContext, name: string): string => {
  const urls = messages.map(({ http }) => http?.url ?? '')
  const login = urls.find(
    (url) => URL.parse(url)?.pathname === '/oauth2/authorize' && parameter(url, name) !== null,
  )
  return login === undefined ? '' : (parameter(login, name) ?? '')
}

/** The Hacker begins a login of their own; null when no page of FusionAuth comes. */
export const begin = async (
  { hacker, places }: AttackContext,
  app: ApplicationName = 'Store',
): Promise<Page | null> => {
  await hacker.visit(app, `${places[app].origin}/`)
  const landing = await hacker.press(app, `${places[app].origin}/login`)
  return (await settle(landing, app, () => hacker)).page
}

/** The Hacker logs in with an account of their own. */
export const logIn = async (
  context: AttackContext,
  app: ApplicationName = 'Store',
): Promise<void> => {
  const { hacker } = context
  const page = await begin(context, app)
  const asked = page === null ? undefined : loginForm(page)
  if (asked === undefined) return
  const { loginId, password } = await context.account()
  const sent = await hacker.enter(app, asked, fillIn(asked, loginId, password, false))
  await settle(sent, app, () => hacker)
}

/** The victim proves who they are at the Store's login, whatever client they use. */
export const victimLogsIn = async (context: AttackContext): Promise<void> => {
  for (const event of loginEvents) await context.does(event)
}

const loginEvents: readonly LabEvent[] = [
  { type: 'learner.login', app: 'Store' },
  { type: 'learner.submit', app: 'Store', credentials: 'right' },
]

/** The code of a login of the victim's that never reached the Store; null when there was none. */
export const codeOfVictim = async (context: AttackContext): Promise<string | null> => {
  const request = await context.cut(isCallback, () => victimLogsIn(context))
  const code = request === null ? null : parameter(request.url, 'code')
  if (code !== null) context.note('reads-code', textOf('note.reads-code'))
  return code
}

/** The Hacker asks FusionAuth for tokens with a code, without the Store's help. */
export const redeem = (
  context: AttackContext,
  code: string,
  more: Readonly<Record<string, string>> = {},
): Promise<WireResponse | null> =>
  context.ask({
    method: 'POST',
    url: `${context.places.FusionAuth.origin}/oauth2/token`,
    headers: formHeaders,
    body: form({
      grant_type: 'authorization_code',
      code,
      client_id: publicly(context, 'client_id'),
      redirect_uri: publicly(context, 'redirect_uri'),
      ...more,
    }),
  })

const tokenIn = (answer: WireResponse | null, names: readonly string[]): string | null => {
  if (answer?.status !== 200) return null
  const body = jsonObject(answer.body) ?? {}
  const found = names.map((name) => body[name]).find((value) => typeof value === 'string')
  return typeof found === 'string' ? found : null
}

/**
 * The Hacker shows a refresh token to FusionAuth, as anybody can who knows its public interfaces.
 *
 * @returns the token that counts from now on; null when FusionAuth refused
 */
export const renew = async (
  context: AttackContext,
  token: string,
  more: Readonly<Record<string, string>> = {},
): Promise<string | null> => {
  const byGrant = context.shape.login === 'authorization-code'
  const { origin } = context.places.FusionAuth
  const answer = byGrant
    ? await context.ask({
        method: 'POST',
        url: `${origin}/oauth2/token`,
        headers: formHeaders,
        body: form({
          grant_type: 'refresh_token',
          refresh_token: token,
          client_id: publicly(context, 'client_id'),
          ...more,
        }),
      })
    : await context.ask({
        method: 'POST',
        url: `${origin}/api/jwt/refresh`,
        headers: jsonHeaders,
        body: JSON.stringify({ refreshToken: token }),
      })
  const isIn = tokenIn(answer, ['access_token', 'token']) !== null
  context.used(isIn)
  if (!isIn) return null
  return tokenIn(answer, ['refresh_token', 'refreshToken']) ?? token
}

/** Cookies that were read where nobody copied them from: in a log, on the wire. */
interface ReadCookies {
  readonly handmade: readonly (readonly [string, string])[]
  /** What of the victim's is among them. */
  readonly credential: StolenCredential
}

/** The Hacker opens the page behind the login with whatever they hold, or with cookies that were read. */
export const enter = async (
  context: AttackContext,
  app: ApplicationName = 'Store',
  read?: ReadCookies,
): Promise<void> => {
  const { hacker, places } = context
  const { origin, protectedPath, loadPath } = places[app]
  const shown = read === undefined ? {} : { handmade: read.handmade }
  if (loadPath === undefined) {
    const { page } = await hacker.visit(app, `${origin}${protectedPath}`, shown)
    context.used(page?.url === `${origin}${protectedPath}` && page.status === 200, read?.credential)
  } else {
    const answer = await hacker.ask({ method: 'GET', url: `${origin}${loadPath}`, ...shown })
    context.used(answer?.status === 200, read?.credential)
  }
}

export const minutes = (count: number): LabEvent => ({
  type: 'clock.advance',
  seconds: count * 60,
})

/** The id that FusionAuth knows the victim by; it is in many places, and no secret. */
export const userId = ({ messages }: AttackContext): string => {
  for (const { changes } of messages)
    for (const { where, after } of changes) {
      const user = where === 'Store.appSessions' ? memberOf(after, 'user') : null
      const id = memberOf(user, 'id')
      if (typeof id === 'string') return id
    }
  return ''
}

/** Cookies as they stand in a request, or in `document.cookie`. */
export const inCookies = (text: string): readonly (readonly [string, string])[] =>
  text
    .split('; ')
    .filter((pair) => pair.includes('='))
    .map((pair) => {
      const at = pair.indexOf('=')
      return [pair.slice(0, at), pair.slice(at + 1)] as const
    })

/** The name that the Hacker's browser goes by; any program can say it is that browser. */
export const asBrowser = ({ messages }: AttackContext): HeaderList => {
  const own = messages.findLast(({ from, http }) => from === 'Hacker' && http !== null)
  return own?.http?.headers.filter(([name]) => name === 'user-agent') ?? []
}

/** What the Hacker's script sent home; null when nothing came. */
export const collected = ({ messages }: AttackContext): string | null => {
  const came = messages.findLast(
    ({ kind, http }) => kind === 'request' && http?.url.startsWith(collector),
  )
  return parameter(came?.http?.url ?? '', 'found')
}
