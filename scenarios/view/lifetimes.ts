import type { Secret, SecretKind } from './secrets.ts'

/** How much of a secret's life is left. */
export interface Lifetime {
  readonly secret: Secret
  /** Milliseconds on the protocol clock; 0 when it is over. */
  readonly left: number
  /** What is left as a share of the whole, 0 to 1. */
  readonly share: number
}

const timed: readonly SecretKind[] = ['session-id', 'refresh-token', 'sso-session']

/**
 * The newest session, refresh token and single sign-on session after `k` messages, with the time
 * they have left at `now` (ms on the protocol clock). Those that nobody gave an end are left out.
 */
export const lifetimesAt = (secrets: readonly Secret[], k: number, now: number): Lifetime[] =>
  timed.flatMap((kind) => {
    const secret = secrets.findLast((one) => one.kind === kind && one.bornAt <= k)
    const turn = secret?.turns.findLast(({ from, alive }) => alive && from <= k)
    if (secret === undefined || turn?.expiresAt == null) return []
    const isOver = secret.turns.findLast(({ from }) => from <= k)?.alive === false
    const left = isOver ? 0 : Math.max(0, turn.expiresAt - now)
    return [{ secret, left, share: Math.min(1, left / Math.max(1, turn.expiresAt - turn.at)) }]
  })
