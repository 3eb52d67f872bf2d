/** Pages without a login: where a browser ends that was sent nowhere in particular. */
import type { StandInContext, StandInHandler } from './instance.ts'
import { markup } from './markup.ts'
import { page } from './oauth2/page.ts'
import { replyEmpty, replyPage } from './reply.ts'

/**
 * GET /: where a logout leads that names no address. What FusionAuth shows there is inferred (asked:
 * "the root").
 */
export const showRoot: StandInHandler = (_, exchange) =>
  replyPage(
    exchange,
    page(
      'Welcome',
      markup`<h1>Nothing to do here</h1>
<p>A login begins at an application. Go back to yours.</p>`,
    ),
  )

/** Addresses that programs ask, and read. */
const programs = /^\/(?:[^/]+\/)?(?:api|\.well-known)(?:\/|$)/

/** A page for a browser that asks for what does not exist, and nothing for a program. */
export const replyMissing = (exchange: StandInContext, sentence: string): Response => {
  const { method, path } = exchange.req
  if (!['GET', 'HEAD'].includes(method) || programs.test(path)) return replyEmpty(exchange, 404)
  return replyPage(
    exchange,
    page(
      'Not found',
      markup`<h1>Not found</h1>
<p>${sentence}</p>`,
    ),
    404,
  )
}

/** Whether a browser asks for a page to show. */
export const asksForPage = ({ req }: StandInContext): boolean =>
  req.method === 'GET' && (req.header('accept') ?? '').includes('text/html')
