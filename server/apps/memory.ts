import { randomText } from '../../scenarios/engine/random.ts'
import type { Json } from '../../scenarios/vocabulary.ts'
import type { ApplicationPorts, ApplicationSettings, User } from './settings.ts'

/** An application's session (the "session id" of the diagrams is its key). Times in milliseconds. */
export interface AppSession {
  readonly user: User
  /** FusionAuth's token for the user; it stays on the server. */
  readonly jwt: string
  readonly createdAt: number
  readonly expiresAt: number
}

/** A login under way: what must come back with the code (RFC 9700 §2.1, §4.7). */
export interface LoginAttempt {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  readonly expiresAt: number
}

/** A session ends after this much idle time. */
const sessionLifetime = 30 * 60_000

/** A login may take this long at FusionAuth. */
const attemptLifetime = 10 * 60_000

const shown = (session: AppSession): Json => ({
  user: { ...session.user },
  jwt: session.jwt,
  createdAt: new Date(session.createdAt).toISOString(),
  expiresAt: new Date(session.expiresAt).toISOString(),
})

/** What an application remembers on its server. Every change is told to the journal. */
export interface Memory {
  /** A new session under a new id, never one that the browser brought (session fixation). */
  createSession(user: User, jwt: string): string
  /** The living session of an id; an expired one is forgotten on sight. */
  session(id: string | undefined): AppSession | null
  /** Moves the end of a session to a full lifetime from now. */
  extendSession(id: string): void
  beginLogin(): { readonly id: string; readonly attempt: LoginAttempt }
  /** Takes a login attempt out: it can be used once. */
  takeLogin(id: string | undefined): LoginAttempt | null
  remember(user: User): void
  userById(id: string): User | null
  users(): readonly User[]
}

export const createMemory = (settings: ApplicationSettings, ports: ApplicationPorts): Memory => {
  const { clock, random, journal } = ports
  const sessions = new Map<string, AppSession>()
  const attempts = new Map<string, LoginAttempt>()
  const users = new Map<string, User>()
  const where = `${settings.name}.appSessions`

  const put = (id: string, session: AppSession): void => {
    const before = sessions.get(id)
    sessions.set(id, session)
    journal.changed(where, 'set', id, before === undefined ? null : shown(before), shown(session))
  }

  return {
    createSession: (user, jwt) => {
      const id = randomText(random, 20)
      const now = clock.now()
      put(id, { user, jwt, createdAt: now, expiresAt: now + sessionLifetime })
      return id
    },
    session: (id) => {
      const session = id === undefined ? undefined : sessions.get(id)
      if (id === undefined || session === undefined) return null
      if (session.expiresAt > clock.now()) return session
      sessions.delete(id)
      journal.changed(where, 'delete', id, shown(session), null)
      return null
    },
    extendSession: (id) => {
      const session = sessions.get(id)
      if (session !== undefined) put(id, { ...session, expiresAt: clock.now() + sessionLifetime })
    },
    beginLogin: () => {
      const id = randomText(random, 20)
      const attempt = {
        state: randomText(random, 20),
        nonce: randomText(random, 20),
        verifier: randomText(random, 32),
        expiresAt: clock.now() + attemptLifetime,
      }
      attempts.set(id, attempt)
      journal.changed(`${settings.name}.loginAttempts`, 'set', id, null, {
        state: attempt.state,
        nonce: attempt.nonce,
        code_verifier: attempt.verifier,
        expiresAt: new Date(attempt.expiresAt).toISOString(),
      })
      return { id, attempt }
    },
    takeLogin: (id) => {
      const attempt = id === undefined ? undefined : attempts.get(id)
      if (id === undefined || attempt === undefined) return null
      attempts.delete(id)
      journal.changed(
        `${settings.name}.loginAttempts`,
        'delete',
        id,
        { state: attempt.state },
        null,
      )
      return attempt.expiresAt > clock.now() ? attempt : null
    },
    remember: (user) => {
      users.set(user.id, user)
    },
    userById: (id) => users.get(id) ?? null,
    users: () => [...users.values()],
  }
}
