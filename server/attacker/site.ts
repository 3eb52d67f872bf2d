import type { HackerPage } from '../../scenarios/engine/ports.ts'
import type { WireRequest, WireResponse } from '../../scenarios/model/wire.ts'

/** The Hacker's own web site: what they put online, and an ear for whatever is sent there. */
export interface HackerSite {
  publish(path: string, page: HackerPage): void
  handle(request: WireRequest): Promise<WireResponse>
}

/** Nothing to see: a picture that is loaded, a script's message that arrived. */
const nothing: WireResponse = { status: 204, headers: [], body: '' }

export const createHackerSite = (): HackerSite => {
  const pages = new Map<string, HackerPage>()
  return {
    publish: (path, page) => void pages.set(path, page),
    handle: ({ url }) => {
      const page = pages.get(new URL(url).pathname)
      if (page === undefined) return Promise.resolve(nothing)
      const headers = [
        ['content-type', 'text/html; charset=UTF-8'],
        ...(page.headers ?? []),
      ] as const
      return Promise.resolve({ status: 200, headers: [...headers], body: page.html })
    },
  }
}
