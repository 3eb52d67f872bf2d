import type { StolenCredential } from '../../model/credential.ts'
import type { Phase } from '../../model/participant.ts'
import type { Workflow } from '../../model/workflow.ts'
import { stolenCredentialsOf } from '../../machine/credentials.ts'
import type { ArrowTemplate, PublishedArrow } from './arrow.ts'
import { type PublishedWorkflow, publishedWorkflowOf, when } from './cast.ts'
import { load } from './loading.ts'
import { initialize, logIn } from './logging-in.ts'
import { refresh, relogin } from './renewing.ts'
import { stolenKey, stolenRefreshToken } from './stealing.ts'

type Chapter = readonly (readonly [Phase, ArrowTemplate])[]

const chapter = (phase: Phase, arrows: readonly ArrowTemplate[]): Chapter =>
  arrows.map((arrow) => [phase, arrow])

/** The session that a login begins, and the answer that brings it, are a chapter of their own. */
const login = (cast: PublishedWorkflow): Chapter => {
  const arrows = logIn(cast, 'Store')
  const isCreated = (arrow: ArrowTemplate | undefined) =>
    arrow?.kind === 'self' && arrow.from === 'Store'
  return arrows.map((arrow, index) => [
    isCreated(arrow) || isCreated(arrows[index - 1]) ? 'create-session' : 'login',
    arrow,
  ])
}

const theft = (cast: PublishedWorkflow, loot: StolenCredential): Chapter =>
  loot === 'refresh-token'
    ? chapter('stolen-refresh-token', stolenRefreshToken(cast))
    : chapter(cast.hasSession ? 'stolen-session-id' : 'stolen-jwt', stolenKey(cast))

/**
 * The arrows of a workflow's published diagram, in order, numbered as published; none for a workflow
 * that was not published. They follow from its row: client, login, session strategy, single sign-on, and where
 * FusionAuth lives.
 */
export const publishedArrows = (workflow: Workflow): readonly PublishedArrow[] => {
  if (workflow.published === null) return []
  const cast = publishedWorkflowOf(workflow)
  const chapters: readonly Chapter[] = [
    chapter('initialize', initialize(cast, 'Store')),
    login(cast),
    chapter('load-cart', load(cast, 'Store')),
    chapter('refresh', refresh(cast)),
    chapter('relogin', relogin(cast)),
    ...when(
      cast.client !== 'mobile',
      chapter('forums-initialize', initialize(cast, 'Forums')),
      chapter('forums-login', logIn(cast, 'Forums')),
      chapter('forums-load', load(cast, 'Forums')),
    ),
    ...stolenCredentialsOf(workflow).map((loot) => theft(cast, loot)),
  ]
  return chapters.flat().map(([phase, arrow], index) => ({ ...arrow, phase, n: index + 1 }))
}
