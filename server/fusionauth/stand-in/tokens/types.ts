import type { JWTPayload } from 'jose'

/**
 * What FusionAuth calls the types of its JWTs: `at` is an access token (seen on its wire), `idt` an ID
 * token (fusionauth-issues #3317).
 */
export type TokenType = 'at' | 'idt'

/**
 * What a JWT says of its own kind since 1.60: `tty`, its type, in every one, and `gty`, the grants in
 * their order, in those of an OAuth grant (release notes of 1.60). That they stand last is inferred
 * (asked: "place of the type").
 */
export const typeClaims = (tty: TokenType, grantTypes: readonly string[]): JWTPayload => ({
  ...(grantTypes.length === 0 ? {} : { gty: [...grantTypes] }),
  tty,
})

/**
 * Whether a JWT of ours may serve as one of a type: not when it says that it is of another. One that
 * says nothing is a JWT that was vended, or from before 1.60, and passes (fusionauth-issues #3317 for
 * the logout; elsewhere it is inferred, asked: "JWT without a type").
 */
export const mayServeAs = (type: TokenType, { tty }: JWTPayload): boolean =>
  tty === undefined || tty === type
