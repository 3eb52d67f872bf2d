import { describe, expect, test } from 'vitest'
import { authorizePath, type Lab, openLab, redirectUri, store } from '../support/lab.ts'
import { bodyOf } from '../api/support.ts'

/** The tables of FusionAuth's page "OAuth URL Validation", row by row. */

/** What may be registered. */
const patterns: readonly (readonly [pattern: string, isValid: boolean])[] = [
  ['https://*.example.com', true],
  ['https://blah*.example.com', true],
  ['https://*.com', false],
  ['https://auth.*.com', false],
  ['https://*mid*.example.com', false],
  ['https://*.168.1.1', false],
  ['https://example.com:*', true],
  ['https://example.com:4*', false],
  ['https://example.com/path/*/resource', true],
  ['https://example.com/p*/to/resource', true],
  // The page calls this one invalid without a reason, and matches with it further down.
  ['https://example.com/*/par*tial/*', true],
  ['https://example.com/path/*mid*/resource', false],
  ['https://example.com?foo=*', true],
  ['https://example.com?foo=*&bar=*&baz=blah', true],
  ['https://example.com?foo=par*tial', false],
  ['https://example.com?*=blah', false],
]

/** What a registered address fits. */
const matches: readonly (readonly [pattern: string, address: string, isValid: boolean])[] = [
  ['https://*.example.com', 'https://login.example.com', true],
  ['https://auth*.example.com', 'https://auth2.example.com', true],
  ['https://auth*.example.com', 'https://auth.example.com', false],
  ['https://*.example.com', 'https://auth.customer.example.com', false],
  ['https://example.com:*', 'https://example.com:2012', true],
  // The page leaves the wildcard of this pattern out.
  ['https://example.com:*', 'https://example.com:80b', false],
  ['https://example.com/path/*/resource', 'https://example.com/path/to/resource', true],
  ['https://example.com/p*/to/resource', 'https://example.com/path/to/resource', true],
  ['https://example.com/*/par*tial/*', 'https://example.com/path/partotial/resource', true],
  ['https://example.com/path/*/resource', 'https://example.com/path/to/the/resource', false],
  ['https://example.com/path/*', 'https://example.com/path/resource?foo=bar', false],
  ['https://example.com/*/par*tial/*', 'https://example.com/path/partial/resource', false],
  ['https://example.com?foo=*', 'https://example.com?foo=bar', true],
  ['https://example.com?foo=*', 'https://example.com?foo=bar&baz=blah', false],
  ['https://example.com?foo=*', 'https://example.com?baz=blah&foo=bar', false],
]

const register = (lab: Lab, pattern: string, policy = 'AllowWildcards') =>
  lab.call('PATCH', `/api/application/${store}`, {
    application: {
      oauthConfiguration: {
        authorizedRedirectURLs: [pattern],
        authorizedURLValidationPolicy: policy,
      },
    },
  })

/** Whether an authorization request with an address gets as far as the login form. */
const isTaken = async (lab: Lab, address: string): Promise<boolean> => {
  const { status, body } = await lab.visit(authorizePath({ redirect_uri: address }))
  expect(status === 200 || body.includes('invalid_redirect_uri')).toBe(true)
  return status === 200
}

test('The tables of the page have 31 rows', () => {
  expect(patterns.length + matches.length).toBe(31)
})

describe('With AllowWildcards', () => {
  test.each(patterns)('%s may be registered: %s', async (pattern, isValid) => {
    const response = await register(openLab(), pattern)
    expect(response.status).toBe(isValid ? 200 : 400)
    const field = 'application.oauthConfiguration.authorizedRedirectURLs[1]'
    if (!isValid)
      expect(bodyOf<{ fieldErrors: object }>(response).fieldErrors).toMatchObject({
        [field]: [{ code: `[invalid]${field}` }],
      })
  })

  test.each(matches)('%s fits %s: %s', async (pattern, address, isValid) => {
    const lab = openLab()
    expect((await register(lab, pattern)).status).toBe(200)
    expect(await isTaken(lab, address)).toBe(isValid)
  })

  test.each([
    // A browser reads a backslash as a slash, so that the host would be another one.
    ['https://*.example.com', 'https://evil.test\\.example.com'],
    ['https://*.example.com', 'https://evil\\.example.com'],
    ['https://*.example.com', 'https://evil@x.example.com'],
    ['https://example.com/*', 'https://example.com/..'],
    ['https://example.com?foo=*', 'https://example.com?foo=a\r\nset-cookie:b=c'],
  ])('%s does not fit %j', async (pattern, address) => {
    const lab = openLab()
    expect((await register(lab, pattern)).status).toBe(200)
    expect(await isTaken(lab, address)).toBe(false)
  })

  test('an address without a wildcard is compared byte for byte as before', async () => {
    const lab = openLab()
    await register(lab, 'https://*.example.com')
    expect([await isTaken(lab, redirectUri), await isTaken(lab, `${redirectUri}/`)]).toEqual([
      true,
      false,
    ])
  })

  test('a port of a loopback address of IPv6 may be a wildcard', async () => {
    const lab = openLab()
    expect((await register(lab, 'http://[::1]:*/callback')).status).toBe(200)
    expect(await isTaken(lab, 'http://[::1]:4711/callback')).toBe(true)
  })
})

describe('With ExactMatch', () => {
  test('a wildcard in place of the port is refused, and the refusal names the policy', async () => {
    const response = await register(openLab(), 'https://example.com:*', 'ExactMatch')
    expect([response.status, response.body.includes('AllowWildcards')]).toEqual([400, true])
  })

  test('a wildcard stands for itself', async () => {
    const lab = openLab()
    expect((await register(lab, 'https://*.example.com', 'ExactMatch')).status).toBe(200)
    expect(await isTaken(lab, 'https://login.example.com')).toBe(false)
  })
})
