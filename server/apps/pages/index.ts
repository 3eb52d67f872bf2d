import { html, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { AppContext } from '../cookies.ts'
import type { ApplicationSettings, User } from '../settings.ts'
import { cartOf, posts } from './contents.ts'
import { styleOf } from './styles.ts'

type Markup = HtmlEscapedString | Promise<HtmlEscapedString>

/** The pages of one application. They work without script; everything shown is escaped. */
export interface Pages {
  home(c: AppContext): Response | Promise<Response>
  /** The form, the login name as typed, and what was wrong with the last try (status 422). */
  loginForm(c: AppContext, loginId: string, problem: string | null): Response | Promise<Response>
  behindLogin(c: AppContext, user: User): Response | Promise<Response>
  refused(c: AppContext, status: 400 | 403 | 404, reason: string): Response | Promise<Response>
  /** FusionAuth could not be asked; nothing is lost (status 502). */
  outage(c: AppContext, problem: string): Response | Promise<Response>
  loggedOut(c: AppContext): Response | Promise<Response>
  /** Logged out here, while FusionAuth could not be told (status 502). */
  halfLoggedOut(c: AppContext, problem: string): Response | Promise<Response>
  /** The answer in a hidden frame of FusionAuth's logout page. */
  inLogoutFrame(c: AppContext): Response | Promise<Response>
}

/** Who else a page has to do with, by origin. */
interface Company {
  /** Where its forms may lead, by redirect. */
  readonly forms?: string
  /** Whose page may hold it in a frame. */
  readonly ancestor?: string
}

/** No script, nothing from elsewhere, no frame around it (RFC 9700 §4.16). */
const policy = ({ forms, ancestor }: Company): string =>
  [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `form-action 'self'${forms === undefined ? '' : ` ${forms}`}`,
    `frame-ancestors ${ancestor ?? "'none'"}`,
    "base-uri 'none'",
  ].join('; ')

export const createPages = (settings: ApplicationSettings): Pages => {
  const { name, protectedPath } = settings
  const slogan = name === 'Store' ? 'Good things, few and well made.' : 'Where the regulars talk.'

  const page = (
    c: AppContext,
    status: 200 | 400 | 403 | 404 | 422 | 502,
    title: string,
    main: Markup,
    company: Company = {},
  ) => {
    c.header('content-security-policy', policy(company))
    return c.html(
      html`<!doctype html>
        <html lang="en">
          <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width" />
            <title>${title}</title>
            <style>
              ${raw(styleOf(name))}
            </style>
          </head>
          <body>
            <header>
              <a class="brand" href="/">${name}</a>
              <span>${slogan}</span>
            </header>
            <main>${main}</main>
          </body>
        </html>`,
      status,
    )
  }

  /** The button of every page behind the login; the logout goes on at FusionAuth's own address. */
  const logOutButton = html`<form method="post" action="/logout">
    <button type="submit">Log out</button>
  </form>`
  const logsOutAt =
    settings.login === 'authorization-code'
      ? { forms: new URL(settings.fusionauth.baseUrl).origin }
      : {}

  return {
    home: (c) =>
      page(
        c,
        200,
        `${name} · Home`,
        html`<h1>Welcome to ${name === 'Store' ? 'the Store' : 'Forums'}</h1>
          <p>
            ${
              name === 'Store'
                ? 'Your cart is waiting for you. Log in to see it.'
                : 'Two new posts since your last visit. Log in to read them.'
            }
          </p>
          <p><a class="button" href="/login">Log in</a></p>`,
      ),
    loginForm: (c, loginId, problem) =>
      page(
        c,
        problem === null ? 200 : 422,
        `${name} · Log in`,
        html`<h1>Log in to ${name}</h1>
          ${problem === null ? '' : html`<p class="problem" role="alert">${problem}</p>`}
          <form method="post" action="/login">
            <label
              >Email
              <input
                type="email"
                name="loginId"
                value="${loginId}"
                autocomplete="username"
                required
            /></label>
            <label
              >Password
              <input type="password" name="password" autocomplete="current-password" required
            /></label>
            <button type="submit">Log in</button>
          </form>`,
      ),
    behindLogin: (c, user) =>
      name === 'Store'
        ? page(
            c,
            200,
            'Your cart',
            html`<h1>Your cart, ${user.name}</h1>
              <ul class="cart">
                ${cartOf(user.id).map(
                  ({ what, price }) =>
                    html`<li class="item">
                      <span>${what}</span> <span class="price">${price}</span>
                    </li>`,
                )}
              </ul>
              <p><a href="${protectedPath}">Refresh the cart</a></p>
              ${logOutButton}`,
            logsOutAt,
          )
        : page(
            c,
            200,
            'Posts',
            html`<h1>Posts for ${user.name}</h1>
              ${posts.map(
                ({ title, by, text }) =>
                  html`<article class="item">
                    <h2>${title}</h2>
                    <p class="by">${by}</p>
                    <p>${text}</p>
                  </article>`,
              )}
              <p><a href="${protectedPath}">Load again</a></p>
              ${logOutButton}`,
            logsOutAt,
          ),
    refused: (c, status, reason) =>
      page(
        c,
        status,
        `${name} · ${status === 404 ? 'Not found' : 'Not accepted'}`,
        html`<h1>That did not work</h1>
          <p>${reason}</p>
          <p><a class="button" href="/login">Log in again</a> <a href="/">Home</a></p>`,
      ),
    outage: (c, problem) =>
      page(
        c,
        502,
        `${name} · Login is not available`,
        html`<h1>We cannot reach the login service</h1>
          <p>FusionAuth is needed for this, but ${problem}.</p>
          <p>Nothing is lost. Try again in a moment.</p>
          <p><a class="button" href="${protectedPath}">Try again</a> <a href="/">Home</a></p>`,
      ),
    loggedOut: (c) =>
      page(
        c,
        200,
        `${name} · Logged out`,
        html`<h1>You are logged out</h1>
          <p>Your session at ${name} has ended.</p>
          <p><a class="button" href="/login">Log in again</a> <a href="/">Home</a></p>`,
      ),
    halfLoggedOut: (c, problem) =>
      page(
        c,
        502,
        `${name} · Logged out here only`,
        html`<h1>You are logged out of ${name} only</h1>
          <p>FusionAuth could not be told: ${problem}.</p>
          <p>
            Your refresh token and your login at FusionAuth may live on. On a shared computer, close
            the browser, and log out again later.
          </p>
          <p><a href="/">Home</a></p>`,
      ),
    inLogoutFrame: (c) =>
      page(c, 200, `${name} · Logged out`, html`<p>Logged out of ${name}.</p>`, {
        ancestor: new URL(settings.fusionauth.baseUrl).origin,
      }),
  }
}
