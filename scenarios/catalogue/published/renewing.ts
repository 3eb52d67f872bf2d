import { answer, type ArrowTemplate, ask, self } from './arrow.ts'
import { type PublishedWorkflow, when } from './cast.ts'
import { load, loadRequest } from './loading.ts'
import { atFusionAuth, handOver, implicitLogin } from './logging-in.ts'

/** An application trades a refresh token for new tokens; the diagrams leave open at which endpoint. */
export const backChannel = (): ArrowTemplate =>
  ask('Store', 'FusionAuth', 'POST /oauth2/token|/api/jwt/refresh', { errata: ['E1'] })

/** A script asks with a dead JWT; one that finds it in local storage does not even ask. */
const turnedAway = (cast: PublishedWorkflow): readonly ArrowTemplate[] =>
  when(
    !cast.hasLocalStorage,
    loadRequest(cast, 'Store', cast.device, 1, when(cast.hasParentDomain, 'E16')),
    answer('Store', cast.device, 401),
  )

const refreshByScript = (cast: PublishedWorkflow): readonly ArrowTemplate[] => [
  ...turnedAway(cast),
  ask('Browser', 'FusionAuth', 'POST /api/jwt/refresh', { sends: atFusionAuth(cast) }),
  answer('FusionAuth', 'Browser', 200, { sets: when(cast.hasParentDomain, 'jwt') }),
  ...handOver(cast, 'Store'),
  ...load(cast, 'Store'),
]

/** What opens the door is dead, and a refresh token lives. */
export const refresh = (cast: PublishedWorkflow): readonly ArrowTemplate[] => {
  if (cast.isDirect) return refreshByScript(cast)
  return when(
    cast.hasRefresh,
    loadRequest(cast, 'Store'),
    backChannel(),
    answer('FusionAuth', 'Store', 200, { errata: ['E5'] }),
    ...when(cast.hasSession, self('Store')),
    answer('Store', cast.device, 200, { sets: cast.cookies.slice(0, 1) }),
  )
}

const reloginByScript = (cast: PublishedWorkflow): readonly ArrowTemplate[] => [
  ...turnedAway(cast),
  ask('Browser', 'FusionAuth', 'POST /api/jwt/refresh', {
    sends: atFusionAuth(cast),
  }),
  answer('FusionAuth', 'Browser', 400, { errata: ['E4'] }),
  self('Browser'),
]

/** Nothing opens the door any more, and nothing renews it. */
export const relogin = (cast: PublishedWorkflow): readonly ArrowTemplate[] => {
  const { client, login, device } = cast
  if (cast.isDirect) return reloginByScript(cast)
  if (login === 'implicit')
    return [...turnedAway(cast), ...implicitLogin(cast, 'Store', true), ...load(cast, 'Store')]
  const errata = when(login === 'authorization-code', 'E9')
  return [
    loadRequest(cast, 'Store'),
    ...when(cast.hasRefresh, backChannel(), answer('FusionAuth', 'Store', 400, { errata: ['E4'] })),
    client === 'webapp'
      ? answer('Store', device, 302, { location: '/login', errata })
      : answer('Store', device, 401, { errata }),
    self(device),
  ]
}
