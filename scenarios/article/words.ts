import type { ClientType, SessionStrategy, Login } from '../model/client.ts'
import type { Participant, Phase } from '../model/participant.ts'

/** The texts of an article that no trace holds, in one language. */
export interface ArticleWords {
  readonly client: Readonly<Record<ClientType, string>>
  readonly login: Readonly<Record<Login, string>>
  readonly sessionStrategy: Readonly<Record<SessionStrategy, string>>
  readonly singleSignOn: string
  readonly noSingleSignOn: string
  /** How the run was made; the lesson by its title. */
  readonly standIn: (lesson: string, messages: number) => string
  readonly real: (lesson: string, messages: number, version: string) => string
  readonly hardened: string
  readonly realSecrets: string
  readonly diagram: string
  readonly messages: string
  readonly way: (from: Participant, to: Participant) => string
  readonly corrected: string
  readonly simulated: string
  readonly unpublished: string
  readonly outcomes: string
  readonly yes: string
  readonly no: string
  readonly evidence: (numbers: readonly number[]) => string
  readonly outcome: (id: string, phase: Phase | null) => string
  readonly errata: string
  readonly errataIntroduction: string
  readonly assumptions: string
  readonly assumptionsIntroduction: string
  readonly at: (numbers: readonly number[]) => string
}
