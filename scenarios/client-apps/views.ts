import type { Json } from '../model/wire.ts'
import { api, type ClientSettings } from './settings.ts'
import { isJsonObject, type JsonObject } from '../model/json.ts'

/** A view of a client program: the page's title, and what stands in its `<main>`. */
export interface PageView {
  readonly path: string
  readonly title: string
  readonly main: string
}

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

const word = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

const list = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter(isJsonObject) : []

const button = (action: string, text: string): string =>
  `<form method="post" action="${action}"><button type="submit">${text}</button></form>`

const outButtons = ({ logsOutEverywhere }: ClientSettings): string =>
  button(api.logout, 'Log out') +
  (logsOutEverywhere ? button(api.logoutEverywhere, 'Log out everywhere') : '')

export const homeView = ({ app, title = app }: ClientSettings): PageView => ({
  path: '/',
  title: `${title} · Home`,
  main: `<h1>Welcome to ${title === 'Store' ? 'the Store' : escaped(title)}</h1>
<p>${
    app === 'Store'
      ? 'Your cart is waiting for you. Log in to see it.'
      : 'Two new posts since your last visit. Log in to read them.'
  }</p>
<p><a class="button" href="/login">Log in</a></p>`,
})

/** The form; where it is sent is the script's business, and said for the reader. */
export const formView = (
  { app, title = app, login, fusionAuthOrigin }: ClientSettings,
  loginId = '',
  problem: string | null = null,
): PageView => {
  const action = login === 'native-at-fusionauth' ? `${fusionAuthOrigin}/api/login` : api.login
  return {
    path: '/login',
    title: `${title} · Log in`,
    main: `<h1>Log in to ${escaped(title)}</h1>
${problem === null ? '' : `<p class="problem" role="alert">${escaped(problem)}</p>`}
<form method="post" action="${escaped(action)}">
<label>Email <input type="email" name="loginId" value="${escaped(loginId)}" autocomplete="username" required></label>
<label>Password <input type="password" name="password" autocomplete="current-password" required></label>
<button type="submit">Log in</button>
</form>`,
  }
}

/** What is behind the login, from the API's answer. */
export const insideView = (
  settings: ClientSettings,
  body: Readonly<Record<string, Json>>,
  name: string | null,
): PageView => {
  const { app, protectedPath, escapes } = settings
  const whose = name === null ? '' : `, ${escaped(name)}`
  const written = (text: string): string => (escapes ? escaped(text) : text)
  if (app === 'Store')
    return {
      path: protectedPath,
      title: 'Your cart',
      main: `<h1>Your cart${whose}</h1>
<ul class="cart">${list(body['items'])
        .map(
          ({ what, price }) =>
            `<li class="item"><span>${escaped(word(what))}</span> <span class="price">${escaped(word(price))}</span></li>`,
        )
        .join('')}</ul>
<p><a href="${protectedPath}">Refresh the cart</a></p>
<form method="post" action="${api.checkout}"><button type="submit">Order</button></form>
${outButtons(settings)}`,
    }
  return {
    path: protectedPath,
    title: 'Posts',
    main: `<h1>Posts${name === null ? '' : ` for ${escaped(name)}`}</h1>
${list(body['posts'])
  .map(
    ({ title, by, text }) =>
      `<article class="item"><h2>${written(word(title))}</h2><p class="by">${escaped(word(by))}</p><p>${written(word(text))}</p></article>`,
  )
  .join('')}
<form method="post" action="${api.posts}"><label>Text <input type="text" name="text" required></label> <button type="submit">Post</button></form>
<p><a href="${protectedPath}">Load again</a></p>
${outButtons(settings)}`,
  }
}

/** Orders need the password anew; `problem` says what was wrong with the last one. */
export const confirmView = ({ protectedPath }: ClientSettings, problem: string): PageView => ({
  path: '/checkout',
  title: 'Order',
  main: `<h1>Your password, please</h1>
${problem === '' ? '' : `<p class="problem" role="alert">${escaped(problem)}</p>`}
<form method="post" action="${api.checkout}">
<label>Password <input type="password" name="password" autocomplete="current-password" required></label>
<button type="submit">Order</button>
</form>
<p><a href="${protectedPath}">Back to the cart</a></p>`,
})

export const orderedView = (settings: ClientSettings, text: string): PageView => ({
  path: '/ordered',
  title: 'Ordered',
  main: `<h1>Thank you</h1>
<p>${escaped(text)}</p>
<p><a href="${settings.protectedPath}">Back to the cart</a></p>
${outButtons(settings)}`,
})

export const loggedOutView = ({ app, title = app }: ClientSettings): PageView => ({
  path: '/logged-out',
  title: `${title} · Logged out`,
  main: `<h1>You are logged out</h1>
<p>Your login at ${escaped(title)} has ended.</p>
<p><a class="button" href="/login">Log in again</a> <a href="/">Home</a></p>`,
})

/** Something did not work, and may work the next time. */
export const troubleView = (
  { app, title = app, protectedPath }: ClientSettings,
  problem: string,
): PageView => ({
  path: '/unavailable',
  title: `${title} · Not available`,
  main: `<h1>That did not work</h1>
<p>${escaped(problem)}</p>
<p><a class="button" href="${protectedPath}">Try again</a> <a href="/">Home</a></p>`,
})

/** The page with another view in it: the shell stays, its `<main>` and its title change. */
export const within = (shell: string, { title, main }: PageView): string => {
  const named = /<title>[\s\S]*?<\/title>/.test(shell)
    ? shell.replace(/<title>[\s\S]*?<\/title>/, () => `<title>${escaped(title)}</title>`)
    : `<title>${escaped(title)}</title>${shell}`
  return /<main[^>]*>[\s\S]*<\/main>/.test(named)
    ? named.replace(
        /(<main[^>]*>)[\s\S]*(<\/main>)/,
        (_, open: string, close: string) => `${open}${main}${close}`,
      )
    : `${named}<main>${main}</main>`
}
