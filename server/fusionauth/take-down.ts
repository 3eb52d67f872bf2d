import type { FusionAuthClient } from '@fusionauth/typescript-client'
import { sayEnglish } from '../../scenarios/i18n/en/index.ts'
import { ended } from '../../scenarios/model/sentence.ts'
import { textOf } from '../../scenarios/model/text.ts'
import { attempt, type Need, ProvisioningFailed } from './attempt.ts'

export const deleting: Need = { method: 'DELETE', endpoint: '/api/tenant' }

/** When taking away is tried again, in milliseconds after each try. */
export interface Pace {
  /** While the server lives. */
  readonly retries: readonly number[]
  /** When it is about to end. */
  readonly atEnd: readonly number[]
}

export interface TakeDownOptions {
  readonly pace: Pace
  /** Waits so many milliseconds, or until the signal. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>
  /** Hears what could not be taken away, a sentence. */
  readonly tell: (line: string) => void
}

/** A tenant that is to go. */
export interface Departing {
  readonly id: string
  /** Milliseconds since 1970 at which others take it away. */
  readonly takenByOthersAt: number
  readonly client: () => FusionAuthClient
  /**
   * Resolves when no call is under way that makes it: to true when one was not answered, so that it may
   * yet appear.
   */
  readonly mayAppear: Promise<boolean>
}

/** Takes tenants away by their ids, and tries again what did not succeed. */
export interface TakeDowns {
  begin(tenant: Departing): void
  /** Tries again what was given up. */
  again(): void
  /** From now on only a few quick tries are made. Resolves when all is done, or given up. */
  close(): Promise<void>
  /** Resolves when nothing is tried any more. */
  settled(): Promise<void>
}

const reasonOf = (error: unknown): string =>
  ended(error instanceof ProvisioningFailed ? sayEnglish(error.why) : String(error))

export const createTakeDowns = ({ pace, wait, tell }: TakeDownOptions): TakeDowns => {
  const pending = new Set<Promise<void>>()
  const givenUp = new Map<string, Departing>()
  const closing = new AbortController()

  /** Why it did not succeed; null when the tenant is gone, undefined when it never was there. */
  const tryOnce = async ({ id, client }: Departing): Promise<string | null | undefined> => {
    const thing = textOf('thing.tenant', { name: id })
    const asked = client()
    asked.setTenantId(null)
    try {
      const { kind } = await attempt(thing, deleting, asked.deleteTenant(id), () => true)
      return kind === 'done' ? null : undefined
    } catch (error) {
      return reasonOf(error)
    }
  }

  const tellOf = ({ id, takenByOthersAt }: Departing, why: string): void => {
    const next = closing.signal.aborted
      ? `It will be taken away by a Login Lab that runs at this FusionAuth after ${new Date(takenByOthersAt).toISOString()}, or by \`npm run provision -- --remove\`.`
      : 'It will be taken away by further tries, within minutes or once an hour.'
    tell(`The tenant ${id} of a run could not be taken away: ${why} ${next}`)
  }

  const takeDown = async (tenant: Departing): Promise<void> => {
    givenUp.delete(tenant.id)
    const mayAppear = await tenant.mayAppear
    const spans = pace.retries[Symbol.iterator]()
    const lastSpans = pace.atEnd[Symbol.iterator]()
    let isTold = false
    for (;;) {
      const why = await tryOnce(tenant)
      if (why === null || (why === undefined && !mayAppear)) return
      if (typeof why === 'string' && !isTold && !closing.signal.aborted) {
        tellOf(tenant, why)
        isTold = true
      }
      const { value: span } = (closing.signal.aborted ? lastSpans : spans).next()
      if (span === undefined) {
        if (why === undefined) return
        givenUp.set(tenant.id, tenant)
        if (closing.signal.aborted) tellOf(tenant, why)
        return
      }
      // At the end what is waited for is not waited for any longer.
      await (closing.signal.aborted
        ? wait(span, new AbortController().signal)
        : wait(span, closing.signal))
    }
  }

  const begin = (tenant: Departing): void => {
    const done = takeDown(tenant).finally(() => pending.delete(done))
    pending.add(done)
  }
  const again = (): void => {
    for (const tenant of givenUp.values()) begin(tenant)
  }
  const settled = async (): Promise<void> => {
    while (pending.size > 0) await Promise.all(pending)
  }

  return {
    begin,
    again,
    settled,
    close: () => {
      if (!closing.signal.aborted) {
        closing.abort()
        again()
      }
      return settled()
    },
  }
}
