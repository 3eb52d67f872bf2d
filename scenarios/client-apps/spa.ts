import type { PageEvent, Program } from '../engine/script/page-script.ts'
import { ask, type ClientApp, isIn, isMissing, show } from './client.ts'
import { api, readSettings } from './settings.ts'
import { load, rememberName } from './spa/entering.ts'
import { logOut, order, thanks, write } from './spa/inside.ts'
import { beginLogin, logIn, receive } from './spa/login.ts'
import { ownJwt } from './spa/tokens.ts'
import { homeView, orderedView } from './views.ts'
import { textOf } from '../model/text.ts'

const looks = { name: 'check-local-storage', label: textOf('note.looks-for-jwt') }

/** The first thing: finding out who is there. Who came by the address behind the login is led there. */
const start = async (client: ClientApp): Promise<void> => {
  const { page, settings } = client
  const { pathname } = page.location
  const wantsIn = pathname === settings.protectedPath
  if (settings.login === 'implicit' && pathname === '/oauth-callback') return receive(client)
  if (pathname === '/login') return beginLogin(client)
  // A page that this browser begins anew itself counts as its own, whatever sent it here.
  if (settings.backend === 'bff' && pathname === '/oauth-callback') return page.assign('/')
  if (settings.keep === 'jwt-local-storage') {
    const isNobody = ownJwt(client) === null
    if (isNobody) show(client, homeView(settings), looks)
    else page.note(looks)
    return isNobody && !wantsIn ? undefined : load(client)
  }
  const hasOrdered = pathname === '/ordered'
  const answer = await ask(client, api.user, {}, (given) => {
    if (given.status === 404) return homeView(settings)
    if (!isIn(given)) return 'trouble'
    return hasOrdered ? orderedView(settings, thanks) : null
  })
  if (!isIn(answer)) return wantsIn && isMissing(answer) ? load(client) : undefined
  rememberName(client, answer)
  return hasOrdered ? undefined : load(client)
}

/** Where a link or a form of the app leads, in the app's own hands; null when it is none of its own. */
const handler = (
  client: ClientApp,
  event: Exclude<PageEvent, { type: 'load' }>,
): (() => Promise<void>) | null => {
  const { origin, protectedPath, fusionAuthOrigin } = client.settings
  const url = URL.parse(event.type === 'press' ? event.href : event.action, client.page.location)
  if (url === null) return null
  const isOwn = url.origin === origin
  if (event.type === 'press') {
    if (isOwn && url.pathname === '/login') return () => beginLogin(client)
    return isOwn && url.pathname === protectedPath ? () => load(client) : null
  }
  const { fields } = event
  const isLogin = url.pathname === api.login && (isOwn || url.origin === fusionAuthOrigin)
  if (isLogin) return () => logIn(client, fields)
  if (!isOwn) return null
  switch (url.pathname) {
    case api.logout:
    case api.logoutEverywhere:
      return () => logOut(client, url.pathname)
    case api.posts:
      return () => write(client, fields)
    case api.checkout:
      return () => order(client, fields)
    default:
      return null
  }
}

/**
 * The single-page app: one program for Store and Forums and for every login and session strategy; what it does
 * follows from its settings.
 */
export const spa: Program = async (page, event) => {
  const settings = readSettings(page.settings)
  if (settings === null) return undefined
  const client: ClientApp = { page, settings, shell: () => page.html() }
  if (event.type === 'load') return start(client)
  const handle = handler(client, event)
  if (handle === null) return undefined
  event.preventDefault()
  return handle()
}
