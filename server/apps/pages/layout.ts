import { html, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { AppContext } from '../context.ts'
import type { Csrf } from '../csrf.ts'
import type { ApplicationSettings } from '../settings.ts'
import { styleOf } from './styles.ts'

export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>

/** What a page needs besides its own origin, for its Content-Security-Policy and its head. */
export interface PageOptions {
  /** Another origin that its forms may be redirected to (`form-action`). */
  readonly formAction?: string
  /** The origin whose pages may load it in a frame (`frame-ancestors`); none unless given. */
  readonly frameAncestor?: string
  /** The nonce of its own script, and the origins that it may call (`connect-src`). */
  readonly script?: { readonly nonce: string; readonly connectTo: readonly string[] }
  /** More elements for the head. */
  readonly head?: Markup
}

export type Status = 200 | 400 | 401 | 403 | 404 | 422 | 502

/** Renders a page as a response; `main` is the content of its `<main>`. */
export type RenderPage = (
  c: AppContext,
  status: Status,
  title: string,
  main: Markup,
  options?: PageOptions,
) => Promise<Response>

/** Allows no script but the page's own, nothing from elsewhere, no frame around it (RFC 9700 §4.16). */
const contentSecurityPolicy = ({ formAction, frameAncestor, script }: PageOptions): string =>
  [
    "default-src 'none'",
    ...(script === undefined
      ? []
      : [
          `script-src 'nonce-${script.nonce}'`,
          `connect-src ${["'self'", ...script.connectTo].join(' ')}`,
        ]),
    "style-src 'unsafe-inline'",
    `form-action 'self'${formAction === undefined ? '' : ` ${formAction}`}`,
    `frame-ancestors ${frameAncestor ?? "'none'"}`,
    "base-uri 'none'",
  ].join('; ')

/** The layout that all pages of an application share. */
export const createPageRenderer = (
  { name, title: brand = name, accent, defences }: ApplicationSettings,
  csrf: Csrf,
): RenderPage => {
  const slogan = name === 'Store' ? 'Good things, few and well made.' : 'Where the regulars talk.'
  // What is not there leaves no empty line in the page that a learner reads.
  // oxfmt-ignore
  const whole = (title: string, main: Markup, head: Markup | string): Markup => html`<!doctype html>
        <html lang="en">
          <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width" />
            <title>${title}</title>
            <style>
              ${raw(styleOf(name, accent))}
            </style>${head}
          </head>
          <body>
            <header>
              <a class="brand" href="/">${brand}</a>
              <span>${slogan}</span>
            </header>
            <main>${main}</main>
          </body>
        </html>`
  return async (c, status, title, main, options = {}) => {
    if (defences.csp) c.header('content-security-policy', contentSecurityPolicy(options))
    const page = await whole(title, main, options.head ?? '')
    return c.html(csrf.embedTokens(c, page.toString()), status)
  }
}
