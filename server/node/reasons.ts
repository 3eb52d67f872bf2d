/** Bounds that a sentence may have to name. */
interface Limits {
  readonly timeoutMs: number
  readonly maxBytes: number
}

type Sentence = (origin: string, limits: Limits) => string

const cutOff: Sentence = (origin) =>
  `${origin} broke off in the middle of its answer: the connection was closed before all of it had arrived.`

const tooLarge: Sentence = (origin, { maxBytes }) =>
  `The answer of ${origin} is larger than ${maxBytes} bytes and was not read to its end.`

const noHost: Sentence = (origin) =>
  `There is no host ${new URL(origin).hostname}: its name could not be found. Check the address, and the network.`

/** What went wrong, by the code that Node gives it. */
const sentences = new Map<string, Sentence>([
  [
    'ECONNREFUSED',
    (origin) =>
      `Nothing listens at ${origin}: the connection was refused. Is FusionAuth running there?`,
  ],
  ['ENOTFOUND', noHost],
  ['EAI_AGAIN', noHost],
  ['EHOSTUNREACH', (origin) => `There is no way to ${origin} in this network.`],
  ['ENETUNREACH', (origin) => `There is no way to ${origin} in this network.`],
  [
    'ABORT_ERR',
    (origin, { timeoutMs }) =>
      `${origin} did not answer in full within ${timeoutMs / 1000} seconds. Is it overloaded, or stuck?`,
  ],
  ['ECONNRESET', cutOff],
  ['EPIPE', cutOff],
  ['TOO_LARGE', tooLarge],
  ['ERR_BUFFER_TOO_LARGE', tooLarge],
  ['UPGRADED', (origin) => `${origin} wants to speak something other than HTTP.`],
  ['EPROTO', (origin) => `${origin} does not speak TLS. Is its address http: rather than https:?`],
  [
    'ERR_INVALID_CHAR',
    () => 'The request holds a character that no HTTP header may hold, so it was not sent.',
  ],
])

const codeOf = (error: unknown): string => {
  if (error === null || typeof error !== 'object') return ''
  // A name with several addresses fails once for each of them.
  if ('errors' in error && Array.isArray(error.errors)) return codeOf(error.errors[0])
  return 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** Why an exchange over sockets failed, in a sentence for a learner; it quotes nothing that was sent. */
export const reasonOf = (error: unknown, origin: string, limits: Limits): string => {
  const code = codeOf(error)
  const known = sentences.get(code)
  if (known !== undefined) return known(origin, limits)
  if (/^(HPE_|ERR_HTTP|ERR_INVALID_HTTP)/.test(code))
    return `What ${origin} answers is not HTTP (${code}). Is something else listening there?`
  if (/^Z_|^ERR__?ERROR/.test(code))
    return `The answer of ${origin} is packed, and its packing is damaged (${code}).`
  if (/CERT|SSL|TLS|SIGNATURE/.test(code))
    return `The certificate of ${origin} could not be trusted (${code}).`
  return `The exchange with ${origin} failed${code === '' ? '' : ` (${code})`}.`
}
