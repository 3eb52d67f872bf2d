/** Known mistakes and gaps of the published diagrams; what is shown here instead, and why. */
export const errata = {
  E1: 'The diagram writes grant_type=refresh. The value is refresh_token (RFC 6749 §6); /api/jwt/refresh takes no grant_type at all.',
  E2: 'The diagram says that the Hacker gets a new JWT cookie. What the Store sets here is a new session id.',
  E4: 'The diagram shows 404 Missing. A refresh token that is dead is refused with 400 (RFC 6749 §5.2).',
  E5: 'The diagram returns only a JWT. The refresh token comes back too and may be a new one, so the Store writes its cookie again.',
  E6: 'The diagram shows only response_type=code. Without client_id, redirect_uri and scope nothing would come back; state, nonce and a PKCE challenge guard the way back.',
  E7: 'The diagram sends code and client_secret. grant_type, redirect_uri, client_id and the PKCE verifier belong to it.',
  E8: 'The diagram posts response_type=code. The form also carries the login name, the password and the fields of the request it belongs to.',
  E9: 'The diagram says that the login repeats. Whether a form comes depends on FusionAuth’s own session: while that lives, the browser is back in without one.',
} as const

export type ErratumId = keyof typeof errata
