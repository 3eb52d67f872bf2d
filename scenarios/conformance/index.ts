import type { Difference } from '../model/difference.ts'
import type { HttpPart, Message, Trace } from '../model/trace.ts'
import { bodyDifferences } from './body.ts'
import { cookieDifferences } from './cookies.ts'
import { headerDifferences } from './headers.ts'
import { createSameness, differ, listed, type MessagePair } from './pair.ts'
import { redirectDifferences } from './redirect.ts'
import { labelText } from '../i18n/label.ts'
import { sayEnglish } from '../i18n/en/index.ts'
import { textOf } from '../model/text.ts'

type MessageTrace = Pick<Trace, 'messages'>

const hasHttp = (message: Message): message is Message & { readonly http: HttpPart } =>
  message.http !== null

const originOf = ({ messages }: MessageTrace): string | null => {
  const call = messages.find(({ to, kind }) => to === 'FusionAuth' && kind === 'request')
  return URL.parse(call?.http?.url ?? '')?.origin ?? null
}

/** Puts the one address for the other, as it is and as it stands in an address. */
const swapper = (from: string | null, to: string | null): ((text: string) => string) =>
  from === null || to === null || from === to
    ? (text) => text
    : (text) =>
        text.replaceAll(from, to).replaceAll(encodeURIComponent(from), encodeURIComponent(to))

/** The same message as if FusionAuth lived at the other address. */
const moved = (
  message: Message & { readonly http: HttpPart },
  swap: (text: string) => string,
): Message & { readonly http: HttpPart } => {
  const { http } = message
  const headers = http.headers.map(([name, value]) => [name, swap(value)] as const)
  return { ...message, http: { ...http, url: swap(http.url), headers, body: swap(http.body) } }
}

const statusDifferences = (pair: MessagePair): readonly Difference[] => {
  const { expected, observed } = pair
  if (expected.http.status === observed.http.status) return []
  const values = { expected: String(expected.http.status), observed: String(observed.http.status) }
  const sentence = textOf('difference.status', { who: observed.from, ...values })
  return [differ(pair, 'status', '', values, sentence)]
}

/** Names of the parameters of a request, those of the address before those of a form. */
const parameters = ({ url, headers, body }: HttpPart): readonly string[] => {
  const isForm = headers.some(
    ([name, value]) => name === 'content-type' && value.includes('x-www-form-urlencoded'),
  )
  return [
    ...(URL.parse(url)?.searchParams.keys() ?? []),
    ...(isForm ? new URLSearchParams(body).keys() : []),
  ]
}

const requestDifferences = (pair: MessagePair): readonly Difference[] => {
  const [expected, observed] = [parameters(pair.expected.http), parameters(pair.observed.http)]
  const values = { expected: listed(expected), observed: listed(observed) }
  if (values.expected === values.observed) return []
  const sentence = textOf('difference.request-parameters', { expected, observed })
  return [differ(pair, 'request-parameters', '', values, sentence)]
}

const pairDifferences = (pair: MessagePair): readonly Difference[] =>
  pair.observed.kind === 'request'
    ? requestDifferences(pair)
    : [
        ...statusDifferences(pair),
        ...redirectDifferences(pair),
        ...cookieDifferences(pair),
        ...headerDifferences(pair),
        ...bodyDifferences(pair),
      ]

/** A browser asks again for leave when its time is over (Fetch §4.9): here less time passes than in a lesson. */
const isPreflight = ({ id }: Message): boolean => /\.preflight-(?:request|response)/.test(id)

const lone = (
  message: Message,
  side: 'missing-message' | 'extra-message',
  isInRealTime = false,
): Difference => {
  const isMissing = side === 'missing-message'
  const { from, to, label } = message
  const what = `${from} to ${to}: ${labelText(label, sayEnglish)}`
  return {
    message: message.id,
    n: isMissing ? null : message.n,
    kind: side,
    what: '',
    expected: isMissing ? what : null,
    observed: isMissing ? null : what,
    sentence: textOf(isMissing ? 'difference.missing-message' : 'difference.extra-message', {
      from,
      to,
      label,
    }),
    reason:
      isMissing && isInRealTime && isPreflight(message) ? textOf('explained.preflight') : null,
  }
}

/** What the simulator did by itself, such as revoking instead of waiting, is no message of anybody. */
const isReal = ({ provenance }: Message): boolean => provenance === 'real'

/**
 * Compares a trace recorded from a real FusionAuth with the stand-in's, message by message of the
 * same id: status, redirect and its parameters, cookies and their attributes, headers, error codes,
 * members of bodies, claims of tokens, controls of the login form. Values that are new in every run
 * are not compared. Equal traces give an empty list.
 *
 * @param shortLife seconds that the observed server was told to let JWTs live, where they are to run out
 * @returns the differences in the order of the observed messages, those not observed at their place
 */
export const compareTraces = (
  expected: MessageTrace,
  observed: MessageTrace,
  shortLife?: number,
): readonly Difference[] => {
  const away = originOf(observed)
  const swap = swapper(away, originOf(expected))
  const plain = away?.startsWith('http:') === true
  const isSame = createSameness()
  const wanted = expected.messages.filter(isReal)
  const came = observed.messages.filter(isReal)
  const byId = new Map(wanted.map((message, index) => [message.id, { message, index }]))
  const found: { readonly at: number; readonly difference: Difference }[] = []
  let at = 0
  for (const message of came) {
    const match = byId.get(message.id)
    at = match?.index ?? at
    if (match === undefined) {
      found.push({ at, difference: lone(message, 'extra-message') })
      continue
    }
    byId.delete(message.id)
    if (!hasHttp(message) || !hasHttp(match.message)) continue
    const pair = {
      expected: match.message,
      observed: moved(message, swap),
      plain,
      swap,
      isSame,
      shortLife,
    }
    for (const difference of pairDifferences(pair)) found.push({ at, difference })
  }
  for (const { message, index } of byId.values())
    found.push({ at: index, difference: lone(message, 'missing-message', shortLife !== undefined) })
  return found.toSorted((a, b) => a.at - b.at).map(({ difference }) => difference)
}
