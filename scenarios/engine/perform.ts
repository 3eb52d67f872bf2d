import type { Act, Seen } from '../parts/setup.ts'
import type { Credentials, Lifetime } from '../vocabulary.ts'
import type { Landing, NavigationOptions } from './agent.ts'
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

const logOut = async ({ app }: Act & { do: 'logout' }, stage: Stage): Promise<Seen> => {
  const { front } = stage.cast
  const page = front().page(app)
  const form = page === null ? undefined : logoutForm(page)
  if (form === undefined) return { place: 'trouble', now: stage.clock.now() }
  return landed(await front().enter(app, form, untouched(form)), app, front, stage)
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
  const ended = await world.endLifetimes(ends, cast.device.jar())
  for (const { participant, name, label } of ended)
    recorder.aside(participant, name, label, 'simulated')
}

const announceForums = ({ recorder, world }: Stage): void => {
  const told = recorder.dividers.some(({ kind }) => kind === 'sso' || kind === 'sso-not-provided')
  if (!told) recorder.divider(world.sso ? 'sso' : 'sso-not-provided')
}
