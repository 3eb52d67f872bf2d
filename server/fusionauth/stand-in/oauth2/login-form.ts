import type { StandInContext, Instance } from '../instance.ts'
import { markup, type Markup, nothing } from '../markup.ts'
import { replyPage } from '../reply.ts'
import type { AuthorizationRequest } from './authorization-request.ts'
import { page } from './page.ts'
import { csrfField } from './pre-session.ts'

/** The parameters of an authorization request that the form carries on and the hops repeat. */
const requestFields = [
  'client_id',
  'code_challenge',
  'code_challenge_method',
  'id_token_hint',
  'locale',
  'max_age',
  'nonce',
  'prompt',
  'redirect_uri',
  'resource',
  'response_mode',
  'response_type',
  'scope',
  'state',
  'tenantId',
  'user_code',
] as const

/** The authorization request once more, as the query of the hops that follow the form. */
export const queryFor = ({ parameters, tenant }: AuthorizationRequest): string => {
  const query = new URLSearchParams()
  for (const name of requestFields) {
    for (const value of parameters.all(name)) query.append(name, value)
  }
  query.set('tenantId', tenant.id)
  return query.toString()
}

/** Every hidden field of FusionAuth's default login form, in its order; most are filled by its script. */
const hiddenFields = [
  'captcha_token',
  'client_id',
  'code_challenge',
  'dpop_jkt',
  'code_challenge_method',
  'metaData.device.name',
  'metaData.device.type',
  'nonce',
  'oauth_context',
  'max_age',
  'pendingIdPLinkId',
  'prompt',
  'redirect_uri',
  'resource',
  'response_mode',
  'response_type',
  'scope',
  'state',
  'tenantId',
  'timezone',
  'user_code',
  'showPasswordField',
  'userVerifyingPlatformAuthenticatorAvailable',
] as const

const carriedBeside = ['id_token_hint', 'locale'] as const

/** What an earlier attempt left behind. */
export interface LoginAttempt {
  readonly loginId: string
  /** A message for the whole form; '' for none. */
  readonly error: string
  /** Fields that were left blank. */
  readonly blank: readonly ('loginId' | 'password')[]
  readonly keepSignedIn: boolean
}

const hidden = (name: string, value: string): Markup =>
  markup`<input type="hidden" name="${name}" value="${value}">`

const carried = ({ parameters, tenant }: AuthorizationRequest): readonly Markup[] => [
  ...hiddenFields.flatMap((name) => {
    if (name === 'resource') return parameters.all(name).map((value) => hidden(name, value))
    if (name === 'tenantId') return hidden(name, tenant.id)
    return hidden(name, parameters.get(name) ?? '')
  }),
  // FusionAuth keeps these in a cookie or with the server; the stand-in carries them in the form.
  ...carriedBeside.flatMap((name) => parameters.all(name).map((value) => hidden(name, value))),
]

interface LoginField {
  readonly name: 'loginId' | 'password'
  readonly label: string
  readonly type: 'text' | 'password'
  readonly autocomplete: string
  readonly value: string
  readonly blank: boolean
}

const field = ({ name, label, type, autocomplete, value, blank }: LoginField): Markup => {
  const note = blank ? markup` aria-invalid="true" aria-describedby="${name}-note"` : nothing
  return markup`<div class="field">
<label for="${name}">${label}</label>
<input type="${type}" id="${name}" name="${name}" value="${value}" autocomplete="${autocomplete}" autocapitalize="none" spellcheck="false"${note}>
${blank ? markup`<p class="note" id="${name}-note">Required</p>\n` : nothing}</div>`
}

/** The hosted login page: a real form that works without script. A password is never given back. */
const loginPage = (
  request: AuthorizationRequest,
  attempt: LoginAttempt,
  protection: Markup,
): Markup => {
  const { loginId, error, blank, keepSignedIn } = attempt
  const fields = [
    field({
      name: 'loginId',
      label: 'Email',
      type: 'text',
      autocomplete: 'username',
      value: loginId,
      blank: blank.includes('loginId'),
    }),
    field({
      name: 'password',
      label: 'Password',
      type: 'password',
      autocomplete: 'current-password',
      value: '',
      blank: blank.includes('password'),
    }),
  ]
  return page(
    'Login',
    markup`<h1>Login</h1>
<p>Continue to ${request.application.name}</p>
${error === '' ? nothing : markup`<p class="error" role="alert">${error}</p>\n`}<form action="/oauth2/authorize" method="POST" novalidate>
${carried(request)}
${protection}${fields}
<input type="hidden" name="__cb_rememberDevice" value="false">
<label class="box"><input type="checkbox" name="rememberDevice" value="true"${keepSignedIn ? markup` checked` : nothing}> Keep me signed in</label>
<button>Submit</button>
</form>`,
  )
}

/** Answers with the form; the application's authorized origins may frame it. */
export const showForm = (
  instance: Instance,
  exchange: StandInContext,
  request: AuthorizationRequest,
  attempt: LoginAttempt,
): Response =>
  replyPage(exchange, loginPage(request, attempt, csrfField(instance, exchange)), 200, {
    frameAncestors: request.application.oauthConfiguration.authorizedOriginURLs,
  })
