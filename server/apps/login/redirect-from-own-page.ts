import { html } from 'hono/html'
import type { AppContext } from '../cookies.ts'
import type { ApplicationSettings } from '../settings.ts'

/**
 * Leads a browser on from a login at FusionAuth. A Strict cookie does not come along with a navigation
 * that another site began, redirects included (RFC 10025 §5.2), so a page of our own begins a new one.
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
