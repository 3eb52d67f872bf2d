/**
 * Pages that stand between a right password and the application. FusionAuth publishes their templates
 * and not their addresses: that the login goes there by redirect is inferred (asked:
 * "required action"). The flow ends at each of them; what the user would do there is said on the page.
 */
import type { StandInContext, StandInHandler } from '../instance.ts'
import { markup, type Markup } from '../markup.ts'
import { replyPage, replyRedirect } from '../reply.ts'
import type { AuthorizationRequest } from './authorization-request.ts'
import { queryFor } from './login-form.ts'
import { onPage } from './on-page.ts'
import { page } from './page.ts'

/** Why a user who knows the password does not get through yet. */
export type RequiredAction =
  | 'email-verification'
  | 'registration-verification'
  | 'two-factor'
  | 'unregistered'

interface HopPage {
  readonly path: string
  readonly title: string
  readonly content: Markup
}

const pages: Readonly<Record<RequiredAction, HopPage>> = {
  'email-verification': {
    path: '/email/verification-required',
    title: 'Verify your email',
    content: markup`<p role="status">You must verify your email address before you can log in.</p>
<p class="note">The stand-in ends here: it sends no mail. Verify the address by the API, then log in again.</p>`,
  },
  'registration-verification': {
    path: '/registration/verification-required',
    title: 'Verify your registration',
    content: markup`<p role="status">You must verify your registration with this application before you can log in.</p>
<p class="note">The stand-in ends here: it sends no mail. Verify the registration by the API, then log in again.</p>`,
  },
  'two-factor': {
    path: '/oauth2/two-factor',
    title: 'Enter your verification code',
    content: markup`<p role="status">Your account is protected by a second factor.</p>
<form><div class="field"><label for="code">Verification code</label>
<input type="text" id="code" name="code" autocomplete="one-time-code" inputmode="numeric" disabled></div></form>
<p class="note">The stand-in ends here: it sends and checks no codes.</p>`,
  },
  unregistered: {
    path: '/oauth2/authorized-not-registered',
    title: 'Registration required',
    content: markup`<p role="status">You are not registered for this application.</p>
<p>Your password was right, but this application admits registered users only. Ask its operator to register you.</p>`,
  },
}

/** Sends the browser to the page that is in the way. */
export const redirectToRequiredAction = (
  exchange: StandInContext,
  request: AuthorizationRequest,
  action: RequiredAction,
): Response => replyRedirect(exchange, `${pages[action].path}?${queryFor(request)}`)

/** GET of the page of a required action. */
export const showRequiredAction = (action: RequiredAction): StandInHandler =>
  onPage((_, exchange) => {
    const { title, content } = pages[action]
    return replyPage(exchange, page(title, markup`<h1>${title}</h1>\n${content}`))
  })
