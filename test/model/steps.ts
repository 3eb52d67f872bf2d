import * as fc from 'fast-check'

export type Step =
  | {
      readonly do: 'log in'
      readonly browser: 'laptop' | 'phone'
      readonly remember: boolean
      readonly prompt: '' | 'login' | 'none'
      /** Whether somebody redeems the code a second time at once. */
      readonly replayed: boolean
    }
  | {
      readonly do: 'refresh'
      readonly family: number
      readonly holder: 'client' | 'hacker'
      readonly at: 'token endpoint' | 'API'
    }
  /** Presents a value from before: `back` rotations ago; the present one when it is 0. */
  | { readonly do: 'reuse'; readonly family: number; readonly back: number }
  /** The hacker copies what the client holds. */
  | { readonly do: 'steal'; readonly family: number }
  | { readonly do: 'log out'; readonly browser: 'laptop' | 'phone' }
  | { readonly do: 'log out by API'; readonly family: number; readonly everywhere: boolean }
  | { readonly do: 'revoke'; readonly family: number }
  | { readonly do: 'revoke all' }
  | { readonly do: 'wait'; readonly seconds: number }

const family = fc.nat(3)
const browser = fc.constantFrom('laptop' as const, 'phone' as const)

const logIn = fc.record({
  do: fc.constant('log in' as const),
  browser,
  remember: fc.boolean(),
  prompt: fc.constantFrom('' as const, '' as const, 'login' as const, 'none' as const),
  replayed: fc.nat(7).map((die) => die === 0),
})

const refresh = fc.record({
  do: fc.constant('refresh' as const),
  family,
  holder: fc.constantFrom('client' as const, 'hacker' as const),
  at: fc.constantFrom('token endpoint' as const, 'API' as const),
})

/** Spans on, before and after the limits of every policy: grace, lifetime, session, maximum. */
const wait = fc.record({
  do: fc.constant('wait' as const),
  seconds: fc.constantFrom(1, 10, 29, 30, 31, 299, 300, 599, 600, 900, 1500),
})

const rest = [
  fc.record({ do: fc.constant('reuse' as const), family, back: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ do: fc.constant('steal' as const), family }),
  fc.record({ do: fc.constant('log out' as const), browser }),
  fc.record({ do: fc.constant('log out by API' as const), family, everywhere: fc.boolean() }),
  fc.record({ do: fc.constant('revoke' as const), family }),
]

/** Steps in any order; logins, refreshes and waiting are the most common. */
const anyOrder: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { arbitrary: logIn, weight: 4 },
    { arbitrary: refresh, weight: 6 },
    { arbitrary: wait, weight: 5 },
    ...rest.map((arbitrary) => ({ arbitrary: arbitrary as fc.Arbitrary<Step>, weight: 2 })),
    { arbitrary: fc.constant({ do: 'revoke all' as const }), weight: 1 },
  ),
  { minLength: 4, maxLength: 18 },
)

const begin: Step = {
  do: 'log in',
  browser: 'laptop',
  remember: true,
  prompt: '',
  replayed: false,
}

/** One family in constant use, so that what slides slides past its first end. */
const steadyUse: fc.Arbitrary<readonly Step[]> = fc
  .array(
    fc.tuple(
      fc.record({
        do: fc.constant('wait' as const),
        seconds: fc.constantFrom(299, 300, 301, 599),
      }),
      fc.constantFrom<Step>(
        { do: 'refresh', family: 0, holder: 'client', at: 'token endpoint' },
        { do: 'refresh', family: 0, holder: 'client', at: 'API' },
        { do: 'reuse', family: 0, back: 0 },
        begin,
      ),
    ),
    { minLength: 3, maxLength: 8 },
  )
  .map((pairs) => [begin, ...pairs.flat()])

export const sequences: fc.Arbitrary<readonly Step[]> = fc.oneof(
  { arbitrary: anyOrder, weight: 3 },
  { arbitrary: steadyUse, weight: 1 },
)
