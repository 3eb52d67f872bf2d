import type { ArticleWords } from './words.ts'

const list = (numbers: readonly number[]): string =>
  numbers.length < 2
    ? `${numbers[0] ?? ''}`
    : `${numbers.slice(0, -1).join(', ')} y ${numbers.at(-1)}`

const messages = (numbers: readonly number[]): string =>
  `${numbers.length === 1 ? 'mensaje' : 'mensajes'} ${list(numbers)}`

const outcomes: Readonly<Record<string, string>> = {
  'application-sees-the-password': 'Una aplicación llega a ver la contraseña',
  'single-sign-on': 'Se entra en la segunda aplicación sin contraseña',
  'hacker-sees-the-cart': 'El Hacker ve el carrito de la víctima',
  'hacker-owns-a-session': 'El Hacker obtiene una sesión propia',
  'hacker-owns-a-jwt': 'El Hacker obtiene un JWT propio',
  attack: 'El ataque tiene éxito',
}

const credentialWords: Readonly<Record<string, string>> = {
  'stolen-refresh-token': 'con el refresh token robado',
  'stolen-session-id': 'con el ID de sesión robado',
  'stolen-jwt': 'con el JWT robado',
  attack: 'con el ataque',
}

export const spanish: ArticleWords = {
  client: {
    webapp: 'Las aplicaciones son aplicaciones web: un servidor genera las páginas.',
    spa: 'Las aplicaciones son de página única (SPA): un script en el navegador genera las páginas.',
    mobile: 'La aplicación es una app móvil.',
  },
  login: {
    'authorization-code':
      'El usuario inicia sesión en FusionAuth y la aplicación recibe un código de autorización que cambia por tokens (RFC 6749 §4.1), con PKCE (RFC 7636).',
    'password-grant':
      'El usuario escribe la contraseña en un formulario de la aplicación, que la envía al endpoint de tokens de FusionAuth (RFC 6749 §4.3). RFC 9700 §2.4 dice que esta concesión no debe usarse.',
    native:
      'El usuario escribe la contraseña en un formulario de la aplicación, que la envía a la Login API de FusionAuth.',
    'native-at-fusionauth':
      'El usuario escribe la contraseña en un formulario de la aplicación, cuyo propio código la envía desde el dispositivo del usuario a la Login API de FusionAuth, sin pasar por su servidor.',
    implicit:
      'El usuario inicia sesión en FusionAuth, que devuelve un access token en el fragmento de una dirección (RFC 6749 §4.2). RFC 9700 §2.1.2 dice que esta concesión no debería usarse.',
  },
  sessionStrategy: {
    session: 'Lo que queda en el navegador es el id de una sesión, en una cookie.',
    'session+refresh':
      'Lo que queda en el navegador es el id de una sesión y un refresh token, cada uno en una cookie.',
    'jwt+refresh': 'Lo que le queda al usuario es un JWT y un refresh token.',
    'jwt-cookie': 'Lo que abre la aplicación es un JWT, en una cookie.',
    'jwt-local-storage':
      'Lo que abre la aplicación es un JWT, en el almacenamiento local del navegador, donde los scripts lo leen.',
  },
  singleSignOn:
    'En una segunda aplicación se entra con la propia sesión de FusionAuth, sin contraseña (inicio de sesión único).',
  noSingleSignOn: 'No hay inicio de sesión único: cada aplicación pide la contraseña.',
  standIn: (lesson, count) =>
    `Todos los mensajes de abajo se enviaron en una ejecución de la lección «${lesson}» de Login Lab: ${count} mensajes, con un sustituto de FusionAuth construido a partir de su documentación pública. El reloj es el de la propia ejecución.`,
  real: (lesson, count, version) =>
    `Todos los mensajes de abajo se enviaron en una ejecución de la lección «${lesson}» de Login Lab: ${count} mensajes, con un FusionAuth ${version} real.`,
  hardened: 'FusionAuth está configurado como pide RFC 9700 (perfil «hardened»).',
  realSecrets:
    'Las peticiones de abajo pueden contener tokens e ids de sesión que siguen siendo válidos. Trata este archivo como un secreto.',
  diagram: 'El diagrama',
  messages: 'Los mensajes',
  way: (from, to) => (from === to ? from : `${from} → ${to}`),
  corrected: 'Corregido.',
  simulated: 'Lo hizo el simulador: ningún mensaje pasó por la red.',
  unpublished: 'No está en el diagrama publicado.',
  outcomes: 'Qué resultó',
  yes: 'Sí.',
  no: 'No.',
  evidence: (numbers) =>
    numbers.length === 0
      ? ''
      : `${numbers.length === 1 ? 'Véase el' : 'Véanse los'} ${messages(numbers)}.`,
  outcome: (id, phase) => {
    const [name = ''] = id.split('.', 1)
    const words = outcomes[name] ?? id
    return phase === null ? words : `${words} ${credentialWords[phase] ?? `(${phase})`}`
  },
  errata: 'Correcciones al diagrama publicado',
  errataIntroduction:
    'Este flujo sigue el diagrama que publica FusionAuth. Donde el diagrama se equivoca o se deja algo, la ejecución hace lo que dicen las especificaciones:',
  assumptions: 'Qué se supone',
  assumptionsIntroduction:
    'La documentación pública de FusionAuth deja abiertos estos puntos; no se han comprobado con un servidor real:',
  at: (numbers) => `(${messages(numbers)})`,
}
