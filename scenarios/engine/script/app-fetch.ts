import type { Change } from '../../model/trace.ts'
import type { WireResponse } from '../../model/wire.ts'
import type { Exchanges } from '../agent/exchange.ts'
import { clientHeaders } from '../agent/headers.ts'
import type { FetchAnswer, FetchRequest } from './page-script.ts'

const userAgent = 'LoginLab/1.0 (a mobile app)'

const readable = ({ status, headers, body }: WireResponse): FetchAnswer & { ok: true } => ({
  ok: true,
  status,
  headers,
  body,
})

/**
 * How an installed app asks: it has no origin, so there is no Origin field and nothing is blocked, and
 * it keeps its values on the device, so there are no cookies.
 */
export const createAppFetch =
  (exchanges: Exchanges) =>
  async (
    url: string,
    { method = 'GET', headers = [], body = '' }: FetchRequest,
    shown: (answer: FetchAnswer & { readonly ok: true }) => readonly Change[],
  ): Promise<FetchAnswer> => {
    const answer = await exchanges.send({
      method,
      url,
      headers: clientHeaders(url, userAgent, headers),
      body,
      initiator: null,
      topLevel: false,
      withCookies: false,
      by: 'app',
      changes: (response) => shown(readable(response)),
    })
    return 'problem' in answer ? { ok: false, why: 'unreachable' } : readable(answer.response)
  }
