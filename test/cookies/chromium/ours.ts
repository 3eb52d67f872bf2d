import {
  chromiumPolicy,
  emptyJar,
  expire,
  receive,
  scriptView,
  select,
} from '../../../scenarios/engine/cookie-jar.ts'
import type { Cookie } from '../../../scenarios/model/cookie.ts'
import {
  byKey,
  type Case,
  isTopLevel,
  type Kept,
  methodOf,
  type Observed,
  pageAfter,
} from './script.ts'

const day = 24 * 60 * 60 * 1000

const keptFrom = (cookie: Cookie, now: number): Kept => ({
  name: cookie.name,
  value: cookie.value,
  domain: cookie.domain,
  hostOnly: cookie.hostOnly,
  path: cookie.path,
  secure: cookie.secure,
  httpOnly: cookie.httpOnly,
  sameSite: cookie.sameSite === 'default' ? 'lax' : cookie.sameSite,
  days: cookie.expiresAt === null ? null : Math.round((cookie.expiresAt - now) / day),
})

/** Acts a case out with our jar, from a time on. */
export const actOut = (script: Case, begun: number): Observed => {
  const policy = {
    blockThirdParty: script.blockThirdParty ?? false,
    laxAllowingUnsafe: script.shortWindow === true ? 10_000 : chromiumPolicy.laxAllowingUnsafe,
  }
  let now = begun
  let jar = emptyJar
  const requests: string[] = []
  const request = (
    url: string,
    set: readonly string[],
    how: { readonly method: string; readonly initiator: string | null; readonly topLevel: boolean },
  ) => {
    const situation = { url, now, ...how }
    const selected = select(expire(jar, now).jar, situation, 'Browser', policy)
    requests.push(selected.header)
    jar = receive(selected.jar, set, situation, 'Browser', policy).jar
  }
  let page: string | null = null
  for (const step of script.steps) {
    const { by, from = null, hops, after = 0 } = step
    now += after * 1000
    const initiator = by === 'stay' ? page : from
    if (from !== null) request(from, [], { method: 'GET', initiator: null, topLevel: true })
    let method = methodOf(by)
    for (const { url, set = [], status = 302 } of hops) {
      request(url, set, { method, initiator, topLevel: isTopLevel(by) })
      if (status !== 307) method = 'GET'
    }
    page = pageAfter(step, page)
  }
  return {
    requests,
    script: scriptView(jar, page ?? 'about:blank', now),
    kept: jar.map((cookie) => keptFrom(cookie, now)).toSorted(byKey),
  }
}
