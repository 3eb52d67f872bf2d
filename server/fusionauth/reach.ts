import type { Workflow } from '../../scenarios/model/workflow.ts'
import { keepsSession } from '../../scenarios/machine/credentials.ts'
import { defenceIds } from '../../scenarios/defences/defence.ts'
import type { DefenceSettings } from '../../scenarios/model/defence-settings.ts'
import { defences } from '../../scenarios/defences/table.ts'

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
): string | null => {
  if (!playsAtRealServer(workflow))
    return `"${workflow.title}" runs on the stand-in only: a real FusionAuth is set up once for all runs, and its JWTs cannot be ended before their time. Choose a workflow with sessions, or leave the address of FusionAuth out.`
  const foreign = defenceIds.find(
    (id) => defences[id].where === 'FusionAuth' && settings[id] !== usual[id],
  )
  return foreign === undefined
    ? null
    : `The defence "${foreign}" is FusionAuth's own, and a real FusionAuth is set up once for all runs. Leave it as it is, choose the profile "hardened", or leave the address of FusionAuth out.`
}
