import { lessonByName, workflowBySlug } from '../../scenarios/catalogue/index.ts'
import { ProvisioningFailed } from '../fusionauth/provision.ts'
import type { RunTenants } from '../fusionauth/run-tenants.ts'
import { openRun } from '../run.ts'
import { WrongRequest } from '../wrong-request.ts'
import type { Config } from './config.ts'
import { openRunTenants, realEnvironment } from './real.ts'
import { createRehearsals } from '../rehearsals.ts'
import type { BeginRun } from './runs-interface.ts'
import { problemOf } from './problem.ts'
import { TextError } from '../../scenarios/model/text-error.ts'

/** As many lessons as a workshop or a docs site asks for again and again. */
const mostRehearsals = 40

/**
 * Opens runs as the configuration says: on the stand-in, or on a real FusionAuth, which is asked
 * anew for each run, so that one which comes up late is found.
 */
export const openerFor = (
  { fusionauth, bounds }: Pick<Config, 'fusionauth' | 'bounds'>,
  tenants: RunTenants = openRunTenants(bounds),
): BeginRun => {
  const rehearsals = createRehearsals(mostRehearsals)
  return async (options) => {
    const real =
      fusionauth === null
        ? undefined
        : await realEnvironment(fusionauth.url, fusionauth.apiKey, { tenants })
    if (real?.ok === false) return { problem: real.problem, reason: real.reason }
    try {
      return await openRun(options, {
        ...real?.environment,
        rehearsals,
        maximumMessages: bounds.messages,
        maximumBranches: bounds.branches,
      })
    } catch (error) {
      if (error instanceof ProvisioningFailed) return problemOf(error.reason)
      if (error instanceof TextError && !(error instanceof WrongRequest))
        return { ...problemOf(error.reason), field: 'history' }
      if (!(error instanceof WrongRequest)) throw error
      const workflow = workflowBySlug(options.workflow)
      const { lesson } = options
      const known =
        lesson === undefined ||
        (workflow !== undefined && lessonByName(workflow, lesson) !== undefined)
      return { ...problemOf(error.reason), field: known ? 'defences' : 'lesson' }
    }
  }
}
