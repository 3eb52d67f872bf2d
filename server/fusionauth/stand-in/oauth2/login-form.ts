import { html, type Markup } from '../markup.ts'
import type { AuthorizationRequest } from './authorization-request.ts'
import { page } from './page.ts'

/** The parameters of an authorization request that the form carries on and the consent hop repeats. */
export const requestFields = [
  'client_id',
  'code_challenge',
  'code_challenge_method',
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
] as const

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
  html`<input type="hidden" name="${name}" value="${value}" /> `

const carried = ({ parameters, tenant }: AuthorizationRequest): readonly Markup[] => [
  ...hiddenFields.flatMap((name) => {
    if (name === 'resource') return parameters.all(name).map((value) => hidden(name, value))
    if (name === 'tenantId') return hidden(name, tenant.id)
    return hidden(name, parameters.get(name) ?? '')
  }),
  // FusionAuth keeps a chosen locale in a cookie; the stand-in carries it in the form.
  ...parameters.all('locale').map((value) => hidden('locale', value)),
]

const required = (name: string): Markup => html`<p class="note" id="${name}-note">Required</p>`

/** Puts the cursor where something is to be typed, and ties a note to its field. */
const state = (name: string, blank: boolean, focus: boolean): Markup =>
  html`${
    blank ? html` aria-invalid="true" aria-describedby="${name}-note"` : html``
  }${focus ? html` autofocus` : html``}`

/** The hosted login page: a real form that works without script. */
export const loginPage = (request: AuthorizationRequest, attempt: LoginAttempt): Markup => {
  const { loginId, error, blank, keepSignedIn } = attempt
  const noLoginId = blank.includes('loginId')
  const noPassword = blank.includes('password')
  return page(
    'Login',
    html`<h1>Login</h1>
      <p>Continue to ${request.application.name}</p>
      ${error === '' ? html`` : html`<p class="error" role="alert">${error}</p>`}
      <form action="/oauth2/authorize" method="POST" novalidate>
        ${carried(request)}
        <div class="field">
          <label for="loginId">Email</label>
          <input
            type="text"
            id="loginId"
            name="loginId"
            value="${loginId}"
            autocomplete="username"
            autocapitalize="none"
            spellcheck="false"
            ${state('loginId', noLoginId, loginId === '')}
          />
          ${noLoginId ? required('loginId') : html``}
        </div>
        <div class="field">
          <label for="password">Password</label>
          <input
            type="password"
            id="password"
            name="password"
            autocomplete="current-password"
            ${state('password', noPassword, loginId !== '')}
          />
          ${noPassword ? required('password') : html``}
        </div>
        <input type="hidden" name="__cb_rememberDevice" value="false" />
        <label class="box">
          <input
            type="checkbox"
            name="rememberDevice"
            value="true"
            ${keepSignedIn ? html` checked` : html``}
          />
          Keep me signed in
        </label>
        <button>Submit</button>
      </form>`,
  )
}
