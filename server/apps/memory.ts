import { randomText } from '../../scenarios/engine/random.ts'
import type { Json } from '../../scenarios/model/wire.ts'
import type { ApplicationPorts, ApplicationSettings, User } from './settings.ts'
import { createPendingTransactions, type PendingTransactions } from './transactions.ts'

/** A session on the application's server, found by its id. Times in milliseconds since 1970. */
export interface AppSession {
  readonly user: User
  /** FusionAuth's token for the user; it stays on the server. */
  readonly jwt: string
  readonly createdAt: number
  readonly expiresAt: number
  /** The `user-agent` of the client that logged in, where sessions are bound to it. */
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

/** What a request presents to be recognized by. */
export interface PresentedSession {
  /** The session id in its cookie. */
  readonly sid?: string | undefined
  /** The `user-agent` of the request. */
  readonly agent?: string | undefined
}

/** What an application stores on its server. The journal records every change of a session. */
export interface Memory extends PendingTransactions {
  /**
   * Creates a session and returns its id: a new one, and the session whose id was presented ends
   * (session fixation). Where `new-id-at-login` is off, the presented id is used again.
   */
  createSession(user: User, jwt: string, presented: PresentedSession): string
  /**
   * The valid session of an id; null when there is none. An expired one ends here, and so does one that
   * is bound to another client.
   */
  findSession(presented: PresentedSession): AppSession | null
  /** Extends a session to a full idle time from now, at most to its absolute lifetime. */
  touchSession(id: string): void
  /** Deletes a session; returns whether there was one. */
  endSession(id: string | undefined): boolean
  /** Deletes all sessions of a user; returns how many there were. */
  endUserSessions(userId: string): number
  /** Stores who logged in, and whose refresh token it is. */
  saveUser(user: User, refreshToken: string | null): void
  userById(id: string): User | null
  /** The user of a refresh token; null for one that is not of this application. */
  userByRefreshToken(refreshToken: string): User | null
  deleteRefreshToken(refreshToken: string): void
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
    createSession: (user, jwt, { sid: presentedId, agent }) => {
      const keepsId = presentedId !== undefined && !defences['new-id-at-login']
      const id = keepsId ? presentedId : randomText(random, 20)
      const now = clock.now()
      const bound = defences['client-binding'] && agent !== undefined ? { agent } : {}
      const expiresAt = now + Math.min(idleLifetime, absoluteLifetime)
      put(id, { user, jwt, createdAt: now, expiresAt, ...bound })
      if (!keepsId) endSession(presentedId)
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
  }
}
