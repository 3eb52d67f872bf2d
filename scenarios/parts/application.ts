import type { ApplicationName, Phase } from '../vocabulary.ts'
import type { Act, Place } from './act.ts'
import { isRenewable, opens } from './claims.ts'
import { landings } from './landings.ts'
import { type LabContext, parts } from './setup.ts'
import { theftPhase } from './theft-phase.ts'

/** Phase of a step at the Store, by what is alive: the tour's chapters are these. */
const storePhase = (act: Act['do'], context: LabContext): Phase => {
  const { claims } = context
  const verb = act === 'race' || act === 'checkout' ? 'load' : act
  if (verb === 'logout' || verb === 'logout-everywhere') return 'logout'
  if (verb === 'open') return 'initialize'
  if (verb === 'load' && opens(claims, 'Store', context) > claims.now) return 'load-cart'
  if (verb === 'load' && isRenewable(claims, 'Store', context)) return 'refresh'
  return claims.applications.Store.cookies ? 'relogin' : 'login'
}

const forumsPhase = (verb: Act['do']): Phase => {
  if (verb === 'open') return 'forums-initialize'
  if (verb === 'logout') return 'forums-logout'
  return ['load', 'race', 'checkout'].includes(verb) ? 'forums-load' : 'forums-login'
}

const phaseOf = (app: ApplicationName, verb: Act['do'], context: LabContext): Phase =>
  app === 'Store' ? storePhase(verb, context) : forumsPhase(verb)

const landingOf = {
  open: 'served',
  login: 'login',
  load: 'loaded',
  race: 'loadedTwice',
  checkout: 'ordered',
  logout: 'loggedOut',
  'logout-everywhere': 'loggedOutEverywhere',
} as const

/** A state in which one act is under way. */
const asking = (app: ApplicationName, verb: keyof typeof landingOf) => ({
  tags: ['busy' as const],
  entry: { type: 'confirmsNothing' as const, params: { app } },
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

/** User and Hacker ask for the protected page at once. */
const racingHacker = (app: ApplicationName) => ({
  tags: ['busy' as const],
  entry: { type: 'confirmsNothing' as const, params: { app } },
  invoke: {
    src: 'act' as const,
    input: ({ context }: { context: LabContext }): Act => {
      const loot = context.loot ?? 'session-id'
      return { do: 'race-hacker', loot, phase: theftPhase(loot) }
    },
    onDone: landings(app, 'raced'),
    onError: {
      target: 'trouble',
      actions: { type: 'raceOver' as const, params: { isIn: false } },
    },
  },
})

/**
 * What the user's device does with one application: absent from this workflow, away, at its home page,
 * at a login form, inside, being asked whether it really wants to log out, or in trouble. The login
 * (redirect to FusionAuth, or a form of its own) is the world's doing: the machine only sees which
 * page came.
 */
export const application = (app: ApplicationName, isThere: boolean) => {
  const mine = { type: 'concerns' as const, params: app }
  const open = { guard: mine, target: 'opening' }
  const login = { guard: mine, target: 'loggingIn' }
  const load = { guard: mine, target: 'loading' }
  const submit = { guard: mine, target: 'submitting' }
  const logout = { guard: mine, target: 'loggingOut' }
  const race = { guard: { type: 'concernsTabs' as const, params: app }, target: 'racing' }
  const checkout = { guard: mine, target: 'checkingOut' }
  const atStore = app === 'Store'
  const everywhere = atStore
    ? {
        'learner.logout-everywhere': {
          guard: 'hasButtonForAll' as const,
          target: 'loggingOutEverywhere',
        },
      }
    : {}
  const withHacker = atStore
    ? {
        'hacker.race': {
          guard: 'hackerHasLoot' as const,
          target: 'racingHacker',
          actions: 'raceBegun' as const,
        },
      }
    : {}
  const beset = { 'hacker.attack': 'beset' }
  const leftAt = (place: Place | null, target: string) => ({
    guard: { type: 'wasLeftAt' as const, params: { app, place } },
    target,
  })
  const onlyThere = atStore
    ? { loggingOutEverywhere: asking(app, 'logout-everywhere'), racingHacker: racingHacker(app) }
    : {}
  return parts.createStateConfig({
    initial: isThere ? 'away' : 'absent',
    states: {
      absent: {},
      away: { on: { 'learner.open': open, ...beset } },
      home: {
        on: {
          ...beset,
          'learner.open': open,
          'learner.login': login,
          'learner.load': load,
          'learner.race': race,
          ...withHacker,
        },
      },
      form: { on: { 'learner.open': open, 'learner.submit': submit, ...beset } },
      inside: {
        on: {
          ...beset,
          'learner.open': open,
          'learner.load': load,
          'learner.race': race,
          ...withHacker,
          'learner.checkout': checkout,
          'learner.logout': logout,
          ...everywhere,
        },
      },
      leaving: {
        on: {
          ...beset,
          'learner.open': open,
          'learner.load': load,
          'learner.logout': logout,
        },
      },
      trouble: {
        on: {
          ...beset,
          'learner.open': open,
          'learner.load': load,
          'learner.race': race,
          ...withHacker,
        },
      },
      /** An attack is under way, in which the user goes on. */
      beset: {
        tags: ['busy'],
        always: [
          leftAt(null, 'away'),
          leftAt('home', 'home'),
          leftAt('form', 'form'),
          leftAt('inside', 'inside'),
          leftAt('question', 'leaving'),
          leftAt('trouble', 'trouble'),
        ],
      },
      opening: asking(app, 'open'),
      loggingIn: asking(app, 'login'),
      loading: asking(app, 'load'),
      loggingOut: asking(app, 'logout'),
      racing: asking(app, 'race'),
      checkingOut: asking(app, 'checkout'),
      ...onlyThere,
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
          onDone: landings(app, 'submitted'),
          onError: 'trouble',
        },
      },
    },
  })
}
