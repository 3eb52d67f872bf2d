import type { ApplicationName, Participant } from '../../model/participant.ts'
import { answer, type ArrowTemplate, ask, self } from './arrow.ts'
import { type PublishedWorkflow, when } from './cast.ts'

const paths = {
  page: { Store: '/shopping-cart', Forums: '/posts' },
  call: { Store: '/api/load-shopping-cart', Forums: '/api/load-posts' },
} as const

/** Where the cart or the posts are asked for. */
export const loadPath = ({ client }: PublishedWorkflow, app: ApplicationName): string =>
  paths[client === 'webapp' ? 'page' : 'call'][app]

/** Somebody asks for the cart or the posts; the first `keys` of what opens them go along. */
export const loadRequest = (
  cast: PublishedWorkflow,
  app: ApplicationName,
  from: Participant = cast.device,
  keys = 2,
  errata: ArrowTemplate['errata'] = [],
): ArrowTemplate => {
  const hasTypo =
    app === 'Forums' && cast.sessionStrategy.startsWith('jwt-') && !cast.hasParentDomain
  return ask(from, app, `GET ${loadPath(cast, app)}`, {
    sends: cast.cookies.slice(0, keys),
    carries: cast.carried.slice(0, keys),
    errata: [...errata, ...when(hasTypo, 'E17'), ...when(cast.carried.length > 0, 'E24')],
  })
}

export const load = (cast: PublishedWorkflow, app: ApplicationName): readonly ArrowTemplate[] => [
  loadRequest(cast, app),
  ...when(cast.hasSession, self(app)),
  answer(app, cast.device, 200),
]
