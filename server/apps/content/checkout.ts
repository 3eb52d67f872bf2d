import type { AppContext } from '../context.ts'
import {
  crossSiteProblem,
  jsonOutage,
  jsonProblem,
  readJsonBody,
  stringMember,
} from '../api/json.ts'
import type { Dependencies } from '../dependencies.ts'
import { reauthenticationMethodOf, reauthenticate } from '../login/reauthentication.ts'
import type { RefreshSession } from '../session/refresh.ts'
import { requireLoginJson, requireLogin } from '../session/require-login.ts'

/** Path of the page that confirms an order. */
export const orderedPath = '/ordered'

/** `GET /checkout`: the page with the button that orders what is in the cart. */
export const showCheckout = async (
  c: AppContext,
  deps: Dependencies,
  refresh: RefreshSession,
): Promise<Response> => {
  const asks = reauthenticationMethodOf(deps) === 'password'
  return requireLogin(c, deps, refresh, ({ user }) => deps.pages.checkout(c, user, asks, null))
}

/** `POST /checkout`: places the order of the logged-in user, after reauthentication if that is asked. */
export const handleCheckout = async (
  c: AppContext,
  deps: Dependencies,
  refresh: RefreshSession,
): Promise<Response> => {
  const { pages, userContent } = deps
  const form = new URLSearchParams(await c.req.text())
  if (!deps.csrf.acceptsForm(c, form))
    return pages.refused(c, 403, 'This form was sent from another site.')
  return requireLogin(c, deps, refresh, async ({ user }) => {
    const result = await reauthenticate(c, deps, user, form.get('password') ?? '')
    switch (result.status) {
      case 'done':
        userContent.placeOrder(user)
        return c.redirect(orderedPath, 303)
      case 'password-required':
        return pages.checkout(c, user, true, result.problem ?? 'Please enter your password.')
      case 'login-required':
        return c.redirect(result.location.href, 303)
      case 'outage':
        return pages.outage(c, result.problem)
      case 'impossible':
        return pages.refused(c, 403, 'Orders need a fresh login, and this app has none to show.')
    }
  })
}

/** `GET /ordered`: the page that confirms an order. */
export const showOrderConfirmation = (
  c: AppContext,
  deps: Dependencies,
  refresh: RefreshSession,
): Promise<Response> => requireLogin(c, deps, refresh, () => deps.pages.ordered(c))

/** `POST /api/checkout`: the same for a client program; 403 says how to reauthenticate first. */
export const handleCheckoutJson = async (
  c: AppContext,
  deps: Dependencies,
  refresh: RefreshSession,
): Promise<Response> => {
  if (!deps.csrf.acceptsApiCall(c)) return jsonProblem(c, 403, crossSiteProblem)
  const password = stringMember((await readJsonBody(c)) ?? {}, 'password')
  return requireLoginJson(c, deps, refresh, async ({ user, jsonCredentials }) => {
    const result = await reauthenticate(c, deps, user, password)
    switch (result.status) {
      case 'done':
        return c.json({ ordered: deps.userContent.placeOrder(user), ...jsonCredentials })
      case 'password-required':
        return c.json({ problem: result.problem ?? '', asks: 'password', ...jsonCredentials }, 403)
      case 'login-required':
        return c.json({ problem: 'Log in again to order.', location: result.location.href }, 403)
      case 'outage':
        return jsonOutage(c, result.problem)
      case 'impossible':
        return jsonProblem(c, 403, 'Orders need a fresh login, and this app has none to show.')
    }
  })
}
