import type { ApplicationName, Phase } from '../vocabulary.ts'
import { isRenewable, opens } from './claims.ts'
import { type Act, type LabContext, parts, type Place, type Seen } from './setup.ts'

/** Phase of a step at the Store, by what is alive: the tour's chapters are these. */
const storePhase = (verb: Act['do'], context: LabContext): Phase => {
  const { claims } = context
  if (verb === 'logout') return 'logout'
  if (verb === 'open') return 'initialize'
  if (verb === 'load' && opens(claims, 'Store', context) > claims.now) return 'load-cart'
  if (verb === 'load' && isRenewable(claims, 'Store', context)) return 'refresh'
  return claims.applications.Store.cookies ? 'relogin' : 'login'
}

const forumsPhase = (verb: Act['do']): Phase => {
  if (verb === 'open') return 'forums-initialize'
  if (verb === 'logout') return 'forums-logout'
  return verb === 'load' ? 'forums-load' : 'forums-login'
}

const phaseOf = (app: ApplicationName, verb: Act['do'], context: LabContext): Phase =>
  app === 'Store' ? storePhase(verb, context) : forumsPhase(verb)

/** Where a navigation may end, and what that means; the page decides, not the plan. */
const landings = (app: ApplicationName, how: 'login' | 'served' | 'loggedOut') => {
  const at = (place: Place) => ({
    type: 'landed' as const,
    params: ({ event }: { event: { output: Seen } }) => ({ place, seen: event.output }),
  })
  const now = ({ event }: { event: { output: Seen } }) => ({ app, now: event.output.now })
  const noted = {
    type: 'noted' as const,
    params: ({ event }: { event: { output: Seen } }) => ({ now: event.output.now }),
  }
  if (how === 'loggedOut') {
    const out = { type: how, params: now }
    return [
      { guard: at('home'), target: 'home', actions: [out, { type: 'ssoEnded' as const }] },
      { guard: at('question'), target: 'leaving', actions: out },
      { target: 'trouble', actions: out },
    ]
  }
  return [
    { guard: at('inside'), target: 'inside', actions: { type: how, params: now } },
    { guard: at('form'), target: 'form', actions: noted },
    { guard: at('home'), target: 'home', actions: noted },
    { target: 'trouble', actions: noted },
  ]
}

const landingOf = {
  open: 'served',
  login: 'login',
  load: 'served',
  logout: 'loggedOut',
} as const

/** A state in which one act is under way. */
const asking = (app: ApplicationName, verb: 'open' | 'login' | 'load' | 'logout') => ({
  tags: ['busy' as const],
  invoke: {
    src: 'act' as const,
    input: ({ context }: { context: LabContext }): Act => ({
      do: verb,
      app,
      phase: phaseOf(app, verb, context),
    }),
    onDone: landings(app, landingOf[verb]),
    onError: 'trouble',
  },
})

/**
 * What the user's device does with one application: absent from this workflow, away, at its home page, at a login form, inside,
 * being asked whether it really wants to log out, or in trouble. The login (redirect to FusionAuth, or a form of its own) is the world's doing: the
 * machine only sees which page came.
 */
export const application = (app: ApplicationName, isThere: boolean) => {
  const mine = { type: 'concerns' as const, params: app }
  const open = { guard: mine, target: 'opening' }
  const login = { guard: mine, target: 'loggingIn' }
  const load = { guard: mine, target: 'loading' }
  const submit = { guard: mine, target: 'submitting' }
  const logout = { guard: mine, target: 'loggingOut' }
  return parts.createStateConfig({
    initial: isThere ? 'away' : 'absent',
    states: {
      absent: {},
      away: { on: { 'learner.open': open } },
      home: { on: { 'learner.open': open, 'learner.login': login, 'learner.load': load } },
      form: { on: { 'learner.open': open, 'learner.submit': submit } },
      inside: {
        on: { 'learner.open': open, 'learner.load': load, 'learner.logout': logout },
      },
      leaving: {
        on: { 'learner.open': open, 'learner.load': load, 'learner.logout': logout },
      },
      trouble: { on: { 'learner.open': open, 'learner.load': load } },
      opening: asking(app, 'open'),
      loggingIn: asking(app, 'login'),
      loading: asking(app, 'load'),
      loggingOut: asking(app, 'logout'),
      submitting: {
        tags: ['busy'],
        invoke: {
          src: 'act',
          input: ({ context, event }): Act => ({
            do: 'submit',
            app,
            phase: phaseOf(app, 'submit', context),
            credentials: event.type === 'learner.submit' ? event.credentials : 'right',
          }),
          onDone: landings(app, 'login'),
          onError: 'trouble',
        },
      },
    },
  })
}
