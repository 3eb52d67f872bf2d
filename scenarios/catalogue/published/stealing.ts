import { answer, type ArrowTemplate, ask, self } from './arrow.ts'
import { type PublishedWorkflow, when } from './published-workflow.ts'
import { loadRequest } from './loading.ts'
import { backChannel } from './renewing.ts'

/** The refresh token lies at FusionAuth's host: the Hacker uses it there. */
const tokenUsedAtFusionAuth = (published: PublishedWorkflow): readonly ArrowTemplate[] => [
  ask('Hacker', 'FusionAuth', 'POST /api/jwt/refresh', {
    sends: ['refresh-token'],
    errata: ['E22'],
  }),
  answer('FusionAuth', 'Hacker', 200, { sets: when(published.hasParentDomain, 'jwt') }),
  loadRequest(published, 'Store', 'Hacker'),
  answer('Store', 'Hacker', 200),
]

/** The Hacker shows a refresh token, beside something made up where the key to the door stands. */
export const stolenRefreshToken = (published: PublishedWorkflow): readonly ArrowTemplate[] => {
  const { client, hasSession } = published
  if (published.isDirect) return tokenUsedAtFusionAuth(published)
  return [
    loadRequest(published, 'Store', 'Hacker', 2, when(client === 'spa' && hasSession, 'E3')),
    backChannel(),
    answer('FusionAuth', 'Store', 200),
    ...when(hasSession, self('Store')),
    answer('Store', 'Hacker', 200, {
      sets: published.cookies.slice(0, 1),
      errata: when(client === 'webapp' && hasSession, 'E2'),
    }),
  ]
}

/** The Hacker shows what opens the door. */
export const stolenKey = (published: PublishedWorkflow): readonly ArrowTemplate[] => [
  loadRequest(published, 'Store', 'Hacker', 1),
  ...when(published.hasSession, self('Store')),
  answer('Store', 'Hacker', 200),
]
