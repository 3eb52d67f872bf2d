import { beforeAll, describe, expect, test } from 'vitest'
import { lifetimesAt } from '../../scenarios/projections/lifetimes.ts'
import { besideJars, memoryAt } from '../../scenarios/projections/memory.ts'
import { screenAt } from '../../scenarios/projections/screen.ts'
import { secretsOf } from '../../scenarios/projections/secrets.ts'
import { arrowsOf } from '../../scenarios/projections/sequence.ts'
import type { Trace } from '../../scenarios/model/trace.ts'
import { played } from '../support/play.ts'

let page: Trace
let app: Trace
beforeAll(async () => {
  page = await played({ workflow: 'spa/oauth-implicit-grant-jwts-local-storage' })
  app = await played({
    workflow: 'mobile/native-login-form-to-application-backend-jwts-refresh-tokens',
  })
})

const numberOf = ({ messages }: Trace, id: string): number => {
  const message = messages.find((one) => one.id === id)
  if (message === undefined) throw new Error(`there is no ${id}`)
  return message.n
}

const livesAt = (trace: Trace, id: string) => {
  const n = numberOf(trace, id)
  const now = Date.parse(trace.messages[n - 1]?.at ?? '')
  return lifetimesAt(secretsOf(trace.messages), trace.messages, n, now)
}

describe('a page that a script makes', () => {
  test('is on the screen, though no answer brought its HTML', () => {
    const n = numberOf(page, 'load-cart.cart-response')
    expect(page.messages[n - 1]?.http?.headers).toContainEqual([
      'content-type',
      expect.stringContaining('json'),
    ])
    const screen = screenAt(page.messages, 'Browser', n)
    expect(screen?.broughtBy).toBe(n)
    expect(screen?.html).toContain('<')
    expect(screen?.url).toContain('/shopping-cart')
  })

  test('the Hacker sees what the API answers', () => {
    const n = numberOf(page, 'stolen-jwt.cart-response')
    expect(screenAt(page.messages, 'Hacker', n)?.html).toContain('<pre>')
  })

  test('its requests say that a script began them, the navigations do not', () => {
    const arrows = arrowsOf({ trace: page, plan: [], plannedDividers: [] })
    const by = (id: string) => arrows.find((arrow) => arrow.id === id)?.by
    expect(by('load-cart.cart-request')).toBe('script')
    expect(by('login.authorize-request')).toBeUndefined()
  })
})

describe('what lies outside of cookies', () => {
  test('local storage is somebody’s memory, the page that is shown is not', () => {
    const n = numberOf(page, 'load-cart.cart-response')
    const tables = besideJars(memoryAt(page.messages, n))
    expect(tables.map(({ where }) => where)).toContain('Browser.localStorage')
    expect(tables.map(({ where }) => where)).not.toContain('Browser.pages')
  })

  test('a JWT in local storage runs out, and the application that takes it says so', () => {
    const [jwt] = livesAt(page, 'load-cart.cart-response').filter(
      ({ secret }) => secret.kind === 'jwt',
    )
    expect(jwt).toMatchObject({ opens: 'Store', whose: 'user', holders: ['Browser'] })
    expect(jwt?.left).toBeLessThanOrEqual(10 * 60_000)
    expect(jwt?.share).toBeGreaterThan(0.9)
  })

  test('a stolen JWT is in two hands', () => {
    const whose = livesAt(page, 'stolen-jwt.cart-response')
      .filter(({ secret }) => secret.kind === 'jwt')
      .map((one) => one.whose)
    expect(whose).toContain('shared')
  })

  test('a phone holds both tokens on the device', () => {
    const lives = livesAt(app, 'load-cart.cart-response')
    expect(lives.map(({ secret, holders }) => [secret.kind, holders])).toEqual([
      ['jwt', ['Mobile']],
      ['refresh-token', ['Mobile']],
    ])
  })
})
