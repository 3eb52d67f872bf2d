import { generateKeyPairSync } from 'node:crypto'
import { KeyAlgorithm } from '@fusionauth/typescript-client'
import { describe, test } from 'vitest'
import { type Contract, ids } from './support/contract.ts'
import { text } from './support/read.ts'

/** Two keys of the contract's own, for as long as a point takes. */
const withKeys = async (lab: Contract, ask: () => Promise<void>): Promise<void> => {
  for (const id of ids.keys) {
    const key = { algorithm: KeyAlgorithm.RS256, length: 2048, name: `Login Lab contract ${id}` }
    await lab.client.generateKey(id, { key })
  }
  const { response } = await lab.client.retrieveTenant(ids.tenant)
  const before = response.tenant?.jwtConfiguration?.accessTokenKeyId ?? null
  try {
    await ask()
  } finally {
    await lab.tenantWith({
      jwtConfiguration: { accessTokenKeyId: before, accessTokenVerificationKeyIds: null },
    })
    for (const id of ids.keys) await lab.client.deleteKey(id)
  }
}

/** Which keys verify a JWT (since 1.69): part of the contract. */
export const keyPoints = (lab: () => Contract): void => {
  describe('The keys that verify', { timeout: 60_000 }, () => {
    const [former, next] = ids.keys
    const sign = (jwtConfiguration: object) => lab().tenantWith({ jwtConfiguration })
    const ofStore = (jwtConfiguration: object) =>
      lab().client.patchApplication(ids.store, { application: { jwtConfiguration } })
    const validate = async (token: unknown): Promise<number> => {
      const headers = { authorization: `Bearer ${text(token)}` }
      return (await lab().get('/api/jwt/validate', headers)).status
    }

    test('what a former key signed, not listed and listed', async () => {
      await withKeys(lab(), async () => {
        await sign({ accessTokenKeyId: former })
        const { access_token: token } = await lab().loggedIn()
        const signing = await validate(token)
        await sign({ accessTokenKeyId: next })
        const rotated = await validate(token)
        await sign({ accessTokenVerificationKeyIds: [former] })
        lab().settle(
          'rotated key',
          { signing, rotated, listed: await validate(token) },
          { documented: { signing: 200, rotated: 401, listed: 200 } },
        )
      })
    })

    test('a key that the tenant lists, for an application with settings of its own', async () => {
      await withKeys(lab(), async () => {
        await sign({ accessTokenKeyId: former })
        const { access_token: token } = await lab().loggedIn()
        await sign({ accessTokenVerificationKeyIds: [former] })
        await ofStore({ enabled: true, accessTokenKeyId: next })
        const status = await validate(token)
        await ofStore({ enabled: false, accessTokenKeyId: null })
        lab().settle('list of the tenant', status, { inferred: 200 })
      })
    })

    test('a JWT that was vended for nobody, by the key that signs and by another', async () => {
      await withKeys(lab(), async () => {
        await sign({ accessTokenKeyId: next })
        const vend = async (keyId: string) => {
          const claims = { sub: ids.user, tid: ids.tenant }
          const { response } = await lab().client.vendJWT({ claims, keyId })
          return validate(response.token)
        }
        const statuses = [await vend(next), await vend(former)]
        lab().settle('key of a vended JWT', statuses, { inferred: [200, 401] })
      })
    })

    test('an imported key: what is found out of it, where it is published, and what is refused', async () => {
      const [id, other] = ids.keys
      const name = 'Login Lab contract imported'
      const pair = generateKeyPairSync('ec', { namedCurve: 'P-384' })
      const privateKey = String(pair.privateKey.export({ format: 'pem', type: 'pkcs8' }))
      const publicKey = String(pair.publicKey.export({ format: 'pem', type: 'spki' }))
      const add = async (key: object, keyId: string = id) => {
        const call = lab().client.importKey(keyId, { key: { name, ...key } })
        const made = await call.catch(({ statusCode }: { readonly statusCode?: number }) => ({
          statusCode,
          response: undefined,
        }))
        const published = await kids()
        const { kid = '', algorithm, type } = made.response?.key ?? {}
        if (made.response !== undefined) await lab().client.deleteKey(keyId)
        return [made.statusCode, algorithm ?? null, type ?? null, published.includes(kid)]
      }
      const kids = async (): Promise<readonly unknown[]> => {
        const { keys } = (await lab().get('/.well-known/jwks.json')).body
        return (keys as readonly { readonly kid: unknown }[]).map(({ kid }) => kid)
      }
      const observed = {
        privateKey: await add({ privateKey }),
        publicKey: await add({ publicKey }, other),
        secret: await add({ secret: 'a secret of the contract' }),
        otherHalf: await add({
          privateKey,
          publicKey: String(
            generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey.export({
              format: 'pem',
              type: 'spki',
            }),
          ),
        }),
      }
      lab().settle('imported keys', observed, {
        inferred: {
          privateKey: [200, 'ES384', 'EC', true],
          publicKey: [200, 'ES384', 'EC', true],
          secret: [200, 'HS256', 'HMAC', false],
          otherHalf: [400, null, null, false],
        },
      })
    })
  })
}
