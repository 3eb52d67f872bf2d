import type { FusionAuthClient, RefreshToken } from '@fusionauth/typescript-client'
import type { EndedCredential, PassedTime, Passing } from '../../scenarios/engine/ports.ts'
import { decodeToken, tokenPattern } from '../../scenarios/model/jwt.ts'
import { type Text, textOf } from '../../scenarios/model/text.ts'
import type { WireResponse } from '../../scenarios/model/wire.ts'
import { type Need, refusalOf } from './attempt.ts'
import { endCredential, type Ending } from './endings.ts'
import { ask } from './port.ts'

/** Milliseconds that a run waits at most for something to be over. */
const longestWait = 15_000

/** Milliseconds past the second at which a JWT is over, for clocks that differ a little. */
const margin = 1_000

/** The time of one run at a FusionAuth, whose clock nobody can set. */
export interface RealTime {
  /** Looks at what FusionAuth answers: how long the JWTs live that it issues. */
  watch(answer: WireResponse): void
  /**
   * Sets how long JWTs live from now on (at once: inferred, asked: "lifetime of JWTs that is changed"):
   * as short as can be waited for, while one is to run out. Resolves to why it could not be set, once.
   */
  prepareFor(isJwtToRunOut: boolean): Promise<Text | null>
  /** Lets time pass, and ends what it outlives: by waiting where that can be borne, else by revoking. */
  pass(time: PassedTime): Promise<Passing>
}

export interface RealTimeOptions {
  /** Calls that are not recorded. */
  readonly client: () => FusionAuthClient
  readonly tenantId: string
  readonly userId: string
  /** Seconds that a JWT lives: as the workflow has it, and where it is to be waited for. */
  readonly lifetimes: { readonly usual: number; readonly short: number }
  /** Minutes that live what FusionAuth ends by its own clock, from their start on; Infinity for no end. */
  readonly minutes: {
    readonly refreshToken: number
    readonly refreshTokenAtMost: number
    readonly sso: number
  }
  /** Whether a JWT opens the application; else it is a session of its server. */
  readonly usesJwt: boolean
  /** Milliseconds since 1970, as FusionAuth has it. */
  readonly now: () => number
  /** Waits so many milliseconds, or until the run is closed. */
  readonly wait: (milliseconds: number) => Promise<void>
}

const setting: Need = { method: 'PATCH', endpoint: '/api/tenant' }

const told = (
  name: EndedCredential['name'],
  label: EndedCredential['label'],
  participant: EndedCredential['participant'] = 'FusionAuth',
): EndedCredential => ({ participant, name, label })

const secondsOf = (milliseconds: number): number => Math.max(1, Math.round(milliseconds / 1_000))

/** When the last JWT in an answer is over, in milliseconds since 1970; 0 when there is none. */
const lastExpiryIn = ({ headers, body }: WireResponse): number => {
  const texts = [body, ...headers.map(([, value]) => value)]
  const ends = texts.flatMap((text) =>
    [...text.matchAll(tokenPattern)].map(([jwt]) => decodeToken(jwt)?.claims['exp']),
  )
  return Math.max(0, ...ends.map((end) => (typeof end === 'number' ? end * 1_000 : 0)))
}

