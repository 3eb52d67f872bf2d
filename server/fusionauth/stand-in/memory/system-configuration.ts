import { data, flag, group, listOf, oneOf, text, whole } from '../shape.ts'

const retention = (days: number) =>
  group({ enabled: flag(false), numberOfDaysToRetain: whole(days, 1) })

/**
 * What the CORS filter starts with, off and for no origin (FusionAuth docs, CORS, Default Configuration):
 * whoever switches it on for an origin need not say more for reading calls.
 */
const corsDefaults = {
  allowedHeaders: [
    'Accept',
    'Access-Control-Request-Headers',
    'Access-Control-Request-Method',
    'Authorization',
    'Content-Type',
    'Last-Modified',
    'Origin',
    'X-FusionAuth-TenantId',
    'X-Requested-With',
  ],
  allowedMethods: ['GET', 'OPTIONS'],
  exposedHeaders: ['Access-Control-Allow-Origin', 'Access-Control-Allow-Credentials'],
  preflightMaxAgeInSeconds: 1800,
} as const

/**
 * What holds for the whole instance (FusionAuth API: System). The stand-in keeps it and shows it; only
 * the CORS filter acts on it (`cors.ts`): no logs are kept.
 */
export const readSystemConfiguration = group({
  auditLogConfiguration: group({ delete: retention(365) }),
  corsConfiguration: group({
    allowCredentials: flag(false),
    allowedHeaders: listOf(text(''), corsDefaults.allowedHeaders),
    allowedMethods: listOf(
      oneOf(['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH'], 'GET'),
      corsDefaults.allowedMethods,
    ),
    allowedOrigins: listOf(text('')),
    debug: flag(false),
    enabled: flag(false),
    exposedHeaders: listOf(text(''), corsDefaults.exposedHeaders),
    preflightMaxAgeInSeconds: whole(corsDefaults.preflightMaxAgeInSeconds),
  }),
  data,
  eventLogConfiguration: group({ numberToRetain: whole(10_000, 1) }),
  loginRecordConfiguration: group({ delete: retention(365) }),
  reportTimezone: text('America/Denver'),
  trustedProxyConfiguration: group({
    trustPolicy: oneOf(['All', 'OnlyConfigured'], 'All'),
    trusted: listOf(text('')),
  }),
  uiConfiguration: group({
    headerColor: text(undefined),
    logoURL: text(undefined),
    menuFontColor: text(undefined),
  }),
  usageDataConfiguration: group({ enabled: flag(false), numberOfDaysToRetain: whole(365, 1) }),
  webhookEventLogConfiguration: group({ delete: retention(30), enabled: flag(true) }),
})

export interface SystemConfiguration extends ReturnType<typeof readSystemConfiguration> {
  readonly lastUpdateInstant: number
}
