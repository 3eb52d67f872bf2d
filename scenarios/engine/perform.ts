import type { Act, Place, Seen } from '../parts/setup.ts'
import type { ApplicationName, Credentials, Lifetime, Loot } from '../vocabulary.ts'
import type { Agent, Landing, NavigationOptions } from './agent.ts'
import { type Obstacle, obstacleOf } from './obstacle.ts'
import {
  asksNameOnly,
  fillIn,
  loginForm,
  logoutForm,
  type Page,
  selfSubmittingForm,
  untouched,
} from './page.ts'
import { type Account, Unreachable, type World } from './ports.ts'
import type { Stage } from './stage.ts'
import { steal } from './steal.ts'

/** Pages that go on by themselves, one after another, before a browser is thought to be in a circle. */
const maximumPages = 5

/** A page that waits longer than this before it goes on is one to be read, in seconds. */
const longestRefresh = 30

/** Goes where pages lead by themselves: by a form that a script sends off, by a refresh. */
const settle = async (landing: Landing, tab: string, agent: Agent): Promise<Landing> => {
  let at = landing
  for (let turn = 0; turn < maximumPages && at.page !== null; turn++) {
    const { page } = at
    const form = selfSubmittingForm(page)
    const { refresh } = page
    if (form !== undefined) at = await agent.submit(tab, form, untouched(form))
    else if (refresh !== null && refresh.seconds <= longestRefresh && refresh.url !== page.url)
      at = await agent.follow(tab, refresh.url)
    else return at
  }
  return at
}

/** Where an application says that the login is over; it links to the same as the home page. */
const loggedOutPath = '/logged-out'

const isFusionAuth = ({ url }: Page, { places }: World): boolean =>
  new URL(url).origin === places.FusionAuth.origin

/** Where a page puts the one who looks at it. */
const placeOf = (page: Page, app: ApplicationName, world: World): Place => {
  if (loginForm(page) !== undefined) return 'form'
  if (page.status >= 400) return 'trouble'
  if (isFusionAuth(page, world) && logoutForm(page) !== undefined) return 'question'
  const { origin, protectedPath } = world.places[app]
  const url = new URL(page.url)
  if (url.origin !== origin) return 'trouble'
  if (url.pathname === protectedPath) return 'inside'
  return url.pathname === '/' || url.pathname === loggedOutPath ? 'home' : 'trouble'
}

/** The learner hears of it, and it stays in the trace. */
const blocked = (agent: Agent, { name, label, problem }: Obstacle, stage: Stage): Seen => {
  stage.recorder.aside(agent.name, name, label, 'real')
  return { place: 'trouble', now: stage.clock.now(), problem }
}

const landed = async (
  landing: Landing,
  app: ApplicationName,
  agent: Agent,
  stage: Stage,
): Promise<Seen> => {
  const { world, clock } = stage
  const { page } = await settle(landing, app, agent)
  if (page === null) return { place: 'trouble', now: clock.now() }
  const asks = isFusionAuth(page, world) && logoutForm(page) === undefined
  const obstacle = asks ? obstacleOf(page) : null
  if (obstacle !== null) return blocked(agent, obstacle, stage)
  return { place: placeOf(page, app, world), now: clock.now() }
}

const words = (credentials: Credentials, user: Account): { loginId: string; password: string } => {
  if (typeof credentials === 'object') return credentials
  if (credentials === 'right') return user
  const password = credentials === 'unknown-user' ? user.password : `not-${user.password}`
  const loginId = credentials === 'unknown-user' ? `nobody.${user.loginId}` : user.loginId
  return { loginId, password }
}

const atLogin: NavigationOptions['note'] = {
  path: '/login',
  name: 'login-again',
  label: 'The login starts again',
}

/** A navigation the user begins, by address or by the link that leads to the login. */
const navigate = async (
  act: Act & { do: 'open' | 'login' | 'load' },
  stage: Stage,
): Promise<Seen> => {
  const { browser } = stage.cast
  const { origin, protectedPath } = stage.world.places[act.app]
  const options: NavigationOptions = act.phase === 'relogin' ? { note: atLogin } : {}
  if (act.do === 'login') {
    const link = browser
      .page(act.app)
      ?.links.find(({ href }) => new URL(href).pathname === '/login')
    const address = link?.href ?? `${origin}/login`
    return landed(await browser.follow(act.app, address, options), act.app, browser, stage)
  }
  const url = act.do === 'open' ? `${origin}/` : `${origin}${protectedPath}`
  const inside = act.do === 'load' && browser.page(act.app) !== null
  const landing = inside
    ? await browser.follow(act.app, url, options)
    : await browser.visit(act.app, url, options)
  return landed(landing, act.app, browser, stage)
}

