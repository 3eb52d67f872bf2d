import { randomText } from '../../scenarios/engine/random.ts'
import type { Json } from '../../scenarios/model/wire.ts'
import type { AppContext } from './context.ts'
import { clearTransactionCookie, readTransactionCookie, type TransactionKind } from './cookies.ts'
import type { ResponseParameters } from './parameters.ts'
import type { ApplicationPorts, ApplicationSettings } from './settings.ts'

/** Why a login was begun while the user was logged in already: to confirm an order. */
export type Purpose = 'order'

/**
 * A request that a browser was sent to FusionAuth with, until its response is back. The journal shows
 * it in traces, field by field.
 */
export interface Transaction {
  /** Absent for a plain login or logout. */
  readonly purpose?: Purpose
  /** What the response must repeat (RFC 6749 §10.12); absent where that is switched off. */
  readonly state?: string
  /** The value of the transaction cookie in the browser that was sent. */
  readonly browser: string
  /** In milliseconds since 1970. */
  readonly expiresAt: number
}

/** A logout under way (OpenID Connect RP-Initiated Logout §3). */
export interface LogoutTransaction extends Transaction {
  readonly state: string
}

/** A login under way: what its code is bound to (RFC 9700 §2.1, §4.7), as far as switched on. */
export interface LoginTransaction extends Transaction {
  readonly nonce?: string
  /** The PKCE code verifier (RFC 7636 §4.1). */
  readonly verifier?: string
}

/**
 * Pending transactions of one kind. Each is consumed once, by the browser that began it; a browser may
 * have several, one in each tab.
 */
export interface Transactions<T extends Transaction> {
  /** Begins a transaction; `cookie` is the browser's transaction cookie, if it has pending ones. */
  begin(cookie: string | undefined, purpose?: Purpose): T
  /**
   * Takes a transaction out; null when this browser has none of that state. Where no state is sent,
   * the browser's latest one.
   */
  consume(cookie: string | undefined, state: string | null): T | null
  hasPending(cookie: string | undefined): boolean
}

export interface PendingTransactions {
  readonly logins: Transactions<LoginTransaction>
  readonly logouts: Transactions<LogoutTransaction>
}

/** How long a transaction may take, in milliseconds. */
const lifetime = 10 * 60_000

const shown = ({ expiresAt, ...transaction }: Transaction): Json => ({
  ...transaction,
  expiresAt: new Date(expiresAt).toISOString(),
})

export const createPendingTransactions = (
  settings: ApplicationSettings,
  { clock, random, journal }: ApplicationPorts,
): PendingTransactions => {
  const { defences } = settings

  const createTransactions = <T extends Transaction>(
    table: string,
    sendsState: boolean,
    make: (base: LogoutTransaction) => T,
  ): Transactions<T> => {
    const pending = new Map<string, T>()
    const where = `${settings.name}.${table}`

    const remove = (key: string, transaction: T): void => {
      pending.delete(key)
      journal.changed(where, 'delete', key, shown(transaction), null)
    }

    const removeExpired = (): void => {
      for (const [key, transaction] of pending)
        if (transaction.expiresAt <= clock.now()) remove(key, transaction)
    }

    const keyOf = (cookie: string | undefined, state: string | null): string | null =>
      sendsState
        ? state
        : ([...pending].findLast(([, { browser }]) => browser === cookie)?.[0] ?? null)

    const hasPending = (cookie: string | undefined): boolean => {
      removeExpired()
      return [...pending.values()].some(({ browser }) => browser === cookie)
    }

    return {
      begin: (cookie, purpose) => {
        const isKnown = cookie !== undefined && hasPending(cookie)
        const browser = isKnown ? cookie : randomText(random, 20)
        const state = randomText(random, 20)
        const base = { browser, state, expiresAt: clock.now() + lifetime }
        const transaction = make(purpose === undefined ? base : { ...base, purpose })
        removeExpired()
        pending.set(state, transaction)
        journal.changed(where, 'set', state, null, shown(transaction))
        return transaction
      },
      consume: (cookie, state) => {
        removeExpired()
        const key = keyOf(cookie, state)
        const transaction = key === null ? undefined : pending.get(key)
        if (key === null || transaction === undefined || transaction.browser !== cookie) return null
        remove(key, transaction)
        return transaction
      },
      hasPending,
    }
  }

  return {
    // The names of the tables stand in recorded traces.
    logins: createTransactions(
      'loginAttempts',
      defences.state,
      ({ state, ...base }): LoginTransaction => ({
        ...base,
        ...(defences.state ? { state } : {}),
        ...(defences.nonce ? { nonce: randomText(random, 20) } : {}),
        ...(defences.pkce ? { verifier: randomText(random, 32) } : {}),
      }),
    ),
    logouts: createTransactions('logoutAttempts', true, (base) => base),
  }
}

/**
 * Consumes the transaction that a response belongs to: one of this very browser, by its cookie and by
 * the state that went with the request (RFC 9700 §4.7). The cookie is cleared with the last one.
 *
 * @returns null when there is none: the response is for another browser, or too late
 */
export const consumeTransaction = <T extends Transaction>(
  c: AppContext,
  kind: TransactionKind,
  transactions: Transactions<T>,
  response: ResponseParameters,
): T | null => {
  const cookie = readTransactionCookie(c, kind)
  const transaction = transactions.consume(cookie, response('state'))
  if (cookie !== undefined && !transactions.hasPending(cookie)) clearTransactionCookie(c, kind)
  return transaction
}
