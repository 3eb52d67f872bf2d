import type { DefendWords } from './words.en.ts'

const defences: DefendWords['defences'] = {
  'http-only': [
    'HttpOnly',
    'Los scripts de la página no pueden leer las cookies de la aplicación.',
  ],
  secure: ['Secure', 'Las cookies nunca se envían sin cifrar.'],
  'same-site': ['SameSite', 'Con qué peticiones de otros sitios se envían las cookies.'],
  'host-prefix': [
    '__Host-',
    'Solo este host puede poner la cookie; un vecino no puede colocar una.',
  ],
  'refresh-token-place': [
    'Lugar del refresh token',
    'En una cookie, o en el servidor junto a la sesión.',
  ],
  'new-id-at-login': [
    'Id nuevo al iniciar sesión',
    'Un id de sesión anterior al inicio de sesión no abre nada después.',
  ],
  'session-idle-minutes': [
    'Inactividad de una sesión',
    'Minutos sin peticiones tras los que se acaba.',
  ],
  'session-absolute-minutes': [
    'Vida máxima de una sesión',
    'Minutos tras los que se acaba, por activa que esté.',
  ],
  'client-binding': [
    'Ligada al cliente',
    'Una sesión se acaba cuando la presenta otro tipo de cliente.',
  ],
  state: ['state', 'Solo el navegador que empezó el inicio de sesión acepta su respuesta.'],
  nonce: ['nonce', 'El id token solo vale para el inicio de sesión para el que se emitió.'],
  pkce: ['PKCE', 'Un code no vale nada sin el verifier de quien lo pidió.'],
  iss: ['Comprobación de iss', 'La respuesta debe nombrar al FusionAuth al que se preguntó.'],
  'refuse-duplicates': [
    'Rechazar duplicados',
    'Un parámetro o una cookie que llega dos veces se rechaza.',
  ],
  'return-to-allow-list': [
    'Lista de retornos',
    'La aplicación no envía a nadie a direcciones ajenas.',
  ],
  'csrf-token': ['Token CSRF', 'Un formulario solo vale con el token que se dio a la página.'],
  'origin-check': [
    'Comprobación de Origin',
    'Un cambio solo vale cuando lo pide la propia página de la aplicación.',
  ],
  'fetch-metadata': [
    'Fetch metadata',
    'Las cabeceras Sec-Fetch delatan las peticiones de otros sitios, y se rechazan.',
  ],
  csp: [
    'Content Security Policy',
    'Los scripts que la página no nombra no se ejecutan ni envían nada.',
  ],
  'output-escaping': [
    'Escapado de la salida',
    'Lo que escriben los usuarios se muestra como texto y nunca pasa a ser parte de la página.',
  ],
  're-authentication': ['Volver a autenticarse', 'Un paso delicado vuelve a pedir la contraseña.'],
  'log-redaction': [
    'Logs censurados',
    'El log de la aplicación no contiene ids de sesión ni tokens.',
  ],
  hsts: ['HSTS', 'El navegador solo pregunta por https, aunque un enlace diga http.'],
  'log-out-everywhere': [
    'Cerrar sesión en todas partes',
    'Un botón acaba de una vez con todas las sesiones y refresh tokens del usuario.',
  ],
  'rp-initiated-logout': [
    'Cerrar sesión también en FusionAuth',
    'Cerrar sesión acaba también con la sesión del propio FusionAuth.',
  ],
  'back-channel-logout': [
    'Cierre de sesión por el canal trasero',
    'Las aplicaciones acaban sesiones cuando lo dice un logout token.',
  ],
  'logout-token-checks': [
    'Comprobación de logout tokens',
    'Se comprueban firma, emisor y destinatario de un logout token.',
  ],
  'single-flight': ['Una sola renovación', 'Dos peticiones a la vez comparten una renovación.'],
  rotation: ['Rotación', 'Cada uso de un refresh token trae uno nuevo, y el viejo queda gastado.'],
  'reuse-detection': [
    'Detección de reutilización',
    'Un refresh token gastado que vuelve acaba con toda la familia.',
  ],
  'grace-seconds': [
    'Periodo de gracia',
    'Segundos en los que aún se acepta un refresh token gastado.',
  ],
  'refresh-token-minutes': ['Vida de un refresh token', 'Minutos sin uso tras los que se acaba.'],
  'refresh-token-absolute-minutes': [
    'Vida máxima de un refresh token',
    'Minutos tras los que se acaba, por activo que esté; 0 es sin límite.',
  ],
  'pkce-required': ['PKCE obligatorio', 'FusionAuth no acepta ningún inicio de sesión sin PKCE.'],
  'client-authentication': [
    'Autenticación del cliente',
    'FusionAuth solo canjea codes y refresh tokens con el client secret.',
  ],
  'exact-redirect-uris': [
    'Redirect URIs exactas',
    'FusionAuth solo responde a direcciones registradas letra por letra.',
  ],
  'revoke-on-password-change': [
    'Revocar al cambiar la contraseña',
    'Una contraseña nueva acaba con los refresh tokens del usuario.',
  ],
  'sso-minutes': ['Vida de la sesión de inicio único', 'Minutos sin uso tras los que se acaba.'],
  'jwt-minutes': ['Vida de un JWT', 'Minutos tras los que se acaba; nada lo acaba antes.'],
  'redirect-after-login': [
    'Redirección tras el inicio de sesión',
    'Su estado: con 307 el navegador enviaría otra vez la contraseña.',
  ],
  'codes-once': ['Los codes valen una vez', 'Un code ya canjeado se rechaza.'],
  'verifier-check': ['Comprobación del verifier', 'FusionAuth compara verifier y challenge.'],
  'client-match': [
    'Cliente correcto',
    'Un code o un token solo vale para el cliente al que se emitió.',
  ],
  'scope-check': ['Comprobación del scope', 'Una renovación no trae más de lo concedido.'],
  'third-party-cookies': [
    'Cookies de terceros',
    'Si el navegador guarda y envía cookies de otros sitios.',
  ],
  'token-cookie-same-site': [
    'SameSite de las cookies de tokens de FusionAuth',
    'Lax como lo pone FusionAuth, o None como suponen los artículos.',
  ],
}

