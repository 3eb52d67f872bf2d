import { randomText } from '../../scenarios/engine/random.ts'
import type { Json } from '../../scenarios/vocabulary.ts'
import { type PendingTransactions, createPendingTransactions } from './transactions.ts'
import type { ApplicationPorts, ApplicationSettings, User } from './settings.ts'

/** An application's session (the "session id" of the diagrams is its key). Times in milliseconds. */
export interface AppSession {
  readonly user: User
  /** FusionAuth's token for the user; it stays on the server. */
  readonly jwt: string
  readonly createdAt: number
  readonly expiresAt: number
  /** What kind of client it was opened by, where sessions are bound to it. */
  readonly agent?: string
}

const minute = 60_000

const shown = (session: AppSession): Json => ({
  user: { ...session.user },
  jwt: session.jwt,
  createdAt: new Date(session.createdAt).toISOString(),
  expiresAt: new Date(session.expiresAt).toISOString(),
  ...(session.agent === undefined ? {} : { agent: session.agent }),
})

/** Who is at the other end of a session. */
export interface PresentedSession {
  /** The session id that was brought. */
  readonly sid?: string | undefined
  /** The `user-agent` of the request. */
  readonly agent?: string | undefined
}

/** What an application remembers on its server. Every change of a session is told to the journal. */
export interface Memory extends PendingTransactions {
  /**
   * A new session under a new id, never one that the browser brought (session fixation); the one that
   * it brought is over. Where that is switched off, the id goes on.
   */
  createSession(user: User, jwt: string, presented: PresentedSession): string
  /** The living session of an id; an expired one, or one in strange hands, is forgotten on sight. */
  findSession(presented: PresentedSession): AppSession | null
  /** Moves the end of a session to a full idle time from now, never past its longest life. */
  touchSession(id: string): void
  /** Forgets a session; says whether there was one. */
  endSession(id: string | undefined): boolean
  /** Forgets all sessions of a user; says how many there were. */
  endUserSessions(userId: string): number
  /** Remembers who logged in, and whose refresh token it is. */
  saveUser(user: User, refreshToken: string | null): void
  userById(id: string): User | null
  /** Who got a refresh token; null for one that the application never gave out. */
  userByRefreshToken(refreshToken: string): User | null
  deleteRefreshToken(refreshToken: string): void
  users(): readonly User[]
}

export const createMemory = (settings: ApplicationSettings, ports: ApplicationPorts): Memory => {
  const { clock, random, journal } = ports
  const sessions = new Map<string, AppSession>()
  const users = new Map<string, User>()
  const refreshTokenUsers = new Map<string, User>()
  const where = `${settings.name}.appSessions`
  const { defences } = settings
  const idleLifetime = defences['session-idle-minutes'] * minute
  const absoluteLifetime = defences['session-absolute-minutes'] * minute

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

  const isOfAnotherClient = (session: AppSession, { agent }: PresentedSession): boolean =>
    defences['client-binding'] && session.agent !== agent

  return {
    ...createPendingTransactions(settings, ports),
    createSession: (user, jwt, { sid: brought, agent }) => {
      const keepsId = brought !== undefined && !defences['new-id-at-login']
      const id = keepsId ? brought : randomText(random, 20)
      const now = clock.now()
      const bound = defences['client-binding'] && agent !== undefined ? { agent } : {}
      const expiresAt = now + Math.min(idleLifetime, absoluteLifetime)
      put(id, { user, jwt, createdAt: now, expiresAt, ...bound })
      if (!keepsId) endSession(brought)
      return id
    },
    findSession: (presented) => {
      const { sid: id } = presented
      const session = id === undefined ? undefined : sessions.get(id)
      if (session === undefined) return null
      if (!isOfAnotherClient(session, presented) && session.expiresAt > clock.now()) return session
      endSession(id)
      return null
    },
    touchSession: (id) => {
      const session = sessions.get(id)
      if (session === undefined) return
      const latest = session.createdAt + absoluteLifetime
      put(id, { ...session, expiresAt: Math.min(clock.now() + idleLifetime, latest) })
    },
    endSession,
    endUserSessions: (userId) => {
      const ids = [...sessions].filter(([, { user }]) => user.id === userId).map(([id]) => id)
      for (const id of ids) endSession(id)
      return ids.length
    },
    saveUser: (user, refreshToken) => {
      users.set(user.id, user)
      if (refreshToken !== null) refreshTokenUsers.set(refreshToken, user)
    },
    userById: (id) => users.get(id) ?? null,
    userByRefreshToken: (refreshToken) => refreshTokenUsers.get(refreshToken) ?? null,
    deleteRefreshToken: (refreshToken) => {
      refreshTokenUsers.delete(refreshToken)
    },
    users: () => [...users.values()],
  }
}
