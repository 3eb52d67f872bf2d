import type { Loot, Phase } from '../../vocabulary.ts'
import type { Workflow } from '../workflow.ts'
import { lootOf } from '../workflows.ts'
import type { Arrow, PublishedArrow } from './arrow.ts'
import { type Cast, castOf, when } from './cast.ts'
import { load } from './loading.ts'
import { initialize, logIn } from './logging-in.ts'
import { refresh, relogin } from './renewing.ts'
import { stolenKey, stolenRefreshToken } from './stealing.ts'

type Chapter = readonly (readonly [Phase, Arrow])[]

const chapter = (phase: Phase, arrows: readonly Arrow[]): Chapter =>
  arrows.map((arrow) => [phase, arrow])

/** The session that a login begins, and the answer that brings it, are a chapter of their own. */
const login = (cast: Cast): Chapter => {
  const arrows = logIn(cast, 'Store')
  const isCreated = (arrow: Arrow | undefined) => arrow?.kind === 'self' && arrow.from === 'Store'
  return arrows.map((arrow, index) => [
    isCreated(arrow) || isCreated(arrows[index - 1]) ? 'create-session' : 'login',
    arrow,
  ])
}

const theft = (cast: Cast, loot: Loot): Chapter =>
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
  const cast = castOf(workflow)
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
    ...lootOf(workflow).map((loot) => theft(cast, loot)),
  ]
  return chapters.flat().map(([phase, arrow], index) => ({ ...arrow, phase, n: index + 1 }))
}
