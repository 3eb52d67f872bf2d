import type { Exchange, Handler, Instance } from '../instance.ts'
import { markup } from '../markup.ts'
import type { Application } from '../memory/application.ts'
import { replyPage, replyRedirect } from '../reply.ts'
import { onPage } from './authorize.ts'
import { loadClient } from './client.ts'
import { page } from './page.ts'
import { formOf, type Parameters, queryOf, readParameters } from './parameters.ts'
import { invalidIdTokenHint, invalidPostLogoutRedirectUri, repeatedParameter } from './refusals.ts'
import { endSsoSession } from './sso-session.ts'

/** The client: `client_id`, else the audience of `id_token_hint`, which may have run out. */
const loadApplication = async (
  instance: Instance,
  exchange: Exchange,
  parameters: Parameters,
): Promise<Application | undefined> => {
  const clientId = parameters.get('client_id')
  if (clientId !== undefined)
    return loadClient(instance, exchange, parameters, clientId).application
  const hint = parameters.get('id_token_hint')
  if (hint === undefined) return undefined
  const claims = await instance.signer.verify(hint, { evenExpired: true })
  if (typeof claims?.aud !== 'string') throw invalidIdTokenHint()
  return loadClient(instance, exchange, parameters, claims.aud).application
}

/** Where to go: the address asked for, else the application's, else the tenant's, else the root. */
const targetOf = (
  { memory }: Instance,
  parameters: Parameters,
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

/**
 * GET and POST /oauth2/logout (RP-Initiated Logout §2): ends the SSO session; refresh tokens and JWTs
 * live on. `AllApplications` shows a page that calls every application and moves on by itself;
 * without any address to call it redirects, like `RedirectOnly` (inferred).
 */
export const endSession: Handler = onPage(async (instance, exchange) => {
  const form = exchange.req.method === 'POST' ? await formOf(exchange) : ''
  const parameters = readParameters(queryOf(exchange), form)
  if (parameters.repeated[0] !== undefined) throw repeatedParameter(parameters.repeated[0])
  const application = await loadApplication(instance, exchange, parameters)
  const target = targetOf(instance, parameters, application)
  endSsoSession(instance, exchange)
  const everywhere = application?.oauthConfiguration.logoutBehavior === 'AllApplications'
  const addresses = everywhere ? frontChannel(instance, application) : []
  if (addresses.length === 0) return replyRedirect(exchange, target)
  const refresh = markup`<meta http-equiv="refresh" content="${String(delaySeconds)}; url=${target}">\n`
  const frames = addresses.map(
    (address) => markup`<iframe src="${address}" title="Logout"></iframe>`,
  )
  const content = markup`<h1>Logging out</h1>
<p><a href="${target}">Continue</a></p>
${frames}`
  return replyPage(exchange, page('Logout', content, refresh), 200, {
    frames: addresses.map((address) => new URL(address).origin),
  })
})
