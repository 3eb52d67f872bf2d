import { proxyName } from '../../scenarios/model/proxy.ts'
import type { HeaderList, WireRequest, WireResponse } from '../../scenarios/model/wire.ts'
import type { HostHandler } from './host.ts'

/** A reverse proxy before a FusionAuth that is reached by another address. */
export interface ProxyOptions {
  /** Origin that browsers and applications know, by https. */
  readonly outside: string
  /** Origin that FusionAuth answers at itself. */
  readonly inside: string
  /** What the cookies with tokens are to say; as FusionAuth has it where nothing is said. */
  readonly sameSite?: 'None'
}

/** FusionAuth's cookies with tokens (FusionAuth docs, Cookies). */
const tokens = /^(?:access|refresh)_token=/

/** The fields that tell FusionAuth how it was called (FusionAuth docs, Proxy Setup). */
const forwarded = ({ host, port }: URL): HeaderList => [
  ['x-forwarded-host', host],
  ['x-forwarded-port', port === '' ? '443' : port],
  ['x-forwarded-proto', 'https'],
]

/** A cookie as it leaves by TLS: Secure, and of the tokens' with the SameSite that is asked for. */
const sealed = (line: string, sameSite: 'None' | undefined): string => {
  const secure = /;\s*secure\b/i.test(line) ? line : `${line}; Secure`
  return sameSite !== undefined && tokens.test(line)
    ? secure.replace(/;\s*samesite=\w+/i, `; SameSite=${sameSite}`)
    : secure
}

/**
 * Puts a proxy before FusionAuth, as whoever runs it may: it ends TLS, and can say of cookies what no
 * setting of FusionAuth's says. An answer whose cookies with tokens it has changed says so in `Via`. The
 * address that FusionAuth answers at itself is seen by nobody.
 */
export const throughProxy =
  ({ outside, inside, sameSite }: ProxyOptions, handle: HostHandler): HostHandler =>
  async (request: WireRequest, exchange: number): Promise<WireResponse> => {
    const kept = request.headers.filter(([name]) => name.toLowerCase() !== 'host')
    const answer = await handle(
      {
        ...request,
        url: request.url.replace(outside, inside),
        headers: [['host', new URL(inside).host], ...kept, ...forwarded(new URL(outside))],
      },
      exchange,
    )
    const headers = answer.headers.map(([name, value]): HeaderList[number] => {
      if (name === 'set-cookie') return [name, sealed(value, sameSite)]
      return name === 'location' ? [name, value.replace(inside, outside)] : [name, value]
    })
    const setsTokens = headers.some(([name, value]) => name === 'set-cookie' && tokens.test(value))
    const via: HeaderList = setsTokens ? [['via', `1.1 ${new URL(outside).host} ${proxyName}`]] : []
    return { ...answer, headers: [...headers, ...via] }
  }
