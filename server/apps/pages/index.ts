import { ended } from '../../../scenarios/model/sentence.ts'
import { html, raw } from 'hono/html'
import type { AppContext } from '../context.ts'
import type { Csrf } from '../csrf.ts'
import type { ApplicationPorts, ApplicationSettings, User } from '../settings.ts'
import { cartOf, type Post } from '../content/sample-data.ts'
import { createPageRenderer, type Markup } from './layout.ts'
import { createShell } from './shell.ts'
import { isHosted } from '../../../scenarios/model/workflow-shape.ts'

/** The pages of one application. Those of a web application work without script. */
export interface Pages {
  /** The single page of a single-page app. */
  shell(c: AppContext): Response | Promise<Response>
  home(c: AppContext): Response | Promise<Response>
  /** The form, the login name as typed, and what was wrong with the last try (status 422). */
  loginForm(c: AppContext, loginId: string, problem: string | null): Response | Promise<Response>
  /** The page behind the login: the user's cart at the Store, `posts` at Forums. */
  protectedPage(c: AppContext, user: User, posts: readonly Post[]): Response | Promise<Response>
  /** The form that orders, with a password field if `asksPassword` (422 with a `problem`). */
  checkout(
    c: AppContext,
    user: User,
    asksPassword: boolean,
    problem: string | null,
  ): Response | Promise<Response>
  ordered(c: AppContext): Response | Promise<Response>
  /** The form for a post. */
  postForm(c: AppContext): Response | Promise<Response>
  refused(c: AppContext, status: 400 | 403 | 404, reason: string): Response | Promise<Response>
  /** FusionAuth could not be asked (status 502). */
  outage(c: AppContext, problem: string): Response | Promise<Response>
  loggedOut(c: AppContext): Response | Promise<Response>
  /** Logged out of the application, while FusionAuth could not be asked to (status 502). */
  partiallyLoggedOut(c: AppContext, problem: string): Response | Promise<Response>
  /** The page in a hidden frame of FusionAuth's logout page. */
  frontChannelLogout(c: AppContext): Response | Promise<Response>
}

/** The user's name after a comma; '' when it is not known. */
const greetingName = ({ name }: User): string => (name === null ? '' : `, ${name}`)

