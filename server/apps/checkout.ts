import type { AppContext } from './cookies.ts'
import { crossSiteProblem, jsonOutage, jsonProblem } from './answers.ts'
import type { House } from './house.ts'
import { reauthenticationMethodOf, reauthenticate } from './reauthentication.ts'
import type { Renewal } from './renewal.ts'
import { readJsonBody, stringMember } from './requests.ts'
import { answerBehindLogin, pageBehindLogin } from './served.ts'

/** Where an order is confirmed. */
export const orderedPath = '/ordered'

/** `GET /checkout`: the page with the button that orders what is in the cart. */
export const showCheckout = async (
  c: AppContext,
  house: House,
  renew: Renewal,
): Promise<Response> => {
  const asks = reauthenticationMethodOf(house) === 'password'
  return pageBehindLogin(c, house, renew, ({ user }) => house.pages.checkout(c, user, asks, null))
}

/** `POST /checkout`: orders, in the name of whoever the browser's cookies stand for. */
export const handleCheckout = async (
  c: AppContext,
  house: House,
  renew: Renewal,
): Promise<Response> => {
  const { pages, ledger } = house
  const form = new URLSearchParams(await c.req.text())
  if (!house.csrf.acceptsForm(c, form))
    return pages.refused(c, 403, 'This form was sent from another site.')
  return pageBehindLogin(c, house, renew, async ({ user }) => {
    const result = await reauthenticate(c, house, user, form.get('password') ?? '')
    switch (result.status) {
      case 'done':
        ledger.placeOrder(user)
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

/** `GET /ordered`: says so. */
export const showOrderConfirmation = (
  c: AppContext,
  house: House,
  renew: Renewal,
): Promise<Response> => pageBehindLogin(c, house, renew, () => house.pages.ordered(c))

/** `POST /api/checkout`: orders for a client program; 403 says what it takes first. */
export const handleCheckoutJson = async (
  c: AppContext,
  house: House,
  renew: Renewal,
): Promise<Response> => {
  if (!house.csrf.acceptsApiCall(c)) return jsonProblem(c, 403, crossSiteProblem)
  const password = stringMember((await readJsonBody(c)) ?? {}, 'password')
  return answerBehindLogin(c, house, renew, async ({ user, carried }) => {
    const result = await reauthenticate(c, house, user, password)
    switch (result.status) {
      case 'done':
        return c.json({ ordered: house.ledger.placeOrder(user), ...carried })
      case 'password-required':
        return c.json({ problem: result.problem ?? '', asks: 'password', ...carried }, 403)
      case 'login-required':
        return c.json({ problem: 'Log in again to order.', location: result.location.href }, 403)
      case 'outage':
        return jsonOutage(c, result.problem)
      case 'impossible':
        return jsonProblem(c, 403, 'Orders need a fresh login, and this app has none to show.')
    }
  })
}
