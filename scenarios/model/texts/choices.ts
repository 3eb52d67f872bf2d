import type { ApplicationName } from '../participant.ts'
import type { None } from './param.ts'

/** Why something cannot be done now. */
export interface ChoiceTexts {
  readonly 'choice.busy': None
  readonly 'choice.open-for-login': { readonly app: ApplicationName }
  readonly 'choice.login-elsewhere': { readonly app: ApplicationName }
  readonly 'choice.no-login-form': { readonly app: ApplicationName }
  readonly 'choice.form-first': None
  readonly 'choice.open-first': { readonly app: ApplicationName }
  readonly 'choice.not-on-the-phone': { readonly app: ApplicationName }
  readonly 'choice.no-second-tab': None
  readonly 'choice.no-sso': None
  readonly 'choice.no-logout-everywhere': None
  readonly 'choice.no-logout-button': { readonly app: ApplicationName }
  readonly 'choice.start-first': None
  readonly 'choice.no-session': None
  readonly 'choice.no-refresh-token': None
  readonly 'choice.no-sso-session': None
  readonly 'choice.no-jwt': None
  readonly 'choice.time-moves-on': None
  readonly 'choice.no-cookie-to-steal': None
  readonly 'choice.no-token-to-steal': None
  readonly 'choice.nothing-stolen': None
  readonly 'choice.load-first': { readonly app: ApplicationName }
  readonly 'choice.log-in-to-change-password': None
  readonly 'choice.log-in-first': None
  readonly 'choice.real-password': None
  readonly 'choice.fusionauth-stopped': None
  readonly 'choice.nothing-to-revoke': None
  readonly 'choice.stopped-already': None
  readonly 'choice.running': None
  readonly 'choice.real-power': None
  readonly 'choice.no-jwt-on-device': None
  readonly 'choice.real-keys': None
  readonly 'choice.no-such-attack': None
}
