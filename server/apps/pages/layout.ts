import { html, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { AppContext } from '../context.ts'
import type { Csrf } from '../csrf.ts'
import type { ApplicationSettings } from '../settings.ts'
import { styleOf } from './styles.ts'

export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>

/** What a page has to do with besides its own origin. */
export interface PageOptions {
  /** Where its forms may lead, by redirect. */
  readonly formAction?: string
  /** Whose page may hold it in a frame. */
  readonly frameAncestor?: string
  /** What its own script may be known by, and where that may call. */
  readonly script?: { readonly nonce: string; readonly connectTo: readonly string[] }
  /** What stands in the head besides. */
  readonly head?: Markup
}

export type Status = 200 | 400 | 401 | 403 | 404 | 422 | 502

/** Builds the answer: status, title, what stands in `<main>`, and what else it has to do with. */
export type RenderPage = (
  c: AppContext,
  status: Status,
  title: string,
  main: Markup,
  options?: PageOptions,
) => Promise<Response>

/** No script but its own, nothing from elsewhere, no frame around it (RFC 9700 §4.16). */
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

/** What all pages of an application have in common. */
export const createPageRenderer = (
  { name, defences }: ApplicationSettings,
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
              ${raw(styleOf(name))}
            </style>${head}
          </head>
          <body>
            <header>
              <a class="brand" href="/">${name}</a>
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
