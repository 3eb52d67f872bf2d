import type { Mutation } from './mutation.ts'
import { apps } from './rooms/apps.ts'
import { appTokens } from './rooms/apps-tokens.ts'
import { around } from './rooms/around.ts'
import { browser } from './rooms/browser.ts'
import { inBrowsers } from './rooms/browsers.ts'
import { catalogue } from './rooms/catalogue.ts'
import { cookies } from './rooms/cookies.ts'
import { elsewhere } from './rooms/elsewhere.ts'
import { node } from './rooms/node.ts'
import { player } from './rooms/player.ts'
import { runs } from './rooms/run.ts'
import { standIn } from './rooms/stand-in.ts'
import { standInApi } from './rooms/stand-in-api.ts'
import { telling } from './rooms/telling.ts'
import { view } from './rooms/view.ts'

/** Every mistake that today's tests notice. */
export const mutations: readonly Mutation[] = [
  ...cookies,
  ...browser,
  ...runs,
  ...catalogue,
  ...telling,
  ...view,
  ...apps,
  ...appTokens,
  ...standIn,
  ...standInApi,
  ...around,
  ...node,
  ...player,
  ...elsewhere,
  ...inBrowsers,
]
