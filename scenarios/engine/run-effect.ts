import type { Effect, EffectResult } from '../machine/effect.ts'
import type { DividerKind } from '../model/divider.ts'
import type { ApplicationName, Phase } from '../model/participant.ts'
import type { Landing, NavigationOptions } from './agent.ts'
import { runAttack, secondTab } from './attack-context.ts'
import { breakIn } from './drivers/break-in.ts'
import { resultOf, settle } from './drivers/landing.ts'
import { submitLoginForm } from './drivers/login-form.ts'
import { openingOf } from './drivers/opening.ts'
import { loginForm, logoutForm, untouched } from './page.ts'
import { type Passing, Unreachable } from './ports.ts'
import type { Simulation } from './simulation.ts'
import { steal } from './steal.ts'
import { type Text, textOf } from '../model/text.ts'

const atLogin: NavigationOptions['note'] = {
  path: '/login',
  name: 'login-again',
  label: textOf('note.login-again'),
}

/** A navigation the user begins, by address or by the link that leads to the login. */
const navigate = async (
  effect: Effect & { type: 'open' | 'login' | 'load' },
  simulation: Simulation,
): Promise<EffectResult> => {
  const { device, front } = simulation.agents
  const { app } = effect
  const { origin, protectedPath } = simulation.world.places[app]
  const options: NavigationOptions = effect.phase === 'relogin' ? { note: atLogin } : {}
  const see = (landing: Landing): Promise<EffectResult> => resultOf(landing, app, front, simulation)
  if (effect.type === 'open') return see(await openingOf[simulation.input.client](app, simulation))
  if (effect.type === 'login') {
    const link = device.page(app)?.links.find(({ href }) => new URL(href).pathname === '/login')
    return see(await device.press(app, link?.href ?? `${origin}/login`, options))
  }
  const url = `${origin}${protectedPath}`
  const isOpen = device.page(app) !== null
  return see(isOpen ? await device.press(app, url, options) : await device.visit(app, url, options))
}

const logOut = async (app: ApplicationName, simulation: Simulation): Promise<EffectResult> => {
  const { front } = simulation.agents
  const page = front().page(app)
  const form = page === null ? undefined : logoutForm(page)
  if (form === undefined) return { page: 'trouble', now: simulation.clock.now() }
  return resultOf(await front().enter(app, form, untouched(form)), app, front, simulation)
}

/** A button of the page that is open: a form whose address ends so. */
const pressButton = async (
  app: ApplicationName,
  ending: string,
  simulation: Simulation,
  typed: Readonly<Record<string, string>> = {},
): Promise<EffectResult> => {
  const { front } = simulation.agents
  const form = front()
    .page(app)
    ?.forms.find(({ action }) => new URL(action).pathname.endsWith(ending))
  if (form === undefined) return { page: 'trouble', now: simulation.clock.now() }
  const fields = untouched(form)
  for (const [name, value] of Object.entries(typed)) fields.set(name, value)
  return resultOf(await front().enter(app, form, fields), app, front, simulation)
}

/** What needs a login beyond looking: an order at the Store, a post at Forums. */
const deeds = {
  Store: { ending: '/checkout', at: '/checkout', typed: {} },
  Forums: { ending: '/posts', at: '/posts/new', typed: { text: 'Has anybody tried the lamp?' } },
} as const

/** A single-page app has the button where it is needed; a web application has a page for it. */
const checkOut = async (app: ApplicationName, simulation: Simulation): Promise<EffectResult> => {
  const { ending, at, typed } = deeds[app]
  const { front } = simulation.agents
  const { client } = simulation.input
  if (client === 'webapp') {
    const url = `${simulation.world.places[app].origin}${at}`
    const landing = await settle(await front().press(app, url), app, front)
    const asksPassword = landing.page !== null && loginForm(landing.page) !== undefined
    const isThere = landing.page?.url === url && !asksPassword
    if (!isThere) return resultOf(landing, app, front, simulation)
  }
  return pressButton(app, ending, simulation, typed)
}

/** The protected page in two tabs at once; what the user sees is the first tab. */
const race = async (app: ApplicationName, simulation: Simulation): Promise<EffectResult> => {
  const { device, front } = simulation.agents
  const { origin, protectedPath } = simulation.world.places[app]
  const url = `${origin}${protectedPath}`
  const other = secondTab(app)
  device.duplicate(app, other)
  const load = (tab: string) => async (): Promise<EffectResult> => {
    const landing = await device.press(tab, url)
    return landing.page === null
      ? { page: 'trouble', now: simulation.clock.now() }
      : resultOf(landing, app, front, simulation)
  }
  const [result] = await simulation.barrier.atOnce(load(app), load(other), other)
  return { ...(result as EffectResult), now: simulation.clock.now() }
}

/** User and Hacker load the cart at once; what the user sees decides where the user is. */
const raceWithHacker = async (
  effect: Effect & { type: 'race-hacker' },
  simulation: Simulation,
): Promise<EffectResult> => {
  const load: Effect = { type: 'load', app: 'Store', phase: effect.phase }
  const [result, hackers] = await simulation.barrier.atOnce(
    () => runEffect(load, simulation),
    () => breakIn(effect.credential, simulation),
  )
  const isHackerIn = (hackers as EffectResult).page === 'inside'
  return { ...(result as EffectResult), now: simulation.clock.now(), isHackerIn }
}

