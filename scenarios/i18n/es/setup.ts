import type { TextCatalogue } from '../catalogue.ts'
import { ended } from '../../model/sentence.ts'
import type { SetupTexts } from '../../model/texts/setup.ts'

const isTaken = (codes: readonly string[]): boolean =>
  codes.some((code) => code.startsWith('[duplicate]'))

export const setup: TextCatalogue<SetupTexts> = {
  'thing.cors': 'CORS',
  'thing.jwt-lifetime': 'vida de los JWT',
  'thing.tenants': 'tenants',
  'thing.applications': 'aplicaciones',
  'thing.users': 'usuarios',
  'thing.run-tenant': 'tenant de una ejecución',
  'thing.key': ({ name }) => `clave «${name}»`,
  'thing.tenant': ({ name }) => `tenant «${name}»`,
  'thing.application': ({ name }) => `aplicación «${name}»`,
  'thing.user': ({ name }) => `usuario «${name}»`,
  'thing.registration': ({ name }) => `registro del usuario «${name}»`,
  'setup.no-address': ({ address }) =>
    `«${address}» no es la dirección de un FusionAuth. Debe empezar por http:// o https://, y no contener más que host y puerto.`,
  'setup.no-key': ({ setting }) => `Un FusionAuth necesita una clave de API: ponla en ${setting}.`,
  'setup.unusable': ({ origin, why }, say) =>
    `No se puede usar el FusionAuth de ${origin}: ${ended(say(why))}`,
  'setup.key-refused': ({ status, setting }) =>
    `ha rechazado la clave de API con el estado ${status}. Comprueba ${setting}, y que esta clave permita GET /api/system/version`,
  'setup.leads-on': ({ status }) =>
    `respondió ${status}, que lleva a otra dirección. Pon en FUSIONAUTH_URL la dirección en la que responde el propio FusionAuth`,
  'setup.version-status': ({ status }) => `respondió ${status} a GET /api/system/version`,
  'setup.failed': ({ what, why }, say) =>
    `No se ha podido preparar FusionAuth (${say(what)}): ${ended(say(why))}`,
  'setup.permission': ({ status, method, endpoint }) =>
    `respondió ${status} a ${method} ${endpoint}. Comprueba la clave de API; si es la correcta, permítele ${method} para ${endpoint} (FusionAuth: Settings, API Keys), y no la ates a un solo tenant`,
  'setup.too-many': 'respondió 429, demasiadas peticiones. Inténtalo más tarde',
  'setup.status': ({ status, method, endpoint }) => `respondió ${status} a ${method} ${endpoint}`,
  'setup.refused': ({ method, endpoint, codes }) =>
    `rechazó ${method} ${endpoint} (${codes.length === 0 ? 'sin dar un motivo' : codes.join(', ')})${isTaken(codes) ? '. Allí hay algo con el mismo nombre pero otro id: cámbiale el nombre o bórralo' : ''}`,
  'setup.not-ended': ({ why }, say) =>
    `FusionAuth no ha puesto fin a lo que ya debería haber caducado: ${ended(say(why))}`,
  'setup.other-tenant':
    'allí pertenece a otro tenant. Borra o cambia de nombre lo que tiene este id, e inténtalo de nuevo',
  'setup.other-algorithm': ({ algorithm }) =>
    `no es una clave para ${algorithm}. Bórrala, e inténtalo de nuevo`,
  'setup.cors': ({ origins, settings }) =>
    `los scripts de ${origins.join(' y ')} no pueden llamarlo; eso es un ajuste de todo el FusionAuth, así que ninguna ejecución lo cambia (${settings.join(', ')}). Ejecuta \`npm run provision\`, que sí lo hace, o ajústalo en FusionAuth (Settings, System, CORS)`,
}
