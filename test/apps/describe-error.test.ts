import { errors } from 'jose'
import { expect, test } from 'vitest'
import { describeError } from '../../server/apps/provider/describe-error.ts'

const thrown: readonly Error[] = [
  new errors.JWTClaimValidationFailed('unexpected "aud" claim value', {}, 'aud'),
  new errors.JWTExpired('"exp" claim timestamp check failed', {}, 'exp'),
  new errors.JWSSignatureVerificationFailed(),
  new errors.JWKSNoMatchingKey(),
  new errors.JWKSMultipleMatchingKeys(),
  new errors.JWSInvalid('Invalid Compact JWS'),
  new errors.JOSEAlgNotAllowed('"alg" (Algorithm) Header Parameter value not allowed'),
  new errors.JOSENotSupported('Unsupported'),
  new TypeError('not of jose'),
]

test.each(thrown.map((error) => [error.name, error] as const))(
  'what %s says does not hang on the name of its class',
  (_name, error) => {
    const said = String(error)
    Object.defineProperty(error, 'name', { value: error instanceof TypeError ? 'TypeError' : 'xg' })
    expect(describeError(error)).toBe(said)
  },
)
