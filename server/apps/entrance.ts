import type { AppContext } from './cookies.ts'
import { leadOn } from './hop.ts'
import type { House } from './house.ts'
import type { Carried } from './keeping.ts'
import type { Tokens } from './settings.ts'

/** Lets in whoever has just logged in; gives what a JSON answer must carry. */
export const letIn = (c: AppContext, { keeping }: House, tokens: Tokens): Carried =>
  keeping.hand(c, keeping.issue(tokens, keeping.brought(c), c.env.exchange))

/** Where a login that came by navigation ends: at the protected page, or at the single-page app. */
export const arrive = (c: AppContext, { settings }: House): Response | Promise<Response> =>
  leadOn(c, settings, settings.client === 'spa' ? '/' : settings.protectedPath)
