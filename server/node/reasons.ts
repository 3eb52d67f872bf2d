import { type NetworkText, textOf } from '../../scenarios/model/text.ts'

/** Bounds that a sentence may have to name. */
interface Limits {
  readonly timeoutMs: number
  readonly maxBytes: number
}

type Reason = (origin: string, limits: Limits) => NetworkText

const cutOff: Reason = (origin) => textOf('network.cut-off', { origin })

const tooLarge: Reason = (origin, { maxBytes }) =>
  textOf('network.too-large', { origin, count: maxBytes })

const noHost: Reason = (origin) =>
  textOf('network.host-not-found', { host: new URL(origin).hostname })

/** What went wrong, by the code that Node gives it. */
const reasons = new Map<string, Reason>([
  ['ECONNREFUSED', (origin) => textOf('network.connection-refused', { origin })],
  ['ENOTFOUND', noHost],
  ['EAI_AGAIN', noHost],
  ['EHOSTUNREACH', (origin) => textOf('network.no-way', { origin })],
  ['ENETUNREACH', (origin) => textOf('network.no-way', { origin })],
  [
    'ABORT_ERR',
    (origin, { timeoutMs }) => textOf('network.timeout', { origin, count: timeoutMs / 1000 }),
  ],
  ['ECONNRESET', cutOff],
  ['EPIPE', cutOff],
  ['TOO_LARGE', tooLarge],
  ['ERR_BUFFER_TOO_LARGE', tooLarge],
  ['UPGRADED', (origin) => textOf('network.upgraded', { origin })],
  ['EPROTO', (origin) => textOf('network.no-tls', { origin })],
  ['ERR_INVALID_CHAR', () => textOf('network.bad-header')],
])

const codeOf = (error: unknown): string => {
  if (error === null || typeof error !== 'object') return ''
  // A name with several addresses fails once for each of them.
  if ('errors' in error && Array.isArray(error.errors)) return codeOf(error.errors[0])
  return 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** Why an exchange over sockets failed, for a learner; it quotes nothing that was sent. */
export const reasonOf = (error: unknown, origin: string, limits: Limits): NetworkText => {
  const code = codeOf(error)
  const known = reasons.get(code)
  if (known !== undefined) return known(origin, limits)
  if (/^(HPE_|ERR_HTTP|ERR_INVALID_HTTP)/.test(code))
    return textOf('network.not-http', { origin, code })
  if (/^Z_|^ERR__?ERROR/.test(code)) return textOf('network.damaged', { origin, code })
  if (/CERT|SSL|TLS|SIGNATURE/.test(code)) return textOf('network.certificate', { origin, code })
  return textOf('network.failed', { origin, code })
}
