/** Words that jose writes in capitals. */
const capitals = new Set(['JOSE', 'JWE', 'JWK', 'JWKS', 'JWS', 'JWT'])

const capitalized = (word: string): string =>
  capitals.has(word) ? word : word.slice(0, 1) + word.slice(1).toLowerCase()

/**
 * Why a token was refused: `JWTExpired: "exp" claim timestamp check failed`. The name of an error of jose
 * is made of its code, because classes have other names in a built page, and a trace is the same there.
 */
export const describeError = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const words = /^ERR_(J(?:OSE|W[A-Z]+)_.+)$/.exec(code)?.[1]?.split('_')
  return words === undefined || !(error instanceof Error)
    ? String(error)
    : `${words.map(capitalized).join('')}: ${error.message}`
}
