import type { HeaderList, WireRequest, WireResponse } from '../../scenarios/model/wire.ts'

/** The cookies that the proxy widens; FusionAuth's own session stays at its host. */
const widened = /^(?:access_token|refresh_token)=/

/**
 * The proxy in front of a FusionAuth on a parent domain. FusionAuth sets its token cookies for its
 * own host; the proxy adds the parent domain, so that they go to every host below it.
 *
 * @param domain the parent domain, such as `example.com`
 */
export const widenTokenCookies = (
  domain: string,
  handle: (request: WireRequest, exchange: number) => Promise<WireResponse>,
): typeof handle => {
  const widen = ([name, value]: HeaderList[number]): HeaderList[number] =>
    name === 'set-cookie' && widened.test(value)
      ? [name, `${value}; Domain=${domain}`]
      : [name, value]
  return async (request, exchange) => {
    const response = await handle(request, exchange)
    return { ...response, headers: response.headers.map(widen) }
  }
}
