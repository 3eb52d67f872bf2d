import type { Workflow } from '../../scenarios/model/workflow.ts'
import { keepsSession } from '../../scenarios/machine/credentials.ts'
import { defenceIds } from '../../scenarios/defences/defence.ts'
import type { DefenceSettings } from '../../scenarios/model/defence-settings.ts'
import { defences } from '../../scenarios/defences/table.ts'
import { type Text, textOf } from '../../scenarios/model/text.ts'

/**
 * Whether a real FusionAuth plays a workflow to its end. It is set up once for all runs: for web
 * applications and backends that log users in by code, password grant or Login API. And it keeps real
 * time: a JWT that a device holds is over when its hour has passed, and no call ends it before.
 */
export const playsAtRealServer = (workflow: Workflow): boolean =>
  keepsSession(workflow) &&
  workflow.client !== 'mobile' &&
  workflow.login !== 'implicit' &&
  workflow.login !== 'native-at-fusionauth'

/** Why a run cannot go to a real FusionAuth, and what to do instead; null when it can. */
export const obstacleAtRealServer = (
  workflow: Workflow,
  settings: DefenceSettings,
  usual: DefenceSettings,
): Text | null => {
  if (!playsAtRealServer(workflow))
    return textOf('problem.stand-in-only', { workflow: workflow.title })
  const foreign = defenceIds.find(
    (id) => defences[id].where === 'FusionAuth' && settings[id] !== usual[id],
  )
  return foreign === undefined ? null : textOf('problem.fusionauth-defence', { name: foreign })
}
