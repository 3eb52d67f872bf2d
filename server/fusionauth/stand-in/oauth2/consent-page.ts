import { markup, type Markup } from '../markup.ts'
import { nameOf, type User } from '../memory/user.ts'
import type { AuthorizationRequest } from './authorization-request.ts'
import { queryFor } from './login-form.ts'
import { page } from './page.ts'

/** What a scope lets an application do, in a user's words. */
const meanings = new Map([
  ['openid', 'Know who you are'],
  ['offline_access', 'Stay connected while you are away'],
  ['profile', 'See your name and profile'],
  ['email', 'See your email address'],
  ['phone', 'See your phone number'],
  ['address', 'See your postal address'],
])

/** The page on which a user allows or denies a third-party application what it asks for. */
export const consentPage = (
  request: AuthorizationRequest,
  user: User,
  csrfField: Markup,
): Markup => {
  const { application, scopes } = request
  const scopeItems = scopes.map((scope) => markup`<li>${meanings.get(scope) ?? scope}</li>`)
  return page(
    'Consent',
    markup`<h1>${application.name} asks for access</h1>
<p>You are logged in as ${nameOf(user)}. The application would like to:</p>
<ul>
${scopeItems}
</ul>
<form action="/oauth2/consent?${queryFor(request)}" method="POST">
${csrfField}
<button name="action" value="allow">Allow</button>
<button class="quiet" name="action" value="cancel">Cancel</button>
</form>`,
  )
}
