import type { Mutation } from './mutation.ts'
import { agent } from './rooms/agent.ts'
import { appTokens } from './rooms/apps-tokens.ts'
import { apps } from './rooms/apps.ts'
import { catalogue } from './rooms/catalogue.ts'
import { cookies } from './rooms/cookies.ts'
import { fusionauth } from './rooms/fusionauth.ts'
import { inBrowsers } from './rooms/in-browsers.ts'
import { machine } from './rooms/machine.ts'
import { narration } from './rooms/narration.ts'
import { node } from './rooms/node.ts'
import { operations } from './rooms/operations.ts'
import { packages } from './rooms/packages.ts'
import { ownLessons } from './rooms/own-lessons.ts'
import { player } from './rooms/player.ts'
import { projections } from './rooms/projections.ts'
import { runConnection } from './rooms/run-connection.ts'
import { runs } from './rooms/run.ts'
import { standInApi } from './rooms/stand-in-api.ts'
import { standInRules } from './rooms/stand-in-rules.ts'
import { standIn } from './rooms/stand-in.ts'
import { traceDiff } from './rooms/trace-diff.ts'

/** Every mistake that today's tests notice. */
export const mutations: readonly Mutation[] = [
  ...cookies,
  ...ownLessons,
  ...agent,
  ...runs,
  ...machine,
  ...catalogue,
  ...narration,
  ...traceDiff,
  ...projections,
  ...apps,
  ...appTokens,
  ...standIn,
  ...standInApi,
  ...standInRules,
  ...fusionauth,
  ...node,
  ...operations,
  ...player,
  ...runConnection,
  ...inBrowsers,
  ...packages,
]