/** The Hacker presses an application's login link, with what was stolen. */
const enter = async (
  { app }: Effect & { type: 'enter' },
  simulation: Simulation,
): Promise<EffectResult> => {
  const { hacker } = simulation.agents
  const { origin } = simulation.world.places[app]
  const self = () => hacker
  await settle(await hacker.visit(app, `${origin}/`), app, self)
  const link = hacker.page(app)?.links.find(({ href }) => new URL(href).pathname === '/login')
  return resultOf(await hacker.press(app, link?.href ?? `${origin}/login`), app, self, simulation)
}

/** A wire that was cut is in the trace already, and no fault of the lab's. */
const unlessUnreachable = async (call: () => Promise<void> | undefined): Promise<void> => {
  try {
    await call()
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error
  }
}

/** The key is replaced, and the applications have no use for the keys that they had fetched. */
const rotateKey = async ({ recorder, world }: Simulation): Promise<void> => {
  const forgetful = (await world.rotateKey?.('deleted')) ?? []
  for (const app of forgetful)
    recorder.aside(app, 'forget-keys', textOf('note.forgets-keys'), 'simulated')
}

/** Carries out what the machine asks for, and says what came of it. */
export const runEffect = async (effect: Effect, simulation: Simulation): Promise<EffectResult> => {
  const { clock, recorder, world } = simulation
  const home = (): EffectResult => ({ page: 'home', now: clock.now() })
  switch (effect.type) {
    case 'open':
    case 'login':
    case 'load':
      if (effect.type === 'open' && effect.app === 'Forums') announceForums(simulation)
      return navigate(effect, simulation)
    case 'submit':
      return submitLoginForm(effect, simulation)
    case 'logout':
      return logOut(effect.app, simulation)
    case 'steal':
      return steal(effect.credential, simulation)
    case 'break-in':
      return breakIn(effect.credential, simulation)
    case 'checkout':
      return checkOut(effect.app, simulation)
    case 'logout-everywhere':
      return pressButton(effect.app, '/logout-everywhere', simulation)
    case 'race':
      return race(effect.app, simulation)
    case 'race-hacker':
      return raceWithHacker(effect, simulation)
    case 'enter':
      return enter(effect, simulation)
    case 'attack':
      return runAttack(effect.attack, simulation, runEffect)
    case 'change-password':
      recorder.divider('password-changed')
      await unlessUnreachable(() => world.changePassword?.())
      return home()
    case 'revoke-all':
      recorder.divider('refresh-token-revoked')
      await unlessUnreachable(() => world.revokeAll?.())
      return home()
    case 'add-key':
      recorder.divider('key-added')
      await unlessUnreachable(() => world.rotateKey?.('kept').then(() => undefined))
      return home()
    case 'rotate-key':
      recorder.divider('key-rotated')
      await unlessUnreachable(() => rotateKey(simulation))
      return home()
    case 'end-sso':
      recorder.divider('sso-session-expired')
      await unlessUnreachable(() => world.endSso?.())
      return home()
    case 'pass-time': {
      recorder.divider(effect.divider)
      const problem = await passTime(effect, simulation)
      return { ...home(), ...(problem === null ? {} : { problem }) }
    }
    case 'revoke':
      recorder.divider('refresh-token-revoked')
      await unlessUnreachable(() => world.revokeRefreshTokens('Store'))
      return home()
    case 'power':
      world.power?.(effect.on)
      recorder.divider(effect.on ? 'fusionauth-started' : 'fusionauth-stopped')
      return home()
  }
}

/** The chapter that begins when something is over: who asks next is given something new. */
const chapterAfter: Partial<Readonly<Record<DividerKind, Phase>>> = {
  'session-expired': 'refresh',
  'jwt-expired': 'refresh',
  'session-and-refresh-token-expired': 'relogin',
  'jwt-and-refresh-token-expired': 'relogin',
}

/** On a simulated clock nothing has to be done for time to pass. */
const simulated: Passing = { done: [], movesClock: true }

/**
 * Moves the protocol clock. Where FusionAuth keeps its own time, what is over is brought about by other
 * means first, and the trace says so. What cannot be ended is said too: the lesson then goes on with
 * what is still alive.
 */
const passTime = async (
  { until, ends, divider }: Effect & { type: 'pass-time' },
  { clock, recorder, world }: Simulation,
): Promise<Text | null> => {
  const milliseconds = until - clock.now()
  const {
    done,
    movesClock,
    problem = null,
  } = (await world.passTime?.({ milliseconds, ends })) ?? simulated
  if (movesClock) clock.advance(until - clock.now())
  for (const { participant, name, label } of done)
    recorder.aside(participant, name, label, 'simulated', [], chapterAfter[divider] ?? 'goes-on')
  return problem
}

const announceForums = ({ recorder, world }: Simulation): void => {
  const told = recorder.dividers.some(({ kind }) => kind === 'sso' || kind === 'sso-not-provided')
  if (!told) recorder.divider(world.sso ? 'sso' : 'sso-not-provided')
}
