import type { Instance } from '../instance.ts'
import type { Application } from '../memory/application.ts'
import { fitsWildcards } from '../memory/wildcards.ts'

const isLoopback = ({ hostname }: URL): boolean => ['127.0.0.1', '[::1]'].includes(hostname)

/** The address without its port, as it is written; undefined unless it is on http and loopback. */
const withoutPort = (address: string): string | undefined => {
  const parsed = URL.parse(address)
  if (parsed === null || parsed.protocol !== 'http:' || !isLoopback(parsed)) return undefined
  return address.replace(/^(http:\/\/[^/?#@]*?)(?::\d+)?(?=[/?#]|$)/, '$1')
}

const isPlain = (address: string): boolean => {
  const parsed = URL.parse(address)
  return parsed?.protocol === 'http:' && !isLoopback(parsed) && parsed.hostname !== 'localhost'
}

/**
 * Whether an answer may go to this address: byte for byte one that is registered (RFC 9700 §2.1), no
 * normalisation, no prefix; or, where the application's policy allows wildcards, one that fits. Hardened, plain http is refused (RFC 9700 §2.6), and on a loopback
 * address the port is free (RFC 9700 §4.1.3); FusionAuth does neither.
 */
export const isRegistered = (
  { hardened }: Instance,
  { oauthConfiguration: { authorizedRedirectURLs, authorizedURLValidationPolicy } }: Application,
  redirectUri: string,
): boolean => {
  if (hardened && isPlain(redirectUri)) return false
  if (authorizedRedirectURLs.includes(redirectUri)) return true
  if (
    authorizedURLValidationPolicy === 'AllowWildcards' &&
    authorizedRedirectURLs.some((registered) => fitsWildcards(registered, redirectUri))
  )
    return true
  if (!hardened) return false
  const anyPort = withoutPort(redirectUri)
  return (
    anyPort !== undefined &&
    authorizedRedirectURLs.some((registered) => withoutPort(registered) === anyPort)
  )
}
