import type { Matrix } from '../../scenarios/matrix/format.ts'

const webapp = 'webapp/oauth-authorization-code-grant-sessions-refresh-tokens-cookies'
const spa = 'spa/oauth-implicit-grant-sessions'

/** A matrix of three rows, as it is published. */
export const smallMatrix: Matrix = {
  workflows: [webapp, spa],
  attacks: ['csrf', 'sniffing'],
  defences: ['http-only', 'secure', 'same-site=lax', 'rotation'],
  reasons: [{ code: 'decided.not-sent', params: { cookie: 'session', rule: 'same-site-lax' } }],
  rows: {
    [`${webapp} csrf`]: {
      base: [true, 'attack.checkout-response'],
      cells: { secure: [true, null, null], 'same-site=lax': [false, 'attack.checkout-request', 0] },
      inForce: ['http-only'],
    },
    [`${webapp} sniffing`]: {
      base: [true, 'attack.cart-response'],
      cells: { secure: [false, 'attack.cart-request', null] },
      inForce: ['http-only'],
    },
    [`${spa} csrf`]: {
      base: [true, 'attack.checkout-response'],
      cells: { 'same-site=lax': [false, 'attack.checkout-request', 0] },
      inForce: ['http-only'],
    },
  },
}
