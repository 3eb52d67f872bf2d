import { html } from 'hono/html'
import type { AppContext } from '../context.ts'
import type { Dependencies } from '../dependencies.ts'
import type { JsonCredentials } from '../session/session-manager.ts'
import type { ApplicationSettings, Tokens } from '../settings.ts'

/**
 * Creates the application's session from the tokens of a login and sets its cookies; returns the
 * members that a JSON response must carry.
 */
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
 * Redirects to a path of the application after a login at FusionAuth. A Strict cookie is not sent with
 * a navigation that another site began, redirects included (RFC 10025 §5.2), so with Strict cookies a
 * page of our own begins a new navigation.
 */
export const redirectFromOwnPage = (
  c: AppContext,
  { defences, name }: ApplicationSettings,
  path: string,
): Response | Promise<Response> => {
  if (defences['same-site'] !== 'strict') return c.redirect(path)
  c.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'; base-uri 'none'")
  return c.html(
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta http-equiv="refresh" content="0; url=${path}" />
          <title>${name} · Logged in</title>
        </head>
        <body>
          <p><a href="${path}">Go on</a></p>
        </body>
      </html>`,
  )
}

/**
 * Redirects to the protected page, or to the page of a single-page app. With a backend for frontend
 * the callback responds with that page itself: its script begins a navigation of its own, which Strict
 * cookies are sent with.
 */
export const redirectAfterLogin = (
  c: AppContext,
  { settings, pages }: Dependencies,
): Response | Promise<Response> => {
  if (settings.client !== 'spa') return redirectFromOwnPage(c, settings, settings.protectedPath)
  return settings.backend === 'bff' ? pages.shell(c) : redirectFromOwnPage(c, settings, '/')
}
