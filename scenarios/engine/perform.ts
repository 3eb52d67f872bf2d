import type { Act, Seen } from '../parts/act.ts'
import type { ApplicationName, Credentials, Lifetime } from '../vocabulary.ts'
import type { Landing, NavigationOptions } from './agent.ts'
import { attack, secondTab } from './attack-stage.ts'
import { breakIn } from './drivers/break-in.ts'
import { landed, settle } from './drivers/landing.ts'
import { openingOf } from './drivers/opening.ts'
import { asksNameOnly, fillIn, loginForm, logoutForm, untouched } from './page.ts'
import { type Account, Unreachable } from './ports.ts'
import type { Stage } from './stage.ts'
import { steal } from './steal.ts'

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
  const { device, front } = stage.cast
  const { app } = act
  const { origin, protectedPath } = stage.world.places[app]
  const options: NavigationOptions = act.phase === 'relogin' ? { note: atLogin } : {}
  const see = (landing: Landing): Promise<Seen> => landed(landing, app, front, stage)
  if (act.do === 'open') return see(await openingOf[stage.input.client](app, stage))
  if (act.do === 'login') {
    const link = device.page(app)?.links.find(({ href }) => new URL(href).pathname === '/login')
    return see(await device.press(app, link?.href ?? `${origin}/login`, options))
  }
  const url = `${origin}${protectedPath}`
  const isOpen = device.page(app) !== null
  return see(isOpen ? await device.press(app, url, options) : await device.visit(app, url, options))
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
  const { front } = stage.cast
  const send = async (): Promise<Landing | null> => {
    const agent = front()
    const page = agent.page(act.app)
    const form = page === null ? undefined : loginForm(page)
    if (form === undefined) return null
    const filled = fillIn(form, loginId, password, true)
    return settle(await agent.enter(act.app, form, filled), act.app, front)
  }
  const before = front().page(act.app)
  const first = await send()
  if (first === null) return { place: 'trouble', now: stage.clock.now() }
  const asked = before === null ? undefined : loginForm(before)
  const next = first.page === null ? undefined : loginForm(first.page)
  // The name was asked for alone, and the password is asked for now.
  const twoPages =
    asked !== undefined && asksNameOnly(asked) && next !== undefined && !asksNameOnly(next)
  const last = twoPages ? ((await send()) ?? first) : first
  return landed(last, act.app, front, stage)
}

const logOut = async (app: ApplicationName, stage: Stage): Promise<Seen> => {
  const { front } = stage.cast
  const page = front().page(app)
  const form = page === null ? undefined : logoutForm(page)
  if (form === undefined) return { place: 'trouble', now: stage.clock.now() }
  return landed(await front().enter(app, form, untouched(form)), app, front, stage)
}

/** A button of the page that is open: a form whose address ends so. */
const pressButton = async (
  app: ApplicationName,
  ending: string,
  stage: Stage,
  typed: Readonly<Record<string, string>> = {},
): Promise<Seen> => {
  const { front } = stage.cast
  const form = front()
    .page(app)
    ?.forms.find(({ action }) => new URL(action).pathname.endsWith(ending))
  if (form === undefined) return { place: 'trouble', now: stage.clock.now() }
  const fields = untouched(form)
  for (const [name, value] of Object.entries(typed)) fields.set(name, value)
  return landed(await front().enter(app, form, fields), app, front, stage)
}

/** What needs a login beyond looking: an order at the Store, a post at Forums. */
const deeds = {
  Store: { ending: '/checkout', at: '/checkout', typed: {} },
  Forums: { ending: '/posts', at: '/posts/new', typed: { text: 'Has anybody tried the lamp?' } },
} as const

/** A single-page app has the button where it is needed; a web application has a page for it. */
const checkOut = async (app: ApplicationName, stage: Stage): Promise<Seen> => {
  const { ending, at, typed } = deeds[app]
  const { front } = stage.cast
  const { client } = stage.input
  if (client === 'webapp') {
    const url = `${stage.world.places[app].origin}${at}`
    const landing = await settle(await front().press(app, url), app, front)
    const asksPassword = landing.page !== null && loginForm(landing.page) !== undefined
    const isThere = landing.page?.url === url && !asksPassword
    if (!isThere) return landed(landing, app, front, stage)
  }
  return pressButton(app, ending, stage, typed)
}

