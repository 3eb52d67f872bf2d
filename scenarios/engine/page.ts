import type { Field, Form, Page } from './elements.ts'

export { readPage } from './html.ts'
export type { Field, Form, Page }

const textual = new Set(['text', 'email', 'tel', 'search', 'url'])

const passwords = (form: Form): number =>
  form.fields.filter(({ type }) => type === 'password').length

/** The control for the login name: named so, or else the last text before the password. */
export const loginField = ({ fields }: Form): Field | undefined => {
  const texts = fields.filter(({ type }) => textual.has(type))
  const named = texts.find(
    ({ name, autocomplete }) =>
      /^(login_?id|user_?name|e-?mail|login)$/i.test(name) || /\busername\b/.test(autocomplete),
  )
  if (named !== undefined) return named
  const end = fields.findIndex(({ type }) => type === 'password')
  return end < 0 ? undefined : fields.slice(0, end).findLast(({ type }) => textual.has(type))
}

/** Whether a form asks for a login name first, and for the password on the next page. */
export const asksNameOnly = (form: Form): boolean =>
  form.method === 'POST' && passwords(form) === 0 && loginField(form) !== undefined

/** The form that asks for one password, or for the login name alone, if the page has one. */
export const loginForm = ({ forms }: Page): Form | undefined =>
  forms.find((form) => passwords(form) === 1) ?? forms.find(asksNameOnly)

/** The form behind a log-out button: the application's own, or FusionAuth's question on the way. */
export const logoutForm = ({ forms }: Page): Form | undefined =>
  forms.find(
    ({ method, action }) => method === 'POST' && new URL(action).pathname.endsWith('/logout'),
  )

/**
 * The form of a page that is nothing but an envelope: hidden values which a script of the page sends
 * off, as in `response_mode=form_post` (OAuth 2.0 Form Post Response Mode). A form with a button that
 * no script presses is a question to the user, and is left alone.
 */
export const selfSubmittingForm = ({ forms, submitsByScript }: Page): Form | undefined => {
  const [form, ...others] = forms
  if (form === undefined || others.length > 0) return undefined
  const shown = form.fields.filter(({ type }) => type !== 'hidden')
  const carries = form.fields.some(({ type, name }) => type === 'hidden' && name !== '')
  const envelope = shown.length === 0 || (submitsByScript && shown.every(isSubmit))
  return carries && envelope ? form : undefined
}

const isSubmit = ({ type }: Field): boolean => type === 'submit'

/** What the user types and ticks; everything else stays as the page had it. */
interface Typed {
  readonly loginId: string
  readonly password: string
  readonly remember: boolean
}

const entries = (form: Form, typed: Typed | null): URLSearchParams => {
  const filled = new URLSearchParams()
  const login = loginField(form)
  const pressed = form.fields.find(isSubmit)
  for (const field of form.fields) {
    const { name, type, value, checked } = field
    if (name === '') continue
    if (type === 'checkbox' || type === 'radio') {
      const ticked = type === 'checkbox' && typed?.remember === true && /remember/i.test(name)
      if (checked || ticked) filled.append(name, value === '' ? 'on' : value)
    } else if (type === 'submit') {
      if (field === pressed) filled.append(name, value)
    } else if (type === 'button' || type === 'reset' || type === 'file') continue
    else if (typed !== null && type === 'password') filled.append(name, typed.password)
    else if (typed !== null && field === login) filled.append(name, typed.loginId)
    else filled.append(name, value)
  }
  return filled
}

/**
 * The name-value pairs that a browser submits when the user fills in login name and password, in the
 * order of the form (HTML standard, "constructing the entry list"): everything else stays as the page
 * had it, boxes that are not ticked are left out, and of the buttons only the first is pressed.
 * `remember` ticks "keep me signed in".
 */
export const fillIn = (
  form: Form,
  loginId: string,
  password: string,
  remember: boolean,
): URLSearchParams => entries(form, { loginId, password, remember })

/** What a browser submits when nobody touched the form. */
export const untouched = (form: Form): URLSearchParams => entries(form, null)
