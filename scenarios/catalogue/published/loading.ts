import type { ApplicationName, Participant } from '../../model/participant.ts'
import { answer, type ArrowTemplate, ask, self } from './arrow.ts'
import { type PublishedWorkflow, when } from './published-workflow.ts'

const paths = {
  page: { Store: '/shopping-cart', Forums: '/posts' },
  call: { Store: '/api/load-shopping-cart', Forums: '/api/load-posts' },
} as const

/** Where the cart or the posts are asked for. */
export const loadPath = ({ client }: PublishedWorkflow, app: ApplicationName): string =>
  paths[client === 'webapp' ? 'page' : 'call'][app]

/** Somebody asks for the cart or the posts; the first `keys` of what opens them go along. */
export const loadRequest = (
  published: PublishedWorkflow,
  app: ApplicationName,
  from: Participant = published.device,
  keys = 2,
  errata: ArrowTemplate['errata'] = [],
): ArrowTemplate => {
  const hasTypo =
    app === 'Forums' && published.sessionStrategy.startsWith('jwt-') && !published.hasParentDomain
  return ask(from, app, `GET ${loadPath(published, app)}`, {
    sends: published.cookies.slice(0, keys),
    carries: published.carried.slice(0, keys),
    errata: [...errata, ...when(hasTypo, 'E17'), ...when(published.carried.length > 0, 'E24')],
  })
}

export const load = (
  published: PublishedWorkflow,
  app: ApplicationName,
): readonly ArrowTemplate[] => [
  loadRequest(published, app),
  ...when(published.hasSession, self(app)),
  answer(app, published.device, 200),
]
