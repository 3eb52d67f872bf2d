import type { AppContext } from '../context.ts'
import type { Dependencies } from '../dependencies.ts'
import { establishSession, redirectAfterLogin } from './establish-session.ts'

/** `GET /login` of the password grant and of the native form: the application's own form. */
export const showLoginForm = (
  c: AppContext,
  { pages }: Dependencies,
): Response | Promise<Response> => pages.loginForm(c, '', null)

/**
 * `POST /login`: sends the password on to FusionAuth and stores it nowhere. A form of another site is
 * refused: it could log the user in to an account of its own (login CSRF, RFC 6749 §10.12).
 */
export const handlePasswordLogin = async (c: AppContext, deps: Dependencies): Promise<Response> => {
  const { csrf, gateway, pages } = deps
  const form = new URLSearchParams(await c.req.text())
  if (!csrf.acceptsForm(c, form))
    return pages.refused(c, 403, 'This form was sent from another site.')
  const loginId = form.get('loginId')?.trim() ?? ''
  const password = form.get('password') ?? ''
  if (loginId === '' || password === '')
    return pages.loginForm(c, loginId, 'Please enter your email address and your password.')
  const tokens = await gateway.loginWithPassword(loginId, password, c.env.exchange)
  if (!tokens.ok)
    return tokens.why === 'refused'
      ? pages.loginForm(c, loginId, 'Email address or password is wrong.')
      : pages.outage(c, tokens.problem)
  establishSession(c, deps, tokens.value)
  return redirectAfterLogin(c, deps)
}
