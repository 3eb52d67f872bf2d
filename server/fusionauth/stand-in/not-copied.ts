/**
 * Hosted pages of FusionAuth that the stand-in has not (FusionAuth docs, Theme Template Variables, with
 * the path of each).
 */
const pages: readonly string[] = [
  '/confirmation-required',
  '/email/complete',
  '/email/sent',
  '/email/verify',
  '/oauth2/child-registration-not-allowed',
  '/oauth2/child-registration-not-allowed-complete',
  '/oauth2/complete-registration',
  '/oauth2/error',
  '/oauth2/passwordless',
  '/oauth2/register',
  '/oauth2/start-idp-link',
  '/oauth2/two-factor-enable',
  '/oauth2/two-factor-enable-complete',
  '/oauth2/two-factor-methods',
  '/oauth2/wait',
  '/oauth2/webauthn',
  '/oauth2/webauthn-reauth',
  '/oauth2/webauthn-reauth-enable',
  '/password/change$',
  '/password/complete',
  '/password/forgot',
  '/password/sent',
  '/phone/complete',
  '/phone/sent',
  '/phone/verification-required',
  '/phone/verify',
  '/registration/complete',
  '/registration/sent',
  '/registration/verify',
  '/unauthorized',
]

/**
 * What FusionAuth answers and the stand-in does not: APIs by the beginning of their paths (FusionAuth
 * docs, API endpoints; its OpenAPI description of 1.69), and its own pages and protocols.
 */
const beginnings: readonly string[] = [
  '/account',
  '/admin',
  '/api/cleanspeak',
  '/api/email/send',
  '/api/email/template/preview',
  '/api/identity-provider/link',
  '/api/identity-provider/login',
  '/api/identity-provider/lookup',
  '/api/identity-provider/start',
  '/api/identity-provider/test',
  '/api/identity/verify',
  '/api/jwt/reconcile',
  '/api/logger',
  '/api/message/template/preview',
  '/api/passwordless',
  '/api/prometheus',
  '/api/reactor/metrics',
  '/api/report',
  '/api/system/audit-log',
  '/api/system/event-log',
  '/api/system/log',
  '/api/system/login-record',
  '/api/system/reindex',
  '/api/system/webhook-attempt-log',
  '/api/system/webhook-event-log',
  '/api/tenant-manager/identity-provider',
  '/api/tenant/password-validation-rules',
  '/api/two-factor',
  '/api/user/comment',
  '/api/user/family/pending',
  '/api/user/family/request',
  '/api/user/import',
  '/api/user/recent-login',
  '/api/user/refresh-token',
  '/api/user/two-factor',
  '/api/webauthn',
  '/app',
  '/samlv2',
  '/scim',
  ...pages,
]

/** Asked of every request, so one pattern. */
const pattern = new RegExp(`^(?:${beginnings.join('|')})(?=/|$)`)

/** The beginning of a path by which FusionAuth would answer it and the stand-in does not; else undefined. */
export const notCopiedHere = (path: string): string | undefined => pattern.exec(path)?.[0]

/** Every API that FusionAuth has and the stand-in has not. */
export const notCopiedApis: readonly string[] = beginnings.filter((one) => one.startsWith('/api/'))
