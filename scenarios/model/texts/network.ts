import type { None } from './param.ts'

/** Why nobody answered, or nothing of use; and what the browser keeps from a script. */
export interface NetworkTexts {
  readonly 'network.status': { readonly status: number }
  readonly 'network.refused-status': { readonly status: number }
  readonly 'network.no-json': None
  readonly 'network.lacks': { readonly status: number }
  readonly 'network.stopped': None
  readonly 'network.no-such-host': { readonly host: string }
  readonly 'network.cut': None
  readonly 'network.not-open': None
  readonly 'network.many-redirects': { readonly count: number }
  readonly 'network.circle': None
  readonly 'network.cut-off': { readonly origin: string }
  readonly 'network.too-large': { readonly origin: string; readonly count: number }
  readonly 'network.host-not-found': { readonly host: string }
  readonly 'network.connection-refused': { readonly origin: string }
  readonly 'network.no-way': { readonly origin: string }
  readonly 'network.timeout': { readonly origin: string; readonly count: number }
  readonly 'network.upgraded': { readonly origin: string }
  readonly 'network.no-tls': { readonly origin: string }
  readonly 'network.bad-header': None
  readonly 'network.not-http': { readonly origin: string; readonly code: string }
  readonly 'network.damaged': { readonly origin: string; readonly code: string }
  readonly 'network.certificate': { readonly origin: string; readonly code: string }
  readonly 'network.failed': { readonly origin: string; readonly code: string }
  readonly 'network.other-origin': { readonly origin: string }
  readonly 'cors.missing': { readonly header: string }
  readonly 'cors.any-origin': { readonly header: string }
  readonly 'cors.other-origin': {
    readonly header: string
    readonly allowed: string
    readonly origin: string
  }
  readonly 'cors.credentials': { readonly header: string }
  readonly 'cors.preflight-status': { readonly status: number }
  readonly 'cors.not-listed': { readonly header: string; readonly name: string }
}
