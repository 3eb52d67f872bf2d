import type { CookieRole } from '../cookie-names.ts'
import type { Workflow } from '../../model/workflow.ts'
import { keepsRefreshToken, keepsSession } from '../../machine/credentials.ts'
import type { Carried } from './arrow.ts'

/** A workflow in the words that the published diagrams differ by. */
export interface PublishedWorkflow extends Workflow {
  readonly device: 'Browser' | 'Mobile'
  /** What an application is shown in cookies; what opens the door stands first. */
  readonly cookies: readonly CookieRole[]
  /** What the client keeps elsewhere and shows by itself, in the same order. */
  readonly carried: readonly Carried[]
  readonly hasSession: boolean
  readonly hasRefresh: boolean
  /** A script of the page gets its tokens from FusionAuth itself. */
  readonly isDirect: boolean
  readonly hasParentDomain: boolean
  readonly hasLocalStorage: boolean
}

const cookiesOf = ({ client, sessionStrategy, fusionauth }: Workflow): readonly CookieRole[] => {
  if (client === 'mobile' || sessionStrategy === 'jwt-local-storage') return []
  if (sessionStrategy === 'session') return ['session']
  if (sessionStrategy === 'session+refresh') return ['session', 'refresh-token']
  const both = sessionStrategy === 'jwt+refresh' || fusionauth === 'parent-domain'
  return both ? ['jwt', 'refresh-token'] : ['jwt']
}

const carriedOf = ({ client, sessionStrategy }: Workflow): readonly Carried[] => {
  if (client === 'mobile') return ['jwt', 'refresh-token']
  return sessionStrategy === 'jwt-local-storage' ? ['jwt'] : []
}

export const publishedWorkflowOf = (workflow: Workflow): PublishedWorkflow => ({
  ...workflow,
  device: workflow.client === 'mobile' ? 'Mobile' : 'Browser',
  cookies: cookiesOf(workflow),
  carried: carriedOf(workflow),
  hasSession: keepsSession(workflow),
  hasRefresh: keepsRefreshToken(workflow),
  isDirect: workflow.client === 'spa' && workflow.login === 'native-at-fusionauth',
  hasParentDomain: workflow.fusionauth === 'parent-domain',
  hasLocalStorage: workflow.sessionStrategy === 'jwt-local-storage',
})

/** The items where the condition holds, else none: for lists that differ by a row's traits. */
export const when = <const T>(condition: boolean, ...items: readonly T[]): readonly T[] =>
  condition ? items : []
