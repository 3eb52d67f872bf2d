import type { ApplicationName, Phase } from '../model/participant.ts'
import type { Effect, PageKind } from './effect.ts'
import { canRefresh, credentialExpiresAt } from './expected-state.ts'
import { navigationTransitions } from './navigation-transitions.ts'
import type { LabContext } from './context.ts'
import { machineSetup } from './setup.ts'
import { theftPhase } from './theft-phase.ts'

/** Phase of a step at the Store, by what is alive: the tour's chapters are these. */
const storePhase = (effect: Effect['type'], context: LabContext): Phase => {
  const { expected: state } = context
  const verb = effect === 'race' || effect === 'checkout' ? 'load' : effect
  if (verb === 'logout' || verb === 'logout-everywhere') return 'logout'
  if (verb === 'open') return 'initialize'
  if (verb === 'load' && credentialExpiresAt(state, 'Store', context) > state.now)
    return 'load-cart'
  if (verb === 'load' && canRefresh(state, 'Store', context)) return 'refresh'
  return state.applications.Store.cookies ? 'relogin' : 'login'
}

const forumsPhase = (verb: Effect['type']): Phase => {
  if (verb === 'open') return 'forums-initialize'
  if (verb === 'logout') return 'forums-logout'
  return ['load', 'race', 'checkout'].includes(verb) ? 'forums-load' : 'forums-login'
}

const phaseOf = (app: ApplicationName, verb: Effect['type'], context: LabContext): Phase =>
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

/** A state in which one effect is under way. */
const asking = (app: ApplicationName, verb: keyof typeof landingOf) => ({
  tags: ['busy' as const],
  entry: { type: 'clearReauthentication' as const, params: { app } },
  invoke: {
    src: 'effect' as const,
    input: ({ context }: { context: LabContext }): Effect => ({
      type: verb,
      app,
      phase: phaseOf(app, verb, context),
    }),
    onDone: navigationTransitions(app, landingOf[verb]),
    onError: 'trouble',
  },
})

/** User and Hacker ask for the protected page at once. */
const racingHacker = (app: ApplicationName) => ({
  tags: ['busy' as const],
  entry: { type: 'clearReauthentication' as const, params: { app } },
  invoke: {
    src: 'effect' as const,
    input: ({ context }: { context: LabContext }): Effect => {
      const credential = context.stolen ?? 'session-id'
      return { type: 'race-hacker', credential, phase: theftPhase(credential) }
    },
    onDone: navigationTransitions(app, 'raced'),
    onError: {
      target: 'trouble',
      actions: { type: 'finishRace' as const, params: { isIn: false } },
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
          guard: 'hackerHasStolenCredential' as const,
          target: 'racingHacker',
          actions: 'startRace' as const,
        },
      }
    : {}
  const underAttack = { 'hacker.attack': 'underAttack' }
  const leftAt = (page: PageKind | null, target: string) => ({
    guard: { type: 'wasLeftAt' as const, params: { app, page } },
    target,
  })
  const onlyThere = atStore
    ? { loggingOutEverywhere: asking(app, 'logout-everywhere'), racingHacker: racingHacker(app) }
    : {}
  return machineSetup.createStateConfig({
    initial: isThere ? 'away' : 'absent',
    states: {
      absent: {},
      away: { on: { 'learner.open': open, ...underAttack } },
      home: {
        on: {
          ...underAttack,
          'learner.open': open,
          'learner.login': login,
          'learner.load': load,
          'learner.race': race,
          ...withHacker,
        },
      },
      form: { on: { 'learner.open': open, 'learner.submit': submit, ...underAttack } },
      inside: {
        on: {
          ...underAttack,
          'learner.open': open,
          'learner.load': load,
          'learner.race': race,
          ...withHacker,
          'learner.checkout': checkout,
          'learner.logout': logout,
          ...everywhere,
        },
      },
      confirmingLogout: {
        on: {
          ...underAttack,
          'learner.open': open,
          'learner.load': load,
          'learner.logout': logout,
        },
      },
      trouble: {
        on: {
          ...underAttack,
          'learner.open': open,
          'learner.load': load,
          'learner.race': race,
          ...withHacker,
        },
      },
      /** An attack is under way, in which the user goes on. */
      underAttack: {
        tags: ['busy'],
        always: [
          leftAt(null, 'away'),
          leftAt('home', 'home'),
          leftAt('form', 'form'),
          leftAt('inside', 'inside'),
          leftAt('question', 'confirmingLogout'),
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
          src: 'effect',
          input: ({ context, event }): Effect => ({
            type: 'submit',
            app,
            phase: phaseOf(app, 'submit', context),
            credentials: event.type === 'learner.submit' ? event.credentials : 'right',
          }),
          onDone: navigationTransitions(app, 'submitted'),
          onError: 'trouble',
        },
      },
    },
  })
}
