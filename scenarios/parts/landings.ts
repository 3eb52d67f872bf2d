import type { ApplicationName } from '../vocabulary.ts'
import type { Place, Seen } from './act.ts'

/** Where a navigation may end, and what that means; the page decides, not the plan. */
export const landings = (
  app: ApplicationName,
  how:
    | 'login'
    | 'submitted'
    | 'served'
    | 'loaded'
    | 'loadedTwice'
    | 'ordered'
    | 'raced'
    | 'loggedOut'
    | 'loggedOutEverywhere',
) => {
  const at = (place: Place) => ({
    type: 'landed' as const,
    params: ({ event }: { event: { output: Seen } }) => ({ place, seen: event.output }),
  })
  const now = ({ event }: { event: { output: Seen } }) => ({ app, now: event.output.now })
  const noted = {
    type: 'noted' as const,
    params: ({ event }: { event: { output: Seen } }) => ({ now: event.output.now }),
  }
  const out = {
    type: 'loggedOut' as const,
    params: ({ event }: { event: { output: Seen } }) => ({
      app,
      now: event.output.now,
      isTold: event.output.place !== 'trouble',
    }),
  }
  if (how === 'loggedOutEverywhere') {
    const all = { type: how, params: noted.params }
    return [
      { guard: at('home'), target: 'home', actions: all },
      { guard: at('question'), target: 'leaving', actions: all },
      // FusionAuth could not be told: it goes on knowing the user.
      { target: 'trouble', actions: out },
    ]
  }
  if (how === 'loggedOut') {
    return [
      { guard: at('home'), target: 'home', actions: [out, { type: 'ssoLoggedOut' as const }] },
      { guard: at('question'), target: 'leaving', actions: out },
      { target: 'trouble', actions: out },
    ]
  }
  const turnedAway = { type: 'turnedAway' as const, params: noted.params }
  const hackers = ({ event }: { event: { output: Seen } }) => ({
    now: event.output.now,
    isIn: event.output.isHackerIn === true,
  })
  const raceOver = how === 'raced' ? [{ type: 'raceOver' as const, params: hackers }] : []
  // The user was served first, and after that the Hacker.
  const afterwards = raceOver.flatMap((over) => [
    over,
    { type: 'intruded' as const, params: hackers },
  ])
  const inside = {
    type: {
      submitted: 'login' as const,
      login: 'login' as const,
      loadedTwice: 'servedTwice' as const,
      served: 'served' as const,
      loaded: 'served' as const,
      ordered: 'served' as const,
      raced: 'served' as const,
    }[how],
    params: now,
  }
  const atForm = {
    submitted: [noted],
    login: [noted],
    served: [noted],
    raced: [turnedAway, ...afterwards],
    loaded: [turnedAway],
    loadedTwice: [turnedAway],
    ordered: [{ type: 'asksToConfirm' as const, params: now }],
  }[how]
  const inVain = (place: 'home' | 'trouble') => ({
    guard: { type: 'acceptedInVain' as const, params: at(place).params },
    target: place,
    actions: [{ type: 'ssoBegun' as const, params: noted.params }],
  })
  return [
    {
      guard: at('inside'),
      target: 'inside',
      actions: [inside, ...afterwards],
    },
    { guard: at('form'), target: 'form', actions: atForm },
    ...(how === 'submitted' ? [inVain('home'), inVain('trouble')] : []),
    // Who may order has a key of the application's.
    ...(how === 'ordered'
      ? []
      : [{ guard: at('home'), target: 'home', actions: [noted, ...afterwards] }]),
    { target: 'trouble', actions: [noted, ...raceOver] },
  ]
}