export const createRealTime = (options: RealTimeOptions): RealTime => {
  const { client, tenantId, userId, lifetimes, minutes, usesJwt, now, wait } = options
  /** What FusionAuth is set to. */
  let seconds = lifetimes.usual
  let lastExpiry = 0
  /** A JWT was to end that lives too long to be waited for: the next one will not. */
  let wasAskedInVain = false
  /** That lifetimes cannot be set. */
  let isTold = false

  /** Time that has not really passed, and when that was. */
  const skips: { readonly at: number; readonly milliseconds: number }[] = []

  /** Minutes since an instant, with what has not really passed. */
  const minutesSince = (instant: number): number => {
    const skipped = skips
      .filter(({ at }) => at >= instant)
      .reduce((sum, { milliseconds }) => sum + milliseconds, 0)
    return (now() - instant + skipped) / 60_000
  }

  const isOverOf =
    (what: 'refresh-token' | 'sso-session') =>
    ({ insertInstant = 0, startInstant = insertInstant }: RefreshToken): boolean =>
      what === 'sso-session'
        ? minutesSince(startInstant) >= minutes.sso
        : minutesSince(startInstant) >= minutes.refreshToken ||
          minutesSince(insertInstant) >= minutes.refreshTokenAtMost

  /** Null when it is set, else why not: then the JWTs live as before. */
  const setLifetime = async (wanted: number): Promise<Text | null> => {
    if (wanted === seconds) return null
    const tenant = { jwtConfiguration: { timeToLiveInSeconds: wanted } }
    const patched = await ask(client().patchTenant(tenantId, { tenant }), () => true)
    if (patched.ok) {
      seconds = wanted
      return null
    }
    const why = patched.why === 'refused' ? refusalOf(setting, patched.status) : patched.reason
    return textOf('setup.failed', { what: textOf('thing.jwt-lifetime'), why })
  }

  /** Really waits, for the JWT in any case where that can be borne. */
  const outwait = async (milliseconds: number, needsJwtOver: boolean): Promise<Partial<Ending>> => {
    const left = needsJwtOver ? Math.max(0, lastExpiry + margin - now()) : 0
    const livesOn = left > longestWait
    const span = Math.max(milliseconds <= longestWait ? milliseconds : 0, livesOn ? 0 : left)
    if (span > 0) await wait(span)
    if (livesOn) {
      wasAskedInVain = true
      const problem = await setLifetime(lifetimes.short)
      const label = textOf('note.jwt-lives-on', { seconds: secondsOf(left), next: seconds })
      return { done: told('waits-for-jwt', label), problem }
    }
    const waited = { seconds: secondsOf(span) }
    if (!needsJwtOver)
      return span === 0 ? {} : { done: told('waits', textOf('note.waits', waited)) }
    const label = span === 0 ? textOf('note.jwt-is-over') : textOf('note.waits-for-jwt', waited)
    return { done: told('waits-for-jwt', label) }
  }

  return {
    watch: (answer) => {
      lastExpiry = Math.max(lastExpiry, lastExpiryIn(answer))
    },
    prepareFor: async (isJwtToRunOut) => {
      const isShort = usesJwt && (isJwtToRunOut || wasAskedInVain)
      const { short, usual } = lifetimes
      const problem = await setLifetime(isShort ? Math.min(short, usual) : usual)
      if (problem === null || isTold) return null
      isTold = true
      return problem
    },
    pass: async ({ milliseconds, ends }) => {
      const done: EndedCredential[] = []
      const problems: Text[] = []
      const tell = ({ done: one, problem }: Partial<Ending>): void => {
        if (one !== undefined) done.push(one)
        if (problem !== undefined && problem !== null) problems.push(problem)
      }
      const isJwtOver = lastExpiry > 0 && usesJwt && milliseconds >= lifetimes.usual * 1_000
      const waited = await outwait(milliseconds, isJwtOver || ends.includes('jwt'))
      tell(waited)
      // The applications' own sessions end by their own clock; a JWT says real times.
      const movesClock = !usesJwt && milliseconds > longestWait
      if (movesClock && (ends.length === 0 || ends.includes('session')))
        done.push(told('moves-clock', textOf('note.moves-clock'), 'Store'))
      if (waited.done === undefined && usesJwt && ends.length === 0)
        done.push(told('waits-not', textOf('note.waits-not')))
      skips.push({ at: now(), milliseconds: milliseconds > longestWait ? milliseconds : 0 })
      for (const what of ['refresh-token', 'sso-session'] as const) {
        const isOver = ends.includes(what) ? undefined : isOverOf(what)
        const ended = await endCredential(client(), userId, what, isOver)
        if (ended !== null) tell(ended)
      }
      const [problem] = problems
      return { done, movesClock, ...(problem === undefined ? {} : { problem }) }
    },
  }
}