export const createPages = (
  settings: ApplicationSettings,
  ports: ApplicationPorts,
  csrf: Csrf,
): Pages => {
  const { name, title: brand = name, protectedPath } = settings
  const render = createPageRenderer(settings, csrf)

  const logOutEverywhereForm = settings.defences['log-out-everywhere']
    ? html`<form method="post" action="/logout-everywhere">
        <button type="submit">Log out everywhere</button>
      </form>`
    : ''

  /** The logout buttons of every page behind the login. */
  // oxfmt-ignore
  const logOutForms = html`<form method="post" action="/logout">
    <button type="submit">Log out</button>
  </form>${logOutEverywhereForm}`
  /** A logout redirects to FusionAuth's own origin. */
  const allowsLogoutRedirect = isHosted(settings)
    ? { formAction: new URL(settings.fusionauth.baseUrl).origin }
    : {}

  /** Text of users is escaped, unless that is switched off (OWASP, output encoding). */
  const userText = (text: string): Markup | string =>
    settings.defences['output-escaping'] ? text : raw(text)

  return {
    shell: createShell(settings, ports, csrf),
    home: (c) =>
      render(
        c,
        200,
        `${brand} · Home`,
        html`<h1>Welcome to ${brand === 'Store' ? 'the Store' : brand}</h1>
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
      render(
        c,
        problem === null ? 200 : 422,
        `${brand} · Log in`,
        html`<h1>Log in to ${brand}</h1>
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
    protectedPage: (c, user, posts) =>
      name === 'Store'
        ? render(
            c,
            200,
            'Your cart',
            html`<h1>Your cart${greetingName(user)}</h1>
              <ul class="cart">
                ${cartOf(user.id).map(
                  ({ what, price }) =>
                    html`<li class="item">
                      <span>${what}</span> <span class="price">${price}</span>
                    </li>`,
                )}
              </ul>
              <p><a href="${protectedPath}">Refresh the cart</a></p>
              ${logOutForms}`,
            allowsLogoutRedirect,
          )
        : render(
            c,
            200,
            'Posts',
            html`<h1>Posts${user.name === null ? '' : ` for ${user.name}`}</h1>
              ${posts.map(
                ({ title, by, text }) =>
                  html`<article class="item">
                    <h2>${title}</h2>
                    <p class="by">${by}</p>
                    <p>${userText(text)}</p>
                  </article>`,
              )}
              <p><a href="${protectedPath}">Load again</a></p>
              ${logOutForms}`,
            allowsLogoutRedirect,
          ),
    checkout: (c, user, asksPassword, problem) =>
      render(
        c,
        problem === null ? 200 : 422,
        'Order',
        html`<h1>Order what is in your cart${greetingName(user)}?</h1>
          ${problem === null ? '' : html`<p class="problem" role="alert">${problem}</p>`}
          <form method="post" action="/checkout">
            ${
              asksPassword
                ? html`<label
                    >Password
                    <input type="password" name="password" autocomplete="current-password" required
                  /></label>`
                : ''
            }
            <button type="submit">Order</button>
          </form>
          <p><a href="${protectedPath}">Back to the cart</a></p>`,
        allowsLogoutRedirect,
      ),
    ordered: (c) =>
      render(
        c,
        200,
        'Ordered',
        html`<h1>Thank you</h1>
          <p>Your order is on its way.</p>
          <p><a href="${protectedPath}">Back to the cart</a></p>
          ${logOutForms}`,
        allowsLogoutRedirect,
      ),
    postForm: (c) =>
      render(
        c,
        200,
        'A new post',
        html`<h1>Write a post</h1>
          <form method="post" action="/posts">
            <label>Text <input type="text" name="text" required /></label>
            <button type="submit">Post</button>
          </form>
          <p><a href="${protectedPath}">Back to the posts</a></p>`,
      ),
    refused: (c, status, reason) =>
      render(
        c,
        status,
        `${brand} · ${status === 404 ? 'Not found' : 'Not accepted'}`,
        html`<h1>That did not work</h1>
          <p>${reason}</p>
          <p><a class="button" href="/login">Log in again</a> <a href="/">Home</a></p>`,
      ),
    outage: (c, problem) =>
      render(
        c,
        502,
        `${brand} · Login is not available`,
        html`<h1>We cannot reach the login service</h1>
          <p>FusionAuth is needed for this, but ${ended(problem)}</p>
          <p>Nothing is lost. Try again in a moment.</p>
          <p><a class="button" href="${protectedPath}">Try again</a> <a href="/">Home</a></p>`,
      ),
    loggedOut: (c) =>
      render(
        c,
        200,
        `${brand} · Logged out`,
        html`<h1>You are logged out</h1>
          <p>Your session at ${brand} has ended.</p>
          <p><a class="button" href="/login">Log in again</a> <a href="/">Home</a></p>`,
      ),
    partiallyLoggedOut: (c, problem) =>
      render(
        c,
        502,
        `${brand} · Logged out here only`,
        html`<h1>You are logged out of ${brand} only</h1>
          <p>FusionAuth could not be told: ${ended(problem)}</p>
          <p>
            Your refresh token and your login at FusionAuth may live on. On a shared computer, close
            the browser, and log out again later.
          </p>
          <p><a href="/">Home</a></p>`,
      ),
    frontChannelLogout: (c) =>
      render(c, 200, `${brand} · Logged out`, html`<p>Logged out of ${brand}.</p>`, {
        frameAncestor: new URL(settings.fusionauth.baseUrl).origin,
      }),
  }
}
