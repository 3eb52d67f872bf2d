import { describe, expect, test } from 'vitest'
import { measuredClients } from '../../web/features/clients/clients.ts'
import { issuerPlace, type Place, placesOf } from '../../web/features/clients/links.ts'
import { played } from '../support/play.ts'

const places: readonly Place[] = [
  ...measuredClients.flatMap((client) => Object.values(placesOf(client))),
  issuerPlace,
]

const messageAt = async ({ workflow, step }: Place) =>
  (await played({ workflow })).messages.find(({ id }) => id === step)

const of = (name: string) => {
  const client = measuredClients.find((one) => one.name === name)
  if (client === undefined) throw new Error(`There is no ${name}.`)
  return placesOf(client)
}

const parametersOf = async (place: Place | undefined): Promise<URLSearchParams> => {
  const http = place === undefined ? undefined : (await messageAt(place))?.http
  const { searchParams } = new URL(http?.url ?? 'about:blank')
  return http?.method === 'POST' ? new URLSearchParams(http.body) : searchParams
}

describe('what real clients send', () => {
  test('each client is there once, with its version', () => {
    const names = measuredClients.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(measuredClients.filter(({ version }) => version === '')).toEqual([])
    expect(names.length).toBe(29)
  })

  test('each row leads to a message that there is', async () => {
    const dead: string[] = []
    for (const place of places)
      if ((await messageAt(place)) === undefined) dead.push(`${place.workflow}#${place.step}`)
    expect(dead).toEqual([])
    expect(measuredClients.filter((one) => Object.keys(placesOf(one)).length === 0)).toEqual([])
  })

  test.each(['express-openid-connect', 'oidc-client-ts', '@fusionauth/react-sdk'])(
    'the authorization request of %s is one with state and a challenge',
    async (name) => {
      const sent = await parametersOf(of(name).authorize)
      expect(sent.get('state')?.length).toBeGreaterThan(10)
      expect(sent.get('code_challenge_method')).toBe('S256')
    },
  )

  test('that of a confidential client has a nonce', async () => {
    const sent = await parametersOf(of('better-auth (genericOAuth)').authorize)
    expect(sent.get('nonce')?.length).toBeGreaterThan(10)
  })

  test('the token request of a confidential client has a secret, that of a public one has none', async () => {
    const confidential = await parametersOf(of('passport-oauth2').token)
    const open = await parametersOf(of('oidc-client-ts').token)
    expect(confidential.get('client_secret')).not.toBeNull()
    expect(open.get('client_secret')).toBeNull()
    expect(open.get('code_verifier')).not.toBeNull()
  })

  test('the password grant is one', async () => {
    expect((await parametersOf(of('oidc-agent').password)).get('grant_type')).toBe('password')
  })

  test('cookies are set where it says so', async () => {
    const place = of('passport-oauth2').cookies
    const message = place === undefined ? undefined : await messageAt(place)
    expect(message?.http?.headers.some(([name]) => name === 'set-cookie')).toBe(true)
  })

  test('the answer with iss has it', async () => {
    expect((await parametersOf(issuerPlace)).get('iss')).toMatch(/^https:/)
  })
})