/** The protected page in two tabs at once; what the user sees is the first tab. */
const race = async (app: ApplicationName, stage: Stage): Promise<Seen> => {
  const { device, front } = stage.cast
  const { origin, protectedPath } = stage.world.places[app]
  const url = `${origin}${protectedPath}`
  const other = secondTab(app)
  device.duplicate(app, other)
  const load = (tab: string) => async (): Promise<Seen> => {
    const landing = await device.press(tab, url)
    return landing.page === null
      ? { place: 'trouble', now: stage.clock.now() }
      : landed(landing, app, front, stage)
  }
  const [seen] = await stage.gate.atOnce(load(app), load(other), other)
  return { ...(seen as Seen), now: stage.clock.now() }
}

/** User and Hacker load the cart at once; what the user sees decides where the user is. */
const raceWithHacker = async (act: Act & { do: 'race-hacker' }, stage: Stage): Promise<Seen> => {
  const load: Act = { do: 'load', app: 'Store', phase: act.phase }
  const [seen, hackers] = await stage.gate.atOnce(
    () => perform(load, stage),
    () => breakIn(act.loot, stage),
  )
  const isHackerIn = (hackers as Seen).place === 'inside'
  return { ...(seen as Seen), now: stage.clock.now(), isHackerIn }
}

/** The Hacker presses an application's login link, with what was stolen. */
const enter = async ({ app }: Act & { do: 'enter' }, stage: Stage): Promise<Seen> => {
  const { hacker } = stage.cast
  const { origin } = stage.world.places[app]
  const self = () => hacker
  await settle(await hacker.visit(app, `${origin}/`), app, self)
  const link = hacker.page(app)?.links.find(({ href }) => new URL(href).pathname === '/login')
  return landed(await hacker.press(app, link?.href ?? `${origin}/login`), app, self, stage)
}

/** A wire that was cut is in the trace already, and no fault of the lab's. */
const unlessUnreachable = async (call: () => Promise<void> | undefined): Promise<void> => {
  try {
    await call()
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error
  }
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
      return logOut(act.app, stage)
    case 'steal':
      return steal(act.loot, stage)
    case 'break-in':
      return breakIn(act.loot, stage)
    case 'checkout':
      return checkOut(act.app, stage)
    case 'logout-everywhere':
      return pressButton(act.app, '/logout-everywhere', stage)
    case 'race':
      return race(act.app, stage)
    case 'race-hacker':
      return raceWithHacker(act, stage)
    case 'enter':
      return enter(act, stage)
    case 'attack':
      return attack(act.attack, stage, perform)
    case 'change-password':
      recorder.divider('password-changed')
      await unlessUnreachable(() => world.changePassword?.())
      return home()
    case 'revoke-all':
      recorder.divider('refresh-token-revoked')
      await unlessUnreachable(() => world.revokeAll?.())
      return home()
    case 'end-sso':
      recorder.divider('sso-session-expired')
      await unlessUnreachable(() => world.endSso?.())
      return home()
    case 'pass-time':
      clock.advance(act.until - clock.now())
      recorder.divider(act.divider)
      await endLifetimes(act.ends, stage)
      return home()
    case 'revoke':
      recorder.divider('refresh-token-revoked')
      await unlessUnreachable(() => world.revokeRefreshTokens('Store'))
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
  const ended = await world.endLifetimes(ends, cast.device.jar())
  for (const { participant, name, label } of ended)
    recorder.aside(participant, name, label, 'simulated')
}

const announceForums = ({ recorder, world }: Stage): void => {
  const told = recorder.dividers.some(({ kind }) => kind === 'sso' || kind === 'sso-not-provided')
  if (!told) recorder.divider(world.sso ? 'sso' : 'sso-not-provided')
}
