import type { Policy } from './reference.ts'

/** Seconds; FusionAuth counts the first two in minutes. */
const usual = { lifetime: 600, maximum: 1500, session: 900 }

const expirations = ['Fixed', 'SlidingWindow', 'SlidingWindowWithMaximumLifetime'] as const

/** Grace period in seconds, and whether a reuse revokes. */
const oneTimeUse = [
  { grace: 0, revokesOnReuse: false },
  { grace: 0, revokesOnReuse: true },
  { grace: 30, revokesOnReuse: false },
  { grace: 30, revokesOnReuse: true },
]

/** Every combination of refresh token policies that makes a difference. */
export const policies: readonly Policy[] = expirations.flatMap((expiration) => [
  { ...usual, expiration, usage: 'Reusable', grace: 0, revokesOnReuse: false },
  ...oneTimeUse.map((rules) => ({
    ...usual,
    ...rules,
    expiration,
    usage: 'OneTimeUse' as const,
  })),
])

export const nameOf = ({ usage, expiration, grace, revokesOnReuse }: Policy): string =>
  [
    usage,
    expiration,
    ...(grace > 0 ? [`${grace} s of grace`] : []),
    ...(revokesOnReuse ? ['reuse revokes'] : []),
  ].join(', ')

/** The policy in the members of FusionAuth's tenant. */
export const tenantOf = (policy: Policy) => ({
  httpSessionMaxInactiveInterval: policy.session,
  jwtConfiguration: {
    refreshTokenUsagePolicy: policy.usage,
    refreshTokenExpirationPolicy: policy.expiration,
    refreshTokenTimeToLiveInMinutes: policy.lifetime / 60,
    refreshTokenSlidingWindowConfiguration: { maximumTimeToLiveInMinutes: policy.maximum / 60 },
    refreshTokenOneTimeUseConfiguration: { gracePeriodInSeconds: policy.grace },
    refreshTokenRevocationPolicy: { onOneTimeTokenReuse: policy.revokesOnReuse },
  },
})
