import { data, flag, group, listOf, oneOf, text, whole } from '../shape.ts'

const retention = (days: number) =>
  group({ enabled: flag(false), numberOfDaysToRetain: whole(days, 1) })

/**
 * What holds for the whole instance (FusionAuth API: System). The stand-in keeps it and shows it; only
 * the CORS filter acts on it (`cors.ts`): no logs are kept.
 */
export const readSystemConfiguration = group({
  auditLogConfiguration: group({ delete: retention(365) }),
  corsConfiguration: group({
    allowCredentials: flag(false),
    allowedHeaders: listOf(text('')),
    allowedMethods: listOf(
      oneOf(['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH'], 'GET'),
    ),
    allowedOrigins: listOf(text('')),
    debug: flag(false),
    enabled: flag(false),
    exposedHeaders: listOf(text('')),
    preflightMaxAgeInSeconds: whole(0),
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
