import type { Signature } from '../../../scenarios/projections/signature.ts'
import type { Words } from '../../words/catalogue.ts'

/** What was found out about a signature, in a sentence; null while it is being checked. */
export const signatureWords = (signature: Signature | null, { ui: { token } }: Words): string => {
  if (signature === null) return token.checking
  switch (signature.kind) {
    case 'valid':
      return token.valid(signature.kid, signature.n)
    case 'invalid':
      return token.invalid(signature.kid, signature.n)
    case 'unknown-key':
      return token.unknownKey(signature.kid, signature.n)
    case 'no-keys':
      return token.noKeys
    case 'unsigned':
      return token.unsigned
    case 'unavailable':
      return token.unavailable
    case 'shared-secret':
      return token.sharedSecret(signature.alg)
    case 'unsupported':
      return token.unsupported(signature.alg)
  }
}
