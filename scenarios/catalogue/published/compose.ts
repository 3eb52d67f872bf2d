import type { StolenCredential } from '../../model/credential.ts'
import type { Phase } from '../../model/participant.ts'
import type { Workflow } from '../../model/workflow.ts'
import { stolenCredentialsOf } from '../../machine/credentials.ts'
import type { ArrowTemplate, PublishedArrow } from './arrow.ts'
import { type PublishedWorkflow, publishedWorkflowOf, when } from './published-workflow.ts'
import { load } from './loading.ts'
import { initialize, logIn } from './logging-in.ts'
import { refresh, relogin } from './renewing.ts'
import { stolenKey, stolenRefreshToken } from './stealing.ts'

type PublishedChapter = readonly (readonly [Phase, ArrowTemplate])[]

const chapter = (phase: Phase, arrows: readonly ArrowTemplate[]): PublishedChapter =>
  arrows.map((arrow) => [phase, arrow])

/** The session that a login begins, and the answer that brings it, are a chapter of their own. */
const login = (published: PublishedWorkflow): PublishedChapter => {
  const arrows = logIn(published, 'Store')
  const isCreated = (arrow: ArrowTemplate | undefined) =>
    arrow?.kind === 'self' && arrow.from === 'Store'
  return arrows.map((arrow, index) => [
    isCreated(arrow) || isCreated(arrows[index - 1]) ? 'create-session' : 'login',
    arrow,
  ])
}

const theft = (published: PublishedWorkflow, credential: StolenCredential): PublishedChapter =>
  credential === 'refresh-token'
    ? chapter('stolen-refresh-token', stolenRefreshToken(published))
    : chapter(published.hasSession ? 'stolen-session-id' : 'stolen-jwt', stolenKey(published))

/**
 * The arrows of a workflow's published diagram, in order, numbered as published; none for a workflow
 * that was not published. They follow from its row: client, login, session strategy, single sign-on, and where
 * FusionAuth lives.
 */
export const publishedArrows = (workflow: Workflow): readonly PublishedArrow[] => {
  if (workflow.published === null) return []
  const published = publishedWorkflowOf(workflow)
  const chapters: readonly PublishedChapter[] = [
    chapter('initialize', initialize(published, 'Store')),
    login(published),
    chapter('load-cart', load(published, 'Store')),
    chapter('refresh', refresh(published)),
    chapter('relogin', relogin(published)),
    ...when(
      published.client !== 'mobile',
      chapter('forums-initialize', initialize(published, 'Forums')),
      chapter('forums-login', logIn(published, 'Forums')),
      chapter('forums-load', load(published, 'Forums')),
    ),
    ...stolenCredentialsOf(workflow).map((credential) => theft(published, credential)),
  ]
  return chapters.flat().map(([phase, arrow], index) => ({ ...arrow, phase, n: index + 1 }))
}
