import type { WireRequest, WireResponse } from '../model/wire.ts'
import { headerOf, isHtml, redirects } from './wire.ts'
import { jsonObject } from '../model/json.ts'

/** Reason phrases of the statuses that occur here (RFC 9110 §15). */
const reasons: Readonly<Record<number, string>> = {
  200: 'OK',
  202: 'Accepted',
  204: 'No Content',
  302: 'Found',
  303: 'See Other',
  307: 'Temporary Redirect',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  410: 'Gone',
  423: 'Locked',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
}

/** The reason phrase of a status; '' when it is none that occurs here. */
export const reasonOf = (status: number): string => reasons[status] ?? ''

/** Plain names that a query has more than once, each time they come: two readers may not read alike. */
const repeated = ({ searchParams }: URL): string => {
  const names = [...searchParams.keys()].filter((name) => /^[\w.-]{1,20}$/.test(name))
  const again = names.filter((name) => names.indexOf(name) !== names.lastIndexOf(name))
  return again.length === 0 ? '' : `?${again.map((name) => `${name}=…`).join('&')}`
}

/** The words on a request's arrow: method and path; a token request also names its grant. */
export const requestLabel = (request: WireRequest): string => {
  const url = URL.parse(request.url)
  const path = url === null ? request.url : `${url.pathname}${repeated(url)}`
  const grant = /(?:^|&)grant_type=([a-z_]+)/.exec(request.body)?.[1]
  return `${request.method} ${path}${grant === undefined ? '' : ` (${grant})`}`
}

/** Where a redirect leads, as short as it stays clear: another site by host, this one by path. */
const destination = (location: string, from: string): string => {
  const target = URL.parse(location, from)
  if (target === null) return location
  const carries = target.searchParams.has('code') ? '?code=…' : ''
  const inFragment = /^#(?:.*&)?access_token=/.test(target.hash) ? '#access_token=…' : ''
  const host = target.origin === URL.parse(from)?.origin ? '' : target.host
  return `${host}${target.pathname}${repeated(target) || carries}${inFragment}`
}

/** What an answer brings, read from the answer itself: a page's title, the names in a JSON body. */
const brings = (response: WireResponse): string => {
  if (isHtml(response.headers)) {
    return /<title>([^<]*)<\/title>/.exec(response.body)?.[1]?.trim() ?? 'page'
  }
  const body = jsonObject(response.body) ?? {}
  if (typeof body['error'] === 'string') return body['error']
  return Object.keys(body)
    .filter((name) => /token$|^user$|^keys$|^items$|^posts$|Errors$/i.test(name))
    .join(', ')
}

/** The words on a response's arrow: the status and, in a few words, what it brings. */
export const responseLabel = (request: WireRequest, response: WireResponse): string => {
  const status = `${response.status} ${reasons[response.status] ?? ''}`.trim()
  const location = headerOf(response.headers, 'location')
  if (redirects(response.status) && location !== null)
    return `${response.status} → ${destination(location, request.url)}`
  const what = brings(response)
  return what === '' ? status : `${status} · ${what}`
}
