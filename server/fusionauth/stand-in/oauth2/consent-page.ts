import type { Instance } from '../instance.ts'
import { markup, type Markup, nothing } from '../markup.ts'
import { nameOf, type User } from '../memory/user.ts'
import type { AuthorizationRequest } from './authorization-request.ts'
import { queryFor } from './login-form.ts'
import { page } from './page.ts'
import { findScope, type KnownScope } from './scopes.ts'

/** The field of a scope; `true` allows it (FusionAuth's default theme). */
export const consentField = (scope: string): string => `scopeConsents['${scope}']`

const hidden = (scope: string): Markup =>
  markup`<input type="hidden" name="${consentField(scope)}" value="true">`

const more = ({ detail }: KnownScope): Markup =>
  detail === undefined ? nothing : markup`<br><small>${detail}</small>`

const required = (scope: KnownScope): Markup =>
  markup`<li>✓ ${scope.message ?? scope.name}${more(scope)}${hidden(scope.name)}</li>`

/** Not ticked to begin with (inferred, asked: "consent page"). */
const optional = (scope: KnownScope): Markup =>
  markup`<li><label><input type="checkbox" name="${consentField(scope.name)}" value="true"> ${scope.message ?? scope.name}</label>${more(scope)}</li>`

/**
 * The page on which a user allows or denies a third-party application what it asks for: what is
 * required first, then what can be declined. The reserved and the unknown scopes go along unseen.
 */
export const consentPage = (
  instance: Instance,
  request: AuthorizationRequest,
  user: User,
  csrfField: Markup,
): Markup => {
  const { application, scopes } = request
  const known = scopes.map((name) => findScope(instance, application, name))
  const unseen = scopes.filter((_, at) => known[at]?.message === undefined)
  const shown = known.filter((scope) => scope?.message !== undefined)
  const items = [
    ...shown.flatMap((scope) => (scope?.isRequired === true ? [required(scope)] : [])),
    ...shown.flatMap((scope) => (scope?.isRequired === false ? [optional(scope)] : [])),
  ]
  const list =
    items.length === 0
      ? nothing
      : markup`<p>The application would like to:</p>
<ul>
${items}
</ul>`
  return page(
    'Consent',
    markup`<h1>${application.name} asks for access</h1>
<p>You are logged in as ${nameOf(user)}.</p>
<form action="/oauth2/consent?${queryFor(request)}" method="POST">
${csrfField}
${unseen.map(hidden)}
${list}
<button name="action" value="allow">Allow</button>
<button class="quiet" name="action" value="cancel">Cancel</button>
</form>`,
  )
}
