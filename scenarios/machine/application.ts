import { type LabEvent, labEvents } from '../model/event.ts'
import type { AppState } from '../model/event-kind.ts'
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

/** The state in which each effect is under way. */
const stateOf = {
  open: 'opening',
  login: 'loggingIn',
  submit: 'submitting',
  load: 'loading',
  race: 'racing',
  checkout: 'checkingOut',
  logout: 'loggingOut',
  'logout-everywhere': 'loggingOutEverywhere',
} as const

/** How an event begins an effect at an application. */
interface Transition {
  readonly guard:
    | { readonly type: 'concerns' | 'concernsTabs'; readonly params: ApplicationName }
    | 'hasButtonForAll'
  readonly target: (typeof stateOf)[keyof typeof stateOf]
}

type Transitions = Partial<Readonly<Record<LabEvent['type'], Transition>>>

/** What a user can do with an application in a state, by the table of events. */
const transitionsFrom = (state: AppState, app: ApplicationName): Transitions =>
  Object.fromEntries(
    labEvents.flatMap(({ type, members, rule: { asks } }): [LabEvent['type'], Transition][] => {
      if (asks === undefined || asks.at === undefined || !asks.at.includes(state)) return []
      // Who is not told which application it concerns presses a button of the Store.
      if (!('app' in members) && app !== 'Store') return []
      const { effect, guard = 'concerns' } = asks
      const own: Transition['guard'] =
        guard === 'hasButtonForAll' ? guard : { type: guard, params: app }
      return [[type, { guard: own, target: stateOf[effect] }]]
    }),
  )

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
  const atStore = app === 'Store'
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
  const on = (state: AppState) => ({
    ...transitionsFrom(state, app),
    ...underAttack,
    ...(['home', 'inside', 'trouble'].includes(state) ? withHacker : {}),
  })
  return machineSetup.createStateConfig({
    initial: isThere ? 'away' : 'absent',
    states: {
      absent: {},
      away: { on: on('away') },
      home: { on: on('home') },
      form: { on: on('form') },
      inside: { on: on('inside') },
      confirmingLogout: { on: on('confirmingLogout') },
      trouble: { on: on('trouble') },
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
