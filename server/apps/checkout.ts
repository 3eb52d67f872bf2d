import type { AppContext } from './cookies.ts'
import { foreign, outage, refused } from './answers.ts'
import type { House } from './house.ts'
import { proofKindOf, prove } from './reauthentication.ts'
import type { Renewal } from './renewal.ts'
import { bodyOf, textIn } from './requests.ts'
import { answerBehindLogin, pageBehindLogin } from './served.ts'

/** Where an order is confirmed. */
export const orderedPath = '/ordered'

/** `GET /checkout`: the page with the button that orders what is in the cart. */
export const showCheckout = async (
  c: AppContext,
  house: House,
  renew: Renewal,
): Promise<Response> => {
  const asks = proofKindOf(house) === 'password'
  return pageBehindLogin(c, house, renew, ({ user }) => house.pages.checkout(c, user, asks, null))
}

/** `POST /checkout`: orders, in the name of whoever the browser's cookies stand for. */
export const checkOut = async (c: AppContext, house: House, renew: Renewal): Promise<Response> => {
  const { pages, ledger } = house
  const form = new URLSearchParams(await c.req.text())
  if (!house.csrf.accepts(c, form))
    return pages.refused(c, 403, 'This form was sent from another site.')
  return pageBehindLogin(c, house, renew, async ({ user }) => {
    const proof = await prove(c, house, user, form.get('password') ?? '')
    switch (proof.is) {
      case 'enough':
        ledger.order(user)
        return c.redirect(orderedPath, 303)
      case 'password':
        return pages.checkout(c, user, true, proof.problem ?? 'Please enter your password.')
      case 'login':
        return c.redirect(proof.at.href, 303)
      case 'outage':
        return pages.outage(c, proof.problem)
      case 'impossible':
        return pages.refused(c, 403, 'Orders need a fresh login, and this app has none to show.')
    }
  })
}

/** `GET /ordered`: says so. */
export const confirmOrder = (c: AppContext, house: House, renew: Renewal): Promise<Response> =>
  pageBehindLogin(c, house, renew, () => house.pages.ordered(c))

/** `POST /api/checkout`: orders for a client program; 401 asks for a proof first. */
export const checkOutByCall = async (
  c: AppContext,
  house: House,
  renew: Renewal,
): Promise<Response> => {
  if (!house.csrf.acceptsCall(c)) return refused(c, 403, foreign)
  const password = textIn((await bodyOf(c)) ?? {}, 'password')
  return answerBehindLogin(c, house, renew, async ({ user, carried }) => {
    const proof = await prove(c, house, user, password)
    switch (proof.is) {
      case 'enough':
        return c.json({ ordered: house.ledger.order(user), ...carried })
      case 'password':
        return c.json({ problem: proof.problem ?? '', asks: 'password', ...carried }, 403)
      case 'login':
        return c.json({ problem: 'Log in again to order.', location: proof.at.href }, 403)
      case 'outage':
        return outage(c, proof.problem)
      case 'impossible':
        return refused(c, 403, 'Orders need a fresh login, and this app has none to show.')
    }
  })
}
