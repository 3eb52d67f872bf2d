import type { Recorder } from '../recorder.ts'
import type { Asking } from '../script/fetch.ts'
import { forbids } from '../script/policy.ts'
import { origin } from '../site.ts'
import type { AgentName } from '../../model/participant.ts'
import type { Exchanges } from './exchange.ts'
import { navigationHeaders, partHeaders } from './headers.ts'
import { textOf } from '../../model/text.ts'

/** Asks for pictures and frames of pages; nobody reads the answers. */
export interface Subresources {
  ask(asking: Asking, url: string, what: 'image' | 'frame'): Promise<void>
  /** All that a page has, in its order. */
  askAll(asking: Asking): Promise<void>
}

export const createSubresources = (
  name: AgentName,
  recorder: Recorder,
  exchanges: Exchanges,
): Subresources => {
  const ask: Subresources['ask'] = async ({ page, policy }, url, what) => {
    const refusal = forbids(policy, page.url, { kind: what, url })
    if (refusal !== null) {
      const label = textOf('note.blocked-by-policy', { directive: refusal.directive })
      return recorder.aside(name, 'blocked-by-csp', label, 'real')
    }
    const method = 'GET'
    const hop = { method, url, body: '', referrer: page, crossSiteChain: false }
    const picture = {
      page,
      method,
      url,
      given: [],
      mode: 'no-cors',
      destination: 'image',
      origin: origin(page.url) ?? 'null',
    } as const
    await exchanges.send({
      method,
      url,
      headers: what === 'frame' ? navigationHeaders(hop, 'iframe') : partHeaders(picture),
      body: '',
      initiator: page.url,
      topLevel: false,
      withCookies: true,
      by: what,
    })
  }
  return {
    ask,
    askAll: async (asking) => {
      for (const url of asking.page.images) await ask(asking, url, 'image')
      for (const url of asking.page.frames) await ask(asking, url, 'frame')
    },
  }
}
