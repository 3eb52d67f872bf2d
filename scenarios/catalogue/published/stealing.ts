import { answer, type ArrowTemplate, ask, self } from './arrow.ts'
import { type PublishedWorkflow, when } from './cast.ts'
import { loadRequest } from './loading.ts'
import { backChannel } from './renewing.ts'

/** The refresh token lies at FusionAuth's host: the Hacker uses it there. */
const tokenUsedAtFusionAuth = (cast: PublishedWorkflow): readonly ArrowTemplate[] => [
  ask('Hacker', 'FusionAuth', 'POST /api/jwt/refresh', {
    sends: ['refresh-token'],
    errata: ['E22'],
  }),
  answer('FusionAuth', 'Hacker', 200, { sets: when(cast.hasParentDomain, 'jwt') }),
  loadRequest(cast, 'Store', 'Hacker'),
  answer('Store', 'Hacker', 200),
]

/** The Hacker shows a refresh token, beside something made up where the key to the door stands. */
export const stolenRefreshToken = (cast: PublishedWorkflow): readonly ArrowTemplate[] => {
  const { client, hasSession } = cast
  if (cast.isDirect) return tokenUsedAtFusionAuth(cast)
  return [
    loadRequest(cast, 'Store', 'Hacker', 2, when(client === 'spa' && hasSession, 'E3')),
    backChannel(),
    answer('FusionAuth', 'Store', 200),
    ...when(hasSession, self('Store')),
    answer('Store', 'Hacker', 200, {
      sets: cast.cookies.slice(0, 1),
      errata: when(client === 'webapp' && hasSession, 'E2'),
    }),
  ]
}

/** The Hacker shows what opens the door. */
export const stolenKey = (cast: PublishedWorkflow): readonly ArrowTemplate[] => [
  loadRequest(cast, 'Store', 'Hacker', 1),
  ...when(cast.hasSession, self('Store')),
  answer('Store', 'Hacker', 200),
]
