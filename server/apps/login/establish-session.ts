import type { AppContext } from '../cookies.ts'
import { redirectFromOwnPage } from './redirect-from-own-page.ts'
import type { Dependencies } from '../context.ts'
import type { JsonCredentials } from '../session/session-manager.ts'
import type { Tokens } from '../settings.ts'

/** Lets in whoever has just logged in; gives what a JSON answer must carry. */
export const establishSession = (
  c: AppContext,
  { sessions }: Dependencies,
  tokens: Tokens,
): JsonCredentials =>
  sessions.sendCredentials(
    c,
    sessions.createSession(tokens, sessions.readCredentials(c), c.env.exchange),
  )

/**
 * Where a login that came by navigation ends: at the protected page, or at the single-page app. The
 * script of a backend for frontend begins that page itself, so that Strict cookies come along.
 */
export const redirectAfterLogin = (
  c: AppContext,
  { settings, pages }: Dependencies,
): Response | Promise<Response> => {
  if (settings.client !== 'spa') return redirectFromOwnPage(c, settings, settings.protectedPath)
  return settings.backend === 'bff' ? pages.shell(c) : redirectFromOwnPage(c, settings, '/')
}
