import { type MeasuredClient, noCookies } from './sent.ts'

/** Clients that run in a page. */
export const inPages: readonly MeasuredClient[] = [
  {
    name: '@fusionauth/react-sdk',
    version: '2.7.0',
    authentication: [{ by: 'backend' }],
    pkce: { is: 'backend' },
    state: { is: 'caller' },
    nonce: { is: 'no' },
    cookies: noCookies,
    flow: 'backend',
  },
  {
    name: 'oidc-client-ts',
    version: '3.5.0',
    authentication: [{ by: 'none' }],
    pkce: { is: 'always', length: 96, alphabet: 'hexadecimal' },
    state: { is: 'random', length: 32, alphabet: 'hexadecimal' },
    nonce: { is: 'no' },
    cookies: noCookies,
    flow: 'public',
  },
  {
    name: '@axa-fr/oidc-client',
    version: '7.29.1',
    authentication: [{ by: 'none' }],
    pkce: { is: 'always', length: 128 },
    state: { is: 'random', length: 16 },
    nonce: { is: 'random', length: 12 },
    cookies: noCookies,
    flow: 'public',
    refusesIssuer: 'another',
  },
  {
    name: 'keycloak-js',
    version: '26.2.4',
    authentication: [{ by: 'none' }],
    pkce: { is: 'always', length: 96 },
    state: { is: 'uuid' },
    nonce: { is: 'uuid' },
    cookies: noCookies,
    flow: 'public',
  },
]
