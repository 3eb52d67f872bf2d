import type { DefenceSettings } from '../../scenarios/model/defence-settings.ts'
import { type Text, textOf } from '../../scenarios/model/text.ts'
import { ruleIds } from './policies.ts'

/**
 * Why a run cannot go to a real FusionAuth, and what to do instead; null when it can. Every workflow can,
 * and every setting of FusionAuth's, since a run has a tenant of its own there. What cannot be shown are
 * the rules that no setting of FusionAuth's leaves.
 */
export const obstacleAtRealServer = (
  settings: DefenceSettings,
  usual: DefenceSettings,
): Text | null => {
  const foreign = ruleIds.find((id) => settings[id] !== usual[id])
  return foreign === undefined ? null : textOf('problem.fusionauth-defence', { name: foreign })
}
