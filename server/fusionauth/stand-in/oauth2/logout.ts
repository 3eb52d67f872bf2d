import type { StandInContext, StandInHandler, Instance } from '../instance.ts'
import { markup, type Markup } from '../markup.ts'
import type { Application } from '../memory/application.ts'
import { replyPage, replyRedirect } from '../reply.ts'
import { loadClient } from './client.ts'
import { onPage } from './on-page.ts'
import { page } from './page.ts'
import { loadIdTokenHint } from './id-token-hint.ts'
import { formOf, type RequestParameters, queryOf, readParameters } from './parameters.ts'
import { checkCsrf, csrfField } from './pre-session.ts'
import {
  differentHint,
  invalidIdTokenHint,
  invalidPostLogoutRedirectUri,
  repeatedParameter,
} from './refusals.ts'
import { endSsoSession } from './sso-session.ts'

/** The audience of `id_token_hint`; undefined when no hint came. */
const loadAudience = async (
  instance: Instance,
  parameters: RequestParameters,
): Promise<string | undefined> => {
  const claims = await loadIdTokenHint(instance, parameters)
  if (claims === undefined) return undefined
  if (typeof claims.aud !== 'string') throw invalidIdTokenHint()
  return claims.aud
}

/**
 * The client: `client_id`, else the audience of `id_token_hint`. A hint that is no ID token is refused
 * beside a `client_id` too (fusionauth-issues #3317), but what it says counts only without one;
 * hardened, both have to agree (RP-Initiated Logout §2).
 */
const loadApplication = async (
  instance: Instance,
  exchange: StandInContext,
  parameters: RequestParameters,
): Promise<Application | undefined> => {
  const audience = await loadAudience(instance, parameters)
  const id = parameters.get('client_id') ?? audience
  if (id === undefined) return undefined
  const { application } = loadClient(instance, exchange, parameters, id)
  const agrees = audience === undefined || audience === application.id
  if (instance.hardened && !agrees) throw differentHint()
  return application
}

/** Where to go: the address asked for, else the application's, else the tenant's, else the root. */
const targetOf = (
  { memory }: Instance,
  parameters: RequestParameters,
  application: Application | undefined,
): string => {
  const asked = parameters.get('post_logout_redirect_uri')
  const tenant = memory.tenants.get(application?.tenantId ?? '')
  if (asked === undefined) {
    return application?.oauthConfiguration.logoutURL ?? tenant?.logoutURL ?? '/'
  }
  if (application?.oauthConfiguration.authorizedRedirectURLs.includes(asked) !== true) {
    throw invalidPostLogoutRedirectUri()
  }
  const state = parameters.get('state')
  if (state === undefined) return asked
  return `${asked}${asked.includes('?') ? '&' : '?'}${new URLSearchParams({ state }).toString()}`
}

/** The logout addresses of the tenant's applications, which the page calls in hidden frames. */
const frontChannel = ({ memory }: Instance, application: Application): readonly string[] =>
  [...memory.applications.values()]
    .filter(({ tenantId }) => tenantId === application.tenantId)
    .flatMap(({ oauthConfiguration: { logoutURL } }) => logoutURL ?? [])

const delaySeconds = 2

/** The page that calls every application and moves on by itself. */
const frontChannelPage = (target: string, addresses: readonly string[]): Markup => {
  const refresh = markup`<meta http-equiv="refresh" content="${String(delaySeconds)}; url=${target}">\n`
  const frames = addresses.map(
    (address) => markup`<iframe src="${address}" title="Logout"></iframe>`,
  )
  const content = markup`<h1>Logging out</h1>
<p><a href="${target}">Continue</a></p>
${frames}`
  return page('Logout', content, refresh)
}

const carried = [
  'client_id',
  'id_token_hint',
  'post_logout_redirect_uri',
  'state',
  'tenantId',
] as const

/** Asks whether the user really wants to log out (RP-Initiated Logout §2). */
const questionPage = (parameters: RequestParameters, protection: Markup): Markup => {
  const fields = carried.flatMap((name) =>
    parameters
      .all(name)
      .map((value) => markup`<input type="hidden" name="${name}" value="${value}">`),
  )
  return page(
    'Logout',
    markup`<h1>Log out?</h1>
<p>An application asks to end your session.</p>
<form action="/oauth2/logout" method="POST">
${fields}
${protection}
<button name="action" value="logout">Log out</button>
</form>`,
  )
}

/** FusionAuth never asks. Hardened, a request without an ID token might come from anybody. */
const hasToAsk = (
  { hardened }: Instance,
  exchange: StandInContext,
  parameters: RequestParameters,
): boolean => {
  const confirmed = exchange.req.method === 'POST' && parameters.get('action') === 'logout'
  return hardened && !confirmed && parameters.get('id_token_hint') === undefined
}

/**
 * GET and POST /oauth2/logout (RP-Initiated Logout §2): ends the SSO session; refresh tokens and JWTs
 * live on. `AllApplications` shows a page that calls every application and moves on by itself; without
 * any address to call it redirects, like `RedirectOnly` (inferred, asked:
 * "logout that nobody hears of").
 */
export const endSession: StandInHandler = onPage(async (instance, exchange) => {
  const form = exchange.req.method === 'POST' ? await formOf(exchange) : ''
  const parameters = readParameters(queryOf(exchange), form)
  if (parameters.repeated[0] !== undefined) throw repeatedParameter(parameters.repeated[0])
  const application = await loadApplication(instance, exchange, parameters)
  const target = targetOf(instance, parameters, application)
  if (hasToAsk(instance, exchange, parameters)) {
    return replyPage(exchange, questionPage(parameters, csrfField(instance, exchange)))
  }
  if (parameters.get('id_token_hint') === undefined) checkCsrf(instance, exchange, parameters)
  endSsoSession(instance, exchange)
  const everywhere = application?.oauthConfiguration.logoutBehavior === 'AllApplications'
  const addresses = everywhere ? frontChannel(instance, application) : []
  if (addresses.length === 0) return replyRedirect(exchange, target)
  return replyPage(exchange, frontChannelPage(target, addresses), 200, {
    frames: addresses.map((address) => new URL(address).origin),
  })
})
