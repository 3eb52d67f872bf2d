import { randomText } from '../../scenarios/engine/random.ts'
import type { Json } from '../../scenarios/vocabulary.ts'
import { type Attempts, createAttempts } from './attempts.ts'
import type { ApplicationPorts, ApplicationSettings, User } from './settings.ts'

/** An application's session (the "session id" of the diagrams is its key). Times in milliseconds. */
export interface AppSession {
  readonly user: User
  /** FusionAuth's token for the user; it stays on the server. */
  readonly jwt: string
  readonly createdAt: number
  readonly expiresAt: number
}

/** A session ends after this much idle time, and after the longest life however busy it is. */
const idleLifetime = 30 * 60_000
const longestLifetime = 12 * 3_600_000

const shown = (session: AppSession): Json => ({
  user: { ...session.user },
  jwt: session.jwt,
  createdAt: new Date(session.createdAt).toISOString(),
  expiresAt: new Date(session.expiresAt).toISOString(),
})

/** What an application remembers on its server. Every change of a session is told to the journal. */
export interface Memory extends Attempts {
  /** A new session under a new id, never one that the browser brought (session fixation). */
  createSession(user: User, jwt: string): string
  /** The living session of an id; an expired one is forgotten on sight. */
  session(id: string | undefined): AppSession | null
  /** Moves the end of a session to a full idle time from now, never past its longest life. */
  extendSession(id: string): void
  /** Forgets a session; says whether there was one. */
  endSession(id: string | undefined): boolean
  /** Remembers who logged in, and whose refresh token it is. */
  remember(user: User, refreshToken: string | null): void
  userById(id: string): User | null
  /** Who got a refresh token; null for one that the application never gave out. */
  holderOf(refreshToken: string): User | null
  forgetToken(refreshToken: string): void
  users(): readonly User[]
}

export const createMemory = (settings: ApplicationSettings, ports: ApplicationPorts): Memory => {
  const { clock, random, journal } = ports
  const sessions = new Map<string, AppSession>()
  const users = new Map<string, User>()
  const holders = new Map<string, User>()
  const where = `${settings.name}.appSessions`

  const put = (id: string, session: AppSession): void => {
    const before = sessions.get(id)
    sessions.set(id, session)
    journal.changed(where, 'set', id, before === undefined ? null : shown(before), shown(session))
  }

  const endSession = (id: string | undefined): boolean => {
    const session = id === undefined ? undefined : sessions.get(id)
    if (id === undefined || session === undefined) return false
    sessions.delete(id)
    journal.changed(where, 'delete', id, shown(session), null)
    return true
  }

  return {
    ...createAttempts(settings, ports),
    createSession: (user, jwt) => {
      const id = randomText(random, 20)
      const now = clock.now()
      put(id, { user, jwt, createdAt: now, expiresAt: now + idleLifetime })
      return id
    },
    session: (id) => {
      const session = id === undefined ? undefined : sessions.get(id)
      if (session === undefined) return null
      if (session.expiresAt > clock.now()) return session
      endSession(id)
      return null
    },
    extendSession: (id) => {
      const session = sessions.get(id)
      if (session === undefined) return
      const latest = session.createdAt + longestLifetime
      put(id, { ...session, expiresAt: Math.min(clock.now() + idleLifetime, latest) })
    },
    endSession,
    remember: (user, refreshToken) => {
      users.set(user.id, user)
      if (refreshToken !== null) holders.set(refreshToken, user)
    },
    userById: (id) => users.get(id) ?? null,
    holderOf: (refreshToken) => holders.get(refreshToken) ?? null,
    forgetToken: (refreshToken) => {
      holders.delete(refreshToken)
    },
    users: () => [...users.values()],
  }
}
