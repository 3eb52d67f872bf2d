import { answer, type ArrowTemplate, ask, self } from './arrow.ts'
import { type PublishedWorkflow, when } from './published-workflow.ts'
import { load, loadRequest } from './loading.ts'
import { atFusionAuth, handOver, implicitLogin } from './logging-in.ts'

/** An application trades a refresh token for new tokens; the diagrams leave open at which endpoint. */
export const backChannel = (): ArrowTemplate =>
  ask('Store', 'FusionAuth', 'POST /oauth2/token|/api/jwt/refresh', { errata: ['E1'] })

/** A script asks with a dead JWT; one that finds it in local storage does not even ask. */
const rejected = (published: PublishedWorkflow): readonly ArrowTemplate[] =>
  when(
    !published.hasLocalStorage,
    loadRequest(published, 'Store', published.device, 1, when(published.hasParentDomain, 'E16')),
    answer('Store', published.device, 401),
  )

const refreshByScript = (published: PublishedWorkflow): readonly ArrowTemplate[] => [
  ...rejected(published),
  ask('Browser', 'FusionAuth', 'POST /api/jwt/refresh', { sends: atFusionAuth(published) }),
  answer('FusionAuth', 'Browser', 200, { sets: when(published.hasParentDomain, 'jwt') }),
  ...handOver(published, 'Store'),
  ...load(published, 'Store'),
]

/** What opens the door is dead, and a refresh token lives. */
export const refresh = (published: PublishedWorkflow): readonly ArrowTemplate[] => {
  if (published.isDirect) return refreshByScript(published)
  return when(
    published.hasRefresh,
    loadRequest(published, 'Store'),
    backChannel(),
    answer('FusionAuth', 'Store', 200, { errata: ['E5'] }),
    ...when(published.hasSession, self('Store')),
    answer('Store', published.device, 200, { sets: published.cookies.slice(0, 1) }),
  )
}

const reloginByScript = (published: PublishedWorkflow): readonly ArrowTemplate[] => [
  ...rejected(published),
  ask('Browser', 'FusionAuth', 'POST /api/jwt/refresh', {
    sends: atFusionAuth(published),
  }),
  answer('FusionAuth', 'Browser', 400, { errata: ['E4'] }),
  self('Browser'),
]

/** Nothing opens the door any more, and nothing renews it. */
export const relogin = (published: PublishedWorkflow): readonly ArrowTemplate[] => {
  const { client, login, device } = published
  if (published.isDirect) return reloginByScript(published)
  if (login === 'implicit')
    return [
      ...rejected(published),
      ...implicitLogin(published, 'Store', true),
      ...load(published, 'Store'),
    ]
  const errata = when(login === 'authorization-code', 'E9')
  return [
    loadRequest(published, 'Store'),
    ...when(
      published.hasRefresh,
      backChannel(),
      answer('FusionAuth', 'Store', 400, { errata: ['E4'] }),
    ),
    client === 'webapp'
      ? answer('Store', device, 302, { location: '/login', errata })
      : answer('Store', device, 401, { errata }),
    self(device),
  ]
}
