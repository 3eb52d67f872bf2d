import type { SnapshotFrom } from 'xstate'
import type { WorkflowShape } from '../../../scenarios/model/workflow-shape.ts'
import type { LabMachine } from '../../../scenarios/machine/compose.ts'
import { deadline } from '../../../scenarios/machine/context.ts'
import type { Profile } from '../../../scenarios/model/client.ts'
import type { ExpiringCredential, StolenCredential } from '../../../scenarios/model/credential.ts'
import type { LabEvent } from '../../../scenarios/model/event.ts'
import type { ApplicationName } from '../../../scenarios/model/participant.ts'
import type { Json } from '../../../scenarios/model/wire.ts'

/** A part of what can be done in a run, explored by itself: all of it together is too much. */
export type At = SnapshotFrom<LabMachine>

export interface Scope {
  readonly name: string
  /** Switches that it needs. */
  readonly defences?: Readonly<Record<string, Json>>
  readonly profile?: Profile
  /** The workflows in which it is about something; all when absent. */
  readonly applies?: (shape: WorkflowShape) => boolean
  /** What is thought of at a decision point; the machine decides whether it may be. */
  readonly events: (at: At) => readonly LabEvent[]
}

export const minute = 60_000

export const moving = (app: ApplicationName): LabEvent[] => [
  { type: 'learner.open', app },
  { type: 'learner.login', app },
  { type: 'learner.submit', app, credentials: 'right' },
  { type: 'learner.load', app },
  { type: 'learner.logout', app },
]

/** Time runs to the end of something, unless another thing ends within the same minute. */
export const expiring = ({ context }: At, ...all: readonly ExpiringCredential[]): LabEvent[] => {
  const { expected } = context
  const ends = [
    ...Object.values(expected.applications).flatMap(({ session, jwt, refreshToken }) => [
      session,
      jwt,
      refreshToken,
    ]),
    expected.ssoSession,
  ]
  const isAlone = (what: ExpiringCredential): boolean => {
    const end = deadline(context, what)
    return ends.every((other) => other === end || Math.abs(other - end) > minute)
  }
  return all.filter(isAlone).map((what) => ({ type: 'clock.expire', what }))
}

export const arriving = (): LabEvent[] =>
  moving('Store').filter(({ type }) => type !== 'learner.load' && type !== 'learner.logout')

export const stealing = (...all: readonly StolenCredential[]): LabEvent[] =>
  all.map((what) => ({ type: 'hacker.steal', what }))

/** A form that is left open for so long is refused when it is sent: that is tried in free-play.test.ts. */
export const hasOpenForm = ({ value }: At): boolean =>
  value.Store === 'form' || value.Forums === 'form'

export const isAtWork = (at: At): boolean => at.value.Hacker !== 'empty'
