import type { ApplicationName } from '../model/participant.ts'
import type { PageKind, EffectResult } from './effect.ts'

/** Where a navigation may end, and what that means; the page decides, not the plan. */
export const navigationTransitions = (
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
  const at = (page: PageKind) => ({
    type: 'landedOn' as const,
    params: ({ event }: { event: { output: EffectResult } }) => ({ page, result: event.output }),
  })
  const now = ({ event }: { event: { output: EffectResult } }) => ({ app, now: event.output.now })
  const assignNow = {
    type: 'assignNow' as const,
    params: ({ event }: { event: { output: EffectResult } }) => ({ now: event.output.now }),
  }
  const recordLogout = {
    type: 'recordLogout' as const,
    params: ({ event }: { event: { output: EffectResult } }) => ({
      app,
      now: event.output.now,
      isTold: event.output.page !== 'trouble',
    }),
  }
  if (how === 'loggedOutEverywhere') {
    const all = { type: 'recordLogoutEverywhere' as const, params: assignNow.params }
    return [
      { guard: at('home'), target: 'home', actions: all },
      { guard: at('question'), target: 'confirmingLogout', actions: all },
      // FusionAuth could not be told: it goes on knowing the user.
      { target: 'trouble', actions: recordLogout },
    ]
  }
  if (how === 'loggedOut') {
    return [
      {
        guard: at('home'),
        target: 'home',
        actions: [recordLogout, { type: 'endSsoSessionByLogout' as const }],
      },
      { guard: at('question'), target: 'confirmingLogout', actions: recordLogout },
      { target: 'trouble', actions: recordLogout },
    ]
  }
  const rejectRequest = { type: 'rejectRequest' as const, params: assignNow.params }
  const hackers = ({ event }: { event: { output: EffectResult } }) => ({
    now: event.output.now,
    isIn: event.output.isHackerIn === true,
  })
  const finishRace = how === 'raced' ? [{ type: 'finishRace' as const, params: hackers }] : []
  // The user was served first, and after that the Hacker.
  const afterRace = finishRace.flatMap((finish) => [
    finish,
    { type: 'recordIntrusion' as const, params: hackers },
  ])
  const inside = {
    type: {
      submitted: 'recordLogin' as const,
      login: 'recordLogin' as const,
      loadedTwice: 'extendSessionInTwoTabs' as const,
      served: 'extendSession' as const,
      loaded: 'extendSession' as const,
      ordered: 'extendSession' as const,
      raced: 'extendSession' as const,
    }[how],
    params: now,
  }
  const atForm = {
    submitted: [assignNow],
    login: [assignNow],
    served: [assignNow],
    raced: [rejectRequest, ...afterRace],
    loaded: [rejectRequest],
    loadedTwice: [rejectRequest],
    ordered: [{ type: 'requireReauthentication' as const, params: now }],
  }[how]
  const inVain = (page: 'home' | 'trouble') => ({
    guard: { type: 'acceptedOnlyByFusionAuth' as const, params: at(page).params },
    target: page,
    actions: [{ type: 'startSsoSession' as const, params: assignNow.params }],
  })
  return [
    {
      guard: at('inside'),
      target: 'inside',
      actions: [inside, ...afterRace],
    },
    { guard: at('form'), target: 'form', actions: atForm },
    ...(how === 'submitted' ? [inVain('home'), inVain('trouble')] : []),
    // Who may order has a key of the application's.
    ...(how === 'ordered'
      ? []
      : [{ guard: at('home'), target: 'home', actions: [assignNow, ...afterRace] }]),
    { target: 'trouble', actions: [assignNow, ...finishRace] },
  ]
}
