import type { ClientSettings } from '../../scenarios/client-apps/settings.ts'
import type { ApplicationSettings } from './settings.ts'
import { isHosted } from '../../scenarios/model/workflow-shape.ts'

/** Path of the redirect URI: at the application's server, or in the app on a phone. */
export const callbackPathOf = ({ client }: Pick<ApplicationSettings, 'client'>): string =>
  client === 'mobile' ? '/app-callback' : '/oauth-callback'

/** The settings of the client program. They are public, and so are their names: pages hold them. */
export const clientSettingsOf = (settings: ApplicationSettings): ClientSettings => ({
  app: settings.name,
  // The pages of the usual names hold no word more.
  ...(settings.title === undefined || settings.title === settings.name
    ? {}
    : { title: settings.title }),
  client: settings.client,
  login: settings.login,
  keep: settings.sessionStrategy,
  fusionauth: settings.fusionauthAt,
  backend: settings.backend,
  origin: settings.origin,
  protectedPath: settings.protectedPath,
  fusionAuthOrigin: new URL(settings.fusionauth.baseUrl).origin,
  clientId: settings.clientId,
  tenantId: settings.fusionauth.tenantId,
  redirectUri: `${settings.origin}${callbackPathOf(settings)}`,
  checksState: isHosted(settings) && settings.defences.state,
  escapes: settings.defences['output-escaping'],
  showsCsrfHeader: settings.defences['csrf-token'] || settings.backend === 'bff',
  logsOutEverywhere: settings.defences['log-out-everywhere'],
})
