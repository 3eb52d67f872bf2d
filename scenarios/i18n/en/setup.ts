import type { TextCatalogue } from '../catalogue.ts'
import { ended } from '../../model/sentence.ts'
import type { SetupTexts } from '../../model/texts/setup.ts'

const isTaken = (codes: readonly string[]): boolean =>
  codes.some((code) => code.startsWith('[duplicate]'))

export const setup: TextCatalogue<SetupTexts> = {
  'thing.cors': 'CORS',
  'thing.jwt-lifetime': 'lifetime of JWTs',
  'thing.tenants': 'tenants',
  'thing.applications': 'applications',
  'thing.users': 'users',
  'thing.run-tenant': 'tenant of a run',
  'thing.key': ({ name }) => `key "${name}"`,
  'thing.tenant': ({ name }) => `tenant "${name}"`,
  'thing.application': ({ name }) => `application "${name}"`,
  'thing.user': ({ name }) => `user "${name}"`,
  'thing.registration': ({ name }) => `registration of user "${name}"`,
  'setup.no-address': ({ address }) =>
    `"${address}" is not the address of a FusionAuth. It must begin with http:// or https://, and hold nothing but host and port.`,
  'setup.no-key': ({ setting }) => `A FusionAuth needs an API key: put it into ${setting}.`,
  'setup.unusable': ({ origin, why }, say) =>
    `FusionAuth at ${origin} cannot be used: ${ended(say(why))}`,
  'setup.key-refused': ({ status, setting }) =>
    `it refused the API key with status ${status}. Check ${setting}, and that this key may GET /api/system/version`,
  'setup.leads-on': ({ status }) =>
    `it answered ${status}, which leads to another address. Set FUSIONAUTH_URL to the address that FusionAuth answers at itself`,
  'setup.version-status': ({ status }) => `it answered ${status} to GET /api/system/version`,
  'setup.failed': ({ what, why }, say) =>
    `FusionAuth could not be set up (${say(what)}): ${ended(say(why))}`,
  'setup.permission': ({ status, method, endpoint }) =>
    `it answered ${status} to ${method} ${endpoint}. Check the API key; if it is right, allow it ${method} for ${endpoint} (FusionAuth: Settings, API Keys), and do not tie it to one tenant`,
  'setup.too-many': 'it answered 429, too many requests. Try again later',
  'setup.status': ({ status, method, endpoint }) =>
    `it answered ${status} to ${method} ${endpoint}`,
  'setup.refused': ({ method, endpoint, codes }) =>
    `it refused ${method} ${endpoint} (${codes.length === 0 ? 'no reason given' : codes.join(', ')})${isTaken(codes) ? '. Something with the same name but another id stands there: rename or remove it' : ''}`,
  'setup.not-ended': ({ why }, say) =>
    `FusionAuth did not end what should be over by now: ${ended(say(why))}`,
  'setup.other-tenant':
    'it belongs to another tenant there. Remove or rename what has this id, then try again',
  'setup.other-algorithm': ({ algorithm }) =>
    `it is no key for ${algorithm}. Remove it, then try again`,
  'setup.cors': ({ origins, settings }) =>
    `scripts of ${origins.join(' and ')} may not call it, which is a setting of the whole FusionAuth, so no run changes it (${settings.join(', ')}). Run \`npm run provision\`, which does, or set it in FusionAuth (Settings, System, CORS)`,
}