const submit = async (act: Act & { do: 'submit' }, stage: Stage): Promise<Seen> => {
  const typed = words(act.credentials, stage.world.user)
  const { secrets, user } = stage.world
  const isMadeUp = typeof act.credentials === 'object' && typed.password !== user.password
  const isSecret = secrets !== null || isMadeUp
  const send = (): Promise<Seen> => submitWords(act, typed, stage)
  return isSecret ? stage.keepSecret(typed.password, send) : send()
}

const submitWords = async (
  act: Act & { do: 'submit' },
  { loginId, password }: { readonly loginId: string; readonly password: string },
  stage: Stage,
): Promise<Seen> => {
  const { browser } = stage.cast
  const send = async (): Promise<Landing | null> => {
    const page = browser.page(act.app)
    const form = page === null ? undefined : loginForm(page)
    if (form === undefined) return null
    const filled = fillIn(form, loginId, password, true)
    return settle(await browser.submit(act.app, form, filled), act.app, browser)
  }
  const before = browser.page(act.app)
  const first = await send()
  if (first === null) return { place: 'trouble', now: stage.clock.now() }
  const asked = before === null ? undefined : loginForm(before)
  const next = first.page === null ? undefined : loginForm(first.page)
  // The name was asked for alone, and the password is asked for now.
  const twoPages =
    asked !== undefined && asksNameOnly(asked) && next !== undefined && !asksNameOnly(next)
  const last = twoPages ? ((await send()) ?? first) : first
  return landed(last, act.app, browser, stage)
}

const logOut = async ({ app }: Act & { do: 'logout' }, stage: Stage): Promise<Seen> => {
  const { browser } = stage.cast
  const page = browser.page(app)
  const form = page === null ? undefined : logoutForm(page)
  if (form === undefined) return { place: 'trouble', now: stage.clock.now() }
  return landed(await browser.submit(app, form, untouched(form)), app, browser, stage)
}

/** The Hacker asks the Store for the cart; beside a refresh token goes a session id made up on the spot. */
const breakIn = async (loot: Loot, stage: Stage): Promise<Seen> => {
  const { origin, protectedPath } = stage.world.places.Store
  const handmade = loot === 'refresh-token' ? ([['sid', 'made-up-by-the-hacker']] as const) : []
  const holdsOne = stage.cast.hacker.jar().some(({ name }) => name === 'sid')
  const { hacker } = stage.cast
  const landing = await hacker.visit('Store', `${origin}${protectedPath}`, {
    handmade: holdsOne ? [] : handmade,
  })
  return landed(landing, 'Store', hacker, stage)
}

/** Carries out what the machine asks for, and says what came of it. */
export const perform = async (act: Act, stage: Stage): Promise<Seen> => {
  const { clock, recorder, world } = stage
  const home = (): Seen => ({ place: 'home', now: clock.now() })
  switch (act.do) {
    case 'open':
    case 'login':
    case 'load':
      if (act.do === 'open' && act.app === 'Forums') announceForums(stage)
      return navigate(act, stage)
    case 'submit':
      return submit(act, stage)
    case 'logout':
      return logOut(act, stage)
    case 'steal':
      return steal(act.loot, stage)
    case 'break-in':
      return breakIn(act.loot, stage)
    case 'pass-time':
      clock.advance(act.until - clock.now())
      recorder.divider(act.divider)
      await endLifetimes(act.ends, stage)
      return home()
    case 'revoke':
      recorder.divider('refresh-token-revoked')
      try {
        await world.revokeRefreshTokens('Store')
      } catch (error) {
        if (!(error instanceof Unreachable)) throw error
      }
      return home()
    case 'power':
      world.power?.(act.on)
      recorder.divider(act.on ? 'fusionauth-started' : 'fusionauth-stopped')
      return home()
  }
}

/**
 * Where FusionAuth keeps its own time: what is over is brought about by other means, and the trace
 * says so. What cannot be ended is said too: the lesson then goes on with what is still alive.
 */
const endLifetimes = async (
  ends: readonly Lifetime[],
  { cast, recorder, world }: Stage,
): Promise<void> => {
  if (world.endLifetimes === undefined) return
  const ended = await world.endLifetimes(ends, cast.browser.jar())
  for (const { participant, name, label } of ended)
    recorder.aside(participant, name, label, 'simulated')
}

const announceForums = ({ recorder, world }: Stage): void => {
  const told = recorder.dividers.some(({ kind }) => kind === 'sso' || kind === 'sso-not-provided')
  if (!told) recorder.divider(world.sso ? 'sso' : 'sso-not-provided')
}
