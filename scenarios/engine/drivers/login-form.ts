import type { Effect, EffectResult } from '../../machine/effect.ts'
import type { LoginFormInput } from '../../model/event.ts'
import type { Landing } from '../agent.ts'
import { asksNameOnly, fillIn, loginForm } from '../page.ts'
import type { Account } from '../ports.ts'
import type { Simulation } from '../simulation.ts'
import { resultOf, settle } from './landing.ts'

/** What a named case of the form stands for; words of the learner's own stand as they are. */
const typedFor = (
  credentials: LoginFormInput,
  user: Account,
): { loginId: string; password: string } => {
  if (typeof credentials === 'object') return credentials
  if (credentials === 'right') return user
  const password = credentials === 'unknown-user' ? user.password : `not-${user.password}`
  const loginId = credentials === 'unknown-user' ? `nobody.${user.loginId}` : user.loginId
  return { loginId, password }
}

/** Fills in the login form that is open and sends it; where the name is asked for first, both forms. */
export const submitLoginForm = async (
  effect: Effect & { type: 'submit' },
  simulation: Simulation,
): Promise<EffectResult> => {
  const typed = typedFor(effect.credentials, simulation.world.user)
  const { secrets, user } = simulation.world
  const isMadeUp = typeof effect.credentials === 'object' && typed.password !== user.password
  const isSecret = secrets !== null || isMadeUp
  const send = (): Promise<EffectResult> => submitTyped(effect, typed, simulation)
  return isSecret ? simulation.keepSecret(typed.password, send) : send()
}

const submitTyped = async (
  effect: Effect & { type: 'submit' },
  { loginId, password }: { readonly loginId: string; readonly password: string },
  simulation: Simulation,
): Promise<EffectResult> => {
  const { front } = simulation.agents
  const send = async (): Promise<Landing | null> => {
    const agent = front()
    const page = agent.page(effect.app)
    const form = page === null ? undefined : loginForm(page)
    if (form === undefined) return null
    const filled = fillIn(form, loginId, password, true)
    return settle(await agent.enter(effect.app, form, filled), effect.app, front)
  }
  const before = front().page(effect.app)
  const first = await send()
  if (first === null) return { page: 'trouble', now: simulation.clock.now() }
  const asked = before === null ? undefined : loginForm(before)
  const next = first.page === null ? undefined : loginForm(first.page)
  // The name was asked for alone, and the password is asked for now.
  const twoPages =
    asked !== undefined && asksNameOnly(asked) && next !== undefined && !asksNameOnly(next)
  const last = twoPages ? ((await send()) ?? first) : first
  return resultOf(last, effect.app, front, simulation)
}
