import type { WorkflowShape } from '../model/workflow-shape.ts'
import type { LabEvent } from '../model/event.ts'
import type { Attack } from './attack.ts'
import { incidents } from './incidents.ts'
import { cartsOfHacker, outcome, pagesOfHacker, tokensOfHacker } from './judging.ts'
import { begin, codeOfVictim, isCallback, logIn, parameter, redeem } from './moves.ts'
import { goesTo, sendsItself } from './pages.ts'
import { known } from './preludes.ts'
import type { AttackContext } from '../engine/attack-port.ts'
import { isServerSide } from './shapes.ts'
import { textOf } from '../model/text.ts'

/** Attacks on the code itself: leaked, swapped, forced on somebody, used again (RFC 9700 §4). */

const arrive: LabEvent = { type: 'learner.open', app: 'Store' }

const codeLeak: Attack = {
  id: 'code-leak',
  row: 'B1',
  incident: null,
  tries: isServerSide,
  weak: () => ({ pkce: false, 'client-authentication': false }),
  prelude: () => [arrive],
  stops: () => ['pkce', 'client-authentication'],
  helpsNot: () => ['state', 'nonce', 'iss', 'http-only', 'secure', ['same-site', 'strict']],
  play: async (context) => {
    const code = await codeOfVictim(context)
    if (code !== null) await redeem(context, code)
  },
  won: (trace) => outcome('code-leak', tokensOfHacker(trace)),
}

const codeInjection: Attack = {
  id: 'code-injection',
  row: 'B2',
  incident: null,
  tries: isServerSide,
  weak: () => ({ pkce: false, nonce: false }),
  prelude: known,
  stops: () => ['pkce', 'nonce'],
  helpsNot: () => ['state', 'client-authentication', 'iss', 'secure', 'http-only'],
  play: async (context) => {
    const { hacker, places } = context
    const code = await codeOfVictim(context)
    const page = code === null ? null : await begin(context)
    if (code === null || page === null) return
    const callback = new URL(parameter(page.url, 'redirect_uri') ?? places.Store.origin)
    const state = parameter(page.url, 'state')
    callback.search = new URLSearchParams({
      code,
      ...(state === null ? {} : { state }),
      iss: places.FusionAuth.origin,
    }).toString()
    context.note('swaps-code', textOf('note.swaps-code'))
    await hacker.visit('Store', callback.href)
    await hacker.visit('Store', `${places.Store.origin}${places.Store.protectedPath}`)
  },
  won: (trace) => outcome('code-injection', cartsOfHacker(trace)),
}

/** The address that would have finished the Hacker's own login; null when there was none. */
const unfinished = async (context: AttackContext): Promise<string | null> => {
  const request = await context.cut(isCallback, () => logIn(context))
  return request?.url ?? null
}

const loginCsrf: Attack = {
  id: 'login-csrf',
  row: 'B3',
  incident: incidents.relyingParties,
  tries: (shape) => isServerSide(shape) || isOwnForm(shape),
  weak: (shape) =>
    isServerSide(shape)
      ? { state: false, nonce: false, pkce: false }
      : { 'origin-check': false, 'csrf-token': false },
  prelude: () => [arrive],
  stops: (shape) =>
    isServerSide(shape) ? ['state', 'nonce', 'pkce'] : ['origin-check', 'csrf-token'],
  helpsNot: (shape) =>
    isServerSide(shape)
      ? ['iss', 'exact-redirect-uris', 'client-authentication', 'secure']
      : ['http-only', 'secure', ['same-site', 'strict'], 'new-id-at-login'],
  play: async (context) => {
    const { places, shape } = context
    if (shape.login !== 'authorization-code') {
      const { loginId, password } = await context.account()
      await context.lure({
        html: sendsItself(`${places.Store.origin}/login`, { loginId, password }),
      })
      return
    }
    const url = await unfinished(context)
    if (url === null) return
    context.note('keeps-code', textOf('note.keeps-callback'))
    await context.lure(goesTo(url))
    await context.does({ type: 'learner.load', app: 'Store' })
  },
  won: (trace) => outcome('login-csrf', pagesOfHacker(trace)),
}

/** A form of the application's own that a page of another site can send. */
const isOwnForm = ({ client, login }: WorkflowShape): boolean =>
  client === 'webapp' && (login === 'native' || login === 'password-grant')

const pkceDowngrade: Attack = {
  id: 'pkce-downgrade',
  row: 'B7',
  incident: incidents.authentik,
  tries: isServerSide,
  weak: () => ({ 'verifier-check': false, 'client-authentication': false }),
  prelude: () => [arrive],
  stops: () => ['verifier-check', 'client-authentication'],
  helpsNot: () => ['pkce', 'state', 'nonce', 'iss', ['same-site', 'strict']],
  play: async (context) => {
    const code = await codeOfVictim(context)
    if (code !== null) await redeem(context, code)
  },
  won: (trace) => outcome('pkce-downgrade', tokensOfHacker(trace)),
}

const codeReplay: Attack = {
  id: 'code-replay',
  row: 'B8',
  incident: incidents.orcid,
  tries: isServerSide,
  weak: () => ({ 'codes-once': false, pkce: false, 'client-authentication': false }),
  prelude: known,
  stops: () => ['codes-once', 'pkce', 'client-authentication'],
  helpsNot: () => ['state', 'nonce', 'iss', 'secure', 'http-only'],
  play: async (context) => {
    const used = context.messages.findLast(
      ({ kind, http }) => kind === 'request' && http !== null && isCallbackUrl(http.url),
    )
    const code = used === undefined ? null : parameter(used.http?.url ?? '', 'code')
    if (code === null) return
    context.note('reads-code', textOf('note.reads-code'))
    await redeem(context, code)
  },
  won: (trace) => outcome('code-replay', tokensOfHacker(trace)),
}

const isCallbackUrl = (url: string): boolean =>
  isCallback({ method: 'GET', url, headers: [], body: '' })

export const codes: readonly Attack[] = [
  codeLeak,
  codeInjection,
  loginCsrf,
  pkceDowngrade,
  codeReplay,
]
