import type { PageKind, EffectResult } from '../../machine/effect.ts'
import type { ApplicationName } from '../../model/participant.ts'
import type { Agent, Landing } from '../agent.ts'
import { type Obstacle, obstacleOf } from '../obstacle.ts'
import { loginForm, logoutForm, type Page, selfSubmittingForm, untouched } from '../page.ts'
import type { World } from '../ports.ts'
import type { Simulation } from '../simulation.ts'

/** Pages that go on by themselves, one after another, before a browser is thought to be in a circle. */
const maximumPages = 5

/** A page that waits longer than this before it goes on is one to be read, in seconds. */
const longestRefresh = 30

/** Goes where pages lead by themselves: by a form that a script sends off, by a refresh. */
export const settle = async (
  landing: Landing,
  tab: string,
  agent: () => Agent,
): Promise<Landing> => {
  let at = landing
  for (let turn = 0; turn < maximumPages && at.page !== null; turn++) {
    const { page } = at
    const form = selfSubmittingForm(page)
    const { refresh } = page
    if (form !== undefined) at = await agent().submit(tab, form, untouched(form))
    else if (refresh !== null && refresh.seconds <= longestRefresh && refresh.url !== page.url)
      at = await agent().follow(tab, refresh.url)
    else return at
  }
  return at
}

/** Where an application says that the login is over; it links to the same as the home page. */
export const loggedOutPath = '/logged-out'

/** Where an order is confirmed, which only those see who are inside. */
export const orderedPath = '/ordered'

const isFusionAuth = ({ url }: Page, { places }: World): boolean =>
  new URL(url).origin === places.FusionAuth.origin

/** Where a page puts the one who looks at it. */
export const pageKindOf = (page: Page, app: ApplicationName, world: World): PageKind => {
  if (loginForm(page) !== undefined) return 'form'
  if (page.status >= 400) return 'trouble'
  if (isFusionAuth(page, world) && logoutForm(page) !== undefined) return 'question'
  const { origin, protectedPath } = world.places[app]
  const url = new URL(page.url)
  if (url.origin !== origin) return 'trouble'
  if (url.pathname === protectedPath || url.pathname === orderedPath) return 'inside'
  return url.pathname === '/' || url.pathname === loggedOutPath ? 'home' : 'trouble'
}

/** The learner hears of it, and it stays in the trace. */
const blocked = (
  agent: Agent,
  { name, label, problem }: Obstacle,
  simulation: Simulation,
): EffectResult => {
  simulation.recorder.aside(agent.name, name, label, 'real')
  return { page: 'trouble', now: simulation.clock.now(), problem }
}

/** What the one who landed sees, once pages have gone on by themselves. */
export const resultOf = async (
  landing: Landing,
  app: ApplicationName,
  agent: () => Agent,
  simulation: Simulation,
): Promise<EffectResult> => {
  const { world, clock } = simulation
  const last = await settle(landing, app, agent)
  const { origin } = world.places[app]
  const trouble = (isOwn: boolean): EffectResult => ({
    page: 'trouble',
    now: clock.now(),
    ...(isOwn ? { isApplicationError: true } : {}),
  })
  const isOurs = (url: string): boolean => new URL(url).origin === origin
  if (last.page === null) return trouble(last.isCircle === true || isOurs(last.url))
  const { page } = last
  const asks = isFusionAuth(page, world) && logoutForm(page) === undefined
  const obstacle = asks ? obstacleOf(page) : null
  if (obstacle !== null) return blocked(agent(), obstacle, simulation)
  const place = pageKindOf(page, app, world)
  return place === 'trouble' ? trouble(isOurs(page.url)) : { page: place, now: clock.now() }
}
