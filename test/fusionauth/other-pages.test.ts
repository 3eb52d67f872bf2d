import { describe, expect, test } from 'vitest'
import { createStandIn } from '../../server/fusionauth/stand-in/index.ts'
import { notCopiedHere } from '../../server/fusionauth/stand-in/not-copied.ts'
import { routes } from '../../server/fusionauth/stand-in/routes.ts'
import {
  countingRandom,
  form,
  header,
  type Lab,
  openLab,
  origin,
  testClock,
} from './support/lab.ts'

const ask = (lab: Lab, method: string, path: string, accept = '*/*') =>
  lab.ask({ method, url: origin + path, headers: [['accept', accept]], body: '' })

const isPage = (body: string): boolean => /<h1>.+<\/h1>/.test(body)

test('A logout that names no address ends at a page, and not at an error of the browser', async () => {
  const lab = openLab()
  const target = header(await lab.visit('/oauth2/logout'), 'location') ?? ''
  const { status, body } = await lab.visit(target)
  expect([target, status, isPage(body)]).toEqual(['/', 200, true])
})

describe('What does not exist', () => {
  test.each(['/nothing', '/oauth2/revoke', '/favicon.ico', '/apis'])(
    'is a small page with 404: %s',
    async (path) => {
      const { status, body, headers } = await ask(openLab(), 'GET', path)
      expect([status, isPage(body)]).toEqual([404, true])
      const policy = headers.find(([name]) => name === 'content-security-policy')?.[1]
      expect(policy).toContain("default-src 'none'")
    },
  )

  test.each([
    ['GET', '/api/nothing'],
    ['GET', '/.well-known/nothing'],
    ['POST', '/oauth2/revoke'],
  ])('is an empty 404 for a program: %s %s', async (method, path) => {
    const { status, body } = await ask(openLab(), method, path)
    expect([status, body]).toEqual([404, ''])
  })
})

describe('What FusionAuth has and the stand-in has not', () => {
  const html = 'text/html,application/xhtml+xml,*/*;q=0.8'
  const sentence = 'FusionAuth has /admin, and this stand-in does not copy it.'

  test('is said on a page to a browser', async () => {
    const { status, body } = await ask(openLab(), 'GET', '/admin/', html)
    expect([status, isPage(body), body.includes(sentence)]).toEqual([404, true, true])
  })

  test('is said in JSON to a program', async () => {
    const { status, body } = await ask(openLab(), 'GET', '/admin/')
    expect([status, JSON.parse(body)]).toMatchObject([
      404,
      { generalErrors: [{ message: sentence }] },
    ])
  })
})

describe('A hosted page that FusionAuth has and the stand-in has not is called so', () => {
  test.each([
    '/oauth2/register',
    '/oauth2/passwordless',
    '/oauth2/two-factor-methods',
    '/oauth2/two-factor-enable-complete',
    '/password/change',
    '/password/forgot',
    '/email/verify',
    '/registration/verify',
    '/phone/verify',
    '/unauthorized',
  ])('%s', async (path) => {
    const { status, body } = await ask(openLab(), 'GET', path, 'text/html')
    expect([status, body]).toEqual([
      404,
      expect.stringContaining(`FusionAuth has ${path}, and this stand-in does not copy it.`),
    ])
  })

  test('An id behind it is not repeated', async () => {
    const { body } = await ask(openLab(), 'GET', '/email/verify/a-secret-id', 'text/html')
    expect(body).toContain('FusionAuth has /email/verify, and')
    expect(body).not.toContain('a-secret-id')
  })
})

test('Nothing that is copied is said not to be', () => {
  const shadowed = routes.filter(([, path]) => notCopiedHere(path.replaceAll(/:\w+/g, 'x')))
  expect(shadowed).toEqual([])
})

test('A page tells nothing of the address that was asked for', async () => {
  const { body } = await ask(openLab(), 'GET', `/x?${form({ q: '<script>' })}`)
  expect(body).not.toContain('script')
})

test('Who started it is told of no more than a hundred addresses that are not there', async () => {
  const lines: string[] = []
  const standIn = createStandIn({
    origin,
    clock: testClock(),
    random: countingRandom(),
    apiKey: 'key',
    onLacking: (line) => lines.push(line),
  })
  for (let n = 0; n < 120; n += 1) {
    const url = `${origin}/api/${'x'.repeat(1 + (n % 12))}/${'y'.repeat(1 + Math.floor(n / 12))}`
    await standIn.handle({ method: 'GET', url, headers: [], body: '' }, 0)
  }
  expect(lines).toHaveLength(101)
  expect(lines.at(-1)).toBe('More is asked for that is not there; it is told no longer.')
})
