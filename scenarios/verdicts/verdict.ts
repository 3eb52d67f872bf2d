import type { WorkflowShape } from '../model/workflow-shape.ts'
import type { Workflow } from '../model/workflow.ts'
import {
  type VerdictRule,
  type RuleName,
  ruleNames,
  rules,
  type Standing,
  standings,
} from './rules.ts'

/** What the published articles conclude, in kinds. */
export type Grade =
  | 'safest'
  | 'safe-short'
  | 'secure-but-password'
  | 'same-site-only'
  | 'script-sees-it-briefly'
  | 'script-can-read-it'
  | 'device'
  | 'device-but-password'

/** A workflow's verdict: as its article had it, and as of today. */
export interface WorkflowVerdict {
  /** null for a workflow that the series does not have. */
  readonly published: { readonly grade: Grade; readonly recommended: boolean } | null
  readonly today: { readonly standing: Standing; readonly rules: readonly RuleName[] }
}

const gradeOf = ({ client, login, sessionStrategy, fusionauth }: WorkflowShape): Grade => {
  const isBackendForm = login === 'native' || login === 'password-grant'
  if (client === 'mobile') return isBackendForm ? 'device-but-password' : 'device'
  if (isBackendForm) return 'secure-but-password'
  if (login === 'authorization-code') return sessionStrategy === 'session' ? 'safe-short' : 'safest'
  if (sessionStrategy === 'jwt-local-storage') return 'script-can-read-it'
  return fusionauth === 'parent-domain' ? 'same-site-only' : 'script-sees-it-briefly'
}

/** The articles that the series itself marks as recommended. */
const isMarked = ({ client, login, sessionStrategy }: WorkflowShape): boolean =>
  client === 'mobile'
    ? login === 'native-at-fusionauth'
    : login === 'authorization-code' && sessionStrategy !== 'session+refresh'

const worst = (found: readonly Standing[]): Standing =>
  standings[Math.max(0, ...found.map((one) => standings.indexOf(one)))] ?? 'recommended'

/** The verdict on a workflow, from its row alone. */
export const verdictOf = (workflow: Workflow): WorkflowVerdict => {
  const found = ruleNames.filter((name) => rules[name].applies(workflow))
  return {
    published:
      workflow.published === null
        ? null
        : { grade: gradeOf(workflow), recommended: isMarked(workflow) },
    today: {
      standing: worst(found.flatMap((name) => rules[name].atBest ?? [])),
      rules: found,
    },
  }
}

export const ruleOf = (name: RuleName): VerdictRule => rules[name]
