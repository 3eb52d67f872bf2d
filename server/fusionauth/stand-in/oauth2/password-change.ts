/**
 * The hosted page for a password that has to be changed. After the change the login goes on; that it
 * does, and ends any single sign-on, is inferred (asked: "change of the password at a login").
 */
import { setPassword } from '../api/change-password.ts'
import { ApiRefusal } from '../api/refusal.ts'
import type { StandInContext, StandInHandler, Instance } from '../instance.ts'
import { markup, type Markup, nothing } from '../markup.ts'
import { recordLogin } from '../memory/authenticate.ts'
import { findChangePasswordOwner } from '../memory/change-password.ts'
import type { User } from '../memory/user.ts'
import { replyPage } from '../reply.ts'
import { startLoginIntent } from './login-intent.ts'
import { answerRequest, onPage } from './on-page.ts'
import { page } from './page.ts'
import { formOf, queryOf, readParameters } from './parameters.ts'
import { checkCsrf, csrfField } from './pre-session.ts'
import { expiredLogin } from './refusals.ts'

const pathOf = (exchange: StandInContext): string => {
  const id = encodeURIComponent(exchange.req.param('changePasswordId') ?? '')
  const query = queryOf(exchange)
  return `/password/change/${id}${query === '' ? '' : `?${query}`}`
}

const loadOwner = (instance: Instance, exchange: StandInContext): { id: string; user: User } => {
  const id = exchange.req.param('changePasswordId') ?? ''
  const user = findChangePasswordOwner(instance, id)
  if (user === undefined) throw expiredLogin()
  return { id, user }
}

const field = (name: string, label: string): Markup => markup`<div class="field">
<label for="${name}">${label}</label>
<input type="password" id="${name}" name="${name}" value="" autocomplete="new-password"></div>`

const showForm = (instance: Instance, exchange: StandInContext, error: string): Response => {
  const content = markup`<h1>Update your password</h1>
<p>You must change your password before you can log in.</p>
${error === '' ? nothing : markup`<p class="error" role="alert">${error}</p>\n`}<form action="${pathOf(exchange)}" method="POST">
${csrfField(instance, exchange)}
${[field('password', 'Password'), field('passwordConfirm', 'Confirm password')]}
<button>Submit</button>
</form>`
  return replyPage(exchange, page('Update your password', content))
}

/** GET /password/change/{changePasswordId}. */
export const showPasswordChange: StandInHandler = onPage((instance, exchange) => {
  loadOwner(instance, exchange)
  return showForm(instance, exchange, '')
})

/** What keeps the new password from being set; '' when it was set. */
const change = (instance: Instance, user: User, password: string, again: string): string => {
  if (password !== again) return 'The two passwords are not the same.'
  try {
    setPassword(instance, user, password)
    return ''
  } catch (refusal) {
    if (!(refusal instanceof ApiRefusal)) throw refusal
    return refusal.fieldErrors.map(({ message }) => message).join(' ')
  }
}

/** POST /password/change/{changePasswordId}: sets the password and goes on with the login. */
export const submitPasswordChange: StandInHandler = onPage(async (instance, exchange) => {
  const form = readParameters(await formOf(exchange))
  checkCsrf(instance, exchange, form)
  const { id, user } = loadOwner(instance, exchange)
  const again = form.get('passwordConfirm') ?? ''
  const error = change(instance, user, form.get('password') ?? '', again)
  if (error !== '') return showForm(instance, exchange, error)
  instance.memory.changePasswordIds.delete(id)
  const parameters = readParameters(queryOf(exchange))
  if (!parameters.has('client_id')) {
    const content = markup`<h1>Done</h1>\n<p role="status">Your password has been changed.</p>`
    return replyPage(exchange, page('Password changed', content))
  }
  return answerRequest(instance, exchange, parameters, (request) => {
    const { id: userId } = recordLogin(
      instance,
      instance.memory.users.get(user.id) ?? user,
      request.application.id,
    )
    return startLoginIntent(instance, exchange, request, {
      userId,
      authenticationType: 'PASSWORD',
      authInstant: instance.clock.now(),
      device: { name: undefined, type: undefined, description: undefined },
      sso: 'end',
    })
  })
})