export const defendSpanish: DefendWords = {
  title: 'Ataque y defensa',
  close: 'Cerrar',
  attack: 'Ataque',
  attackLead: 'Elige uno y mira qué lo detiene aquí.',
  none: 'Ninguno: reproducir la lección tal cual',
  findAttack: 'Busca un ataque',
  noAttacks: 'Aquí no se conoce ningún ataque.',
  cannot: 'No se puede probar en este flujo',
  precondition: 'Necesita',
  incident: 'Ocurrió',
  read: 'Leer sobre ello',
  stops: 'Debería detenerlo',
  stopsNot: 'No debería cambiar nada',
  tryIt: (title) => `Probar ${title}`,
  tryAll: 'Probarlas todas',
  here: 'Atacar en esta ejecución, ahora',
  trying: 'Probando…',
  undefended: 'Sin defensa',
  withIt: (title) => `Con ${title}`,
  wins: 'Tiene éxito',
  fails: 'Queda detenido',
  at: (n) => `mensaje ${n}`,
  decidedAt: (n, label) => `Se decide en el mensaje ${n}: ${label}`,
  failed: (problem) => `No se pudo reproducir: ${problem}`,
  confirmed: 'como se esperaba',
  surprising: 'distinto de lo esperado',
  play: 'Reproducirlo',
  defence: 'Defensas',
  defenceLead: 'Lo que cambies aquí vale para toda la ejecución.',
  preset: 'Partir de',
  presets: {
    usual: [
      'Como siempre aquí',
      'Los valores por defecto de FusionAuth y aplicaciones cuidadosas.',
    ],
    'as-published': [
      'Como se publicó',
      'Solo lo que muestran los diagramas: sin state, sin PKCE, sin rotación.',
    ],
    'best-practice': ['Buenas prácticas', 'Activado todo lo que piden los estándares de hoy.'],
  },
  sides: {
    application: 'En las aplicaciones',
    FusionAuth: 'En FusionAuth',
    browser: 'En el navegador',
  },
  defences,
  find: 'Busca un interruptor',
  noDefence: 'Ningún interruptor tiene esas palabras.',
  without: 'No cambia nada en este flujo',
  notHere: 'Lo que aquí no se reproduce, y por qué',
  outOfReach: {
    dpop: [
      'DPoP',
      'Tokens ligados a una clave del cliente. FusionAuth lo tiene en su edición Enterprise; aquí ni el sustituto ni los navegadores guardan claves.',
    ],
    'device-bound-sessions': [
      'Device Bound Session Credentials',
      'Cookies ligadas a una clave en el chip de seguridad del dispositivo. Hace falta ese chip, y un navegador que lo admita.',
    ],
    passkeys: [
      'Passkeys, y los proxies de phishing que detienen',
      'El sustituto no tiene WebAuthn, y los navegadores de aquí no tienen autenticador.',
    ],
    'whole-jar': [
      'Infostealers',
      'El malware se lleva todas las cookies a la vez; aquí el Hacker toma un valor cada vez, para que se vea qué abre cada uno.',
    ],
    'mix-up': [
      'Confusión de servidores de autorización',
      'Hacen falta dos. Aquí hay uno; lo que evita el parámetro iss se ve al apagarlo.',
    ],
  },
  usualIs: (value) => `normalmente: ${value}`,
  on: 'sí',
  off: 'no',
  weak: 'debilitado para este ataque',
  changed: (count) =>
    count === 0
      ? 'Todo está como siempre.'
      : count === 1
        ? '1 interruptor no está como siempre.'
        : `${count} interruptores no están como siempre.`,
  run: 'Reproducir con estos',
  runAttack: 'Reproducir el ataque',
  reset: 'Todo como siempre',
  copy: 'Enlace a esto',
  matrix: 'Todos los ataques y defensas de un vistazo',
}
