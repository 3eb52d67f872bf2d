import type { Act, Place, Seen } from '../parts/setup.ts'
import type { ApplicationName, Credentials, Loot } from '../vocabulary.ts'
import type { Agent, Landing, NavigationOptions } from './agent.ts'
import type { SimulatedClock } from './clock.ts'
import { cookieKey } from './cookie-jar.ts'
import { fillIn, loginForm, type Page } from './page.ts'
import type { Account, World } from './ports.ts'
import { Unreachable } from './ports.ts'
import type { Recorder } from './recorder.ts'

/** Cookie names of the applications, by what a thief is after. */
const cookieOf: Readonly<Record<Loot, string>> = { 'refresh-token': 'rt', 'session-id': 'sid' }

const lootName: Readonly<Record<Loot, string>> = {
  'refresh-token': 'refresh token',
  'session-id': 'session id',
}

/** What the engine carries acts out with. A new Hacker comes with every theft. */
export interface Cast {
  readonly browser: Agent
  hacker: Agent
  readonly newHacker: () => Agent
}

export interface Stage {
  readonly clock: SimulatedClock
  readonly recorder: Recorder
  readonly world: World
  readonly cast: Cast
}

/** Where a page puts the one who looks at it. */
const placeOf = (page: Page, app: ApplicationName, world: World): Place => {
  if (loginForm(page) !== undefined) return 'form'
  if (page.status >= 400) return 'trouble'
  const { origin, protectedPath } = world.places[app]
  const url = new URL(page.url)
  if (url.origin !== origin) return 'trouble'
  if (url.pathname === protectedPath) return 'inside'
  return url.pathname === '/' ? 'home' : 'trouble'
}

const landed = (landing: Landing, app: ApplicationName, { world, clock }: Stage): Seen => ({
  place: landing.page === null ? 'trouble' : placeOf(landing.page, app, world),
  now: clock.now(),
})

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
    return landed(await browser.follow(act.app, address, options), act.app, stage)
  }
  const url = act.do === 'open' ? `${origin}/` : `${origin}${protectedPath}`
  const inside = act.do === 'load' && browser.page(act.app) !== null
  const landing = inside
    ? await browser.follow(act.app, url, options)
    : await browser.visit(act.app, url, options)
  return landed(landing, act.app, stage)
}

const submit = async (act: Act & { do: 'submit' }, stage: Stage): Promise<Seen> => {
  const { browser } = stage.cast
  const page = browser.page(act.app)
  const form = page === null ? undefined : loginForm(page)
  if (form === undefined) return { place: 'trouble', now: stage.clock.now() }
  const { loginId, password } = words(act.credentials, stage.world.user)
  const filled = fillIn(form, loginId, password, true)
  return landed(await browser.submit(act.app, form, filled), act.app, stage)
}

/** Copies one named value out of the Browser's jar into the empty jar of a new Hacker. */
const steal = (loot: Loot, stage: Stage): Seen => {
  const { cast, recorder, world, clock } = stage
  const host = new URL(world.places.Store.origin).hostname
  const stolen = cast.browser
    .jar()
    .find((cookie) => cookie.name === cookieOf[loot] && cookie.domain === host)
  const left = cast.hacker.jar()
  cast.hacker = cast.newHacker()
  if (!recorder.dividers.some(({ kind }) => kind === 'attack-vectors'))
    recorder.divider('attack-vectors')
  const dropped = left.map((cookie) => ({
    where: 'Hacker.jar',
    op: 'delete' as const,
    key: cookieKey(cookie),
    before: { ...cookie },
    after: null,
  }))
  if (stolen !== undefined) cast.hacker.plant(stolen)
  const taken =
    stolen === undefined
      ? []
      : [
          {
            where: 'Hacker.jar',
            op: 'set' as const,
            key: cookieKey(stolen),
            before: null,
            after: { ...stolen },
          },
        ]
  const label =
    stolen === undefined
      ? `Finds no ${lootName[loot]} in the Browser`
      : `Gets hold of the ${lootName[loot]}`
  recorder.aside('Hacker', `steal-${loot}`, label, 'simulated', [...dropped, ...taken])
  return { place: 'home', now: clock.now() }
}

/** The Hacker asks the Store for the cart; beside a refresh token goes a session id made up on the spot. */
const breakIn = async (loot: Loot, stage: Stage): Promise<Seen> => {
  const { origin, protectedPath } = stage.world.places.Store
  const handmade = loot === 'refresh-token' ? ([['sid', 'made-up-by-the-hacker']] as const) : []
  const holdsOne = stage.cast.hacker.jar().some(({ name }) => name === 'sid')
  const landing = await stage.cast.hacker.visit('Store', `${origin}${protectedPath}`, {
    handmade: holdsOne ? [] : handmade,
  })
  return landed(landing, 'Store', stage)
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
    case 'steal':
      return steal(act.loot, stage)
    case 'break-in':
      return breakIn(act.loot, stage)
    case 'pass-time':
      clock.advance(act.until - clock.now())
      recorder.divider(act.divider)
      if (act.divider === 'session-and-refresh-token-expired') await world.endTokens?.()
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

const announceForums = ({ recorder, world }: Stage): void => {
  const told = recorder.dividers.some(({ kind }) => kind === 'sso' || kind === 'sso-not-provided')
  if (!told) recorder.divider(world.sso ? 'sso' : 'sso-not-provided')
}
