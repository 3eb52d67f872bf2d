import type { Alphabet } from './sent.ts'
import type { ClientsWords } from './words.en.ts'

const alphabets: Readonly<Record<Alphabet, string>> = {
  characters: 'caracteres',
  hexadecimal: 'cifras hexadecimales',
  base64: 'caracteres de Base64',
}

export const clientsSpanish: ClientsWords = {
  title: '¿Qué envían los clientes reales?',
  lead: 'Las especificaciones dejan mucho a elección del cliente. Esto es lo que han elegido clientes en uso: cada uno se puso a trabajar con el sustituto de FusionAuth, y se registraron todas las peticiones.',
  measured: (count, date) =>
    `${count} clientes, registrados el ${date} por http. Una fila vale para la versión que nombra; otra versión puede hacerlo de otro modo. Los enlaces llevan a mensajes de la misma clase en los flujos de aquí, donde Store nombra su secreto en el formulario.`,
  caption: 'Lo que envía cada cliente',
  client: 'Cliente',
  authentication: 'Autenticación del cliente',
  cookies: 'Cookies en el origen de la aplicación',
  seen: 'Un mensaje así, aquí',
  noCookies: 'ninguna propia',
  groups: {
    page: 'En una página',
    node: 'En un servidor, en JavaScript',
    other: 'Otros lenguajes, servidores y herramientas',
  },
  authenticationBy: {
    basic: 'HTTP Basic, el «-» del id tal cual',
    'basic-raw': 'HTTP Basic, id y secreto tal cual',
    'basic-encoded': 'HTTP Basic, el «-» del id como %2D',
    'basic-id': 'HTTP Basic, id sin secreto',
    'empty-fields': 'además, client_id y client_secret vacíos',
    form: 'client_secret en el formulario',
    none: 'client_id en el formulario, sin secreto',
    backend: 'queda en manos del backend',
  },
  when: {
    code: 'con un código',
    refresh: 'con un refresh token',
    introspection: 'en la introspección',
    password: 'password grant',
    public: 'como cliente público',
    default: 'por defecto',
    choice: 'si se configura así',
    set: 'configurado así por nosotros',
    'after-401': 'después de un 401',
  },
  pkce: {
    always: 'S256',
    choice: 'S256, si se configura así',
    'code-only': 'S256 para un código, nada para un id_token',
    no: 'no',
    backend: 'queda en manos del backend',
    absent: 'no hay tal petición',
  },
  values: {
    uuid: 'un UUID',
    given: 'lo que se le da',
    caller: 'lo que le da la página',
    'encrypted-jwt': 'un JWT cifrado',
    'return-to': 'Base64 de JSON con la página a la que volver',
    yes: 'sí',
    no: 'no',
    absent: 'no hay tal petición',
  },
  cookieNotes: {
    'form-post': 'con form_post',
    'days-30': 'caduca en 30 días',
    'hours-24': 'caduca en 24 horas',
  },
  random: (length, alphabet) => `${length} ${alphabets[alphabet]}`,
  userAgent: (length) => `${length} caracteres que dependen del User-Agent`,
  verifier: (length, alphabet) => `verifier: ${length} ${alphabets[alphabet]}`,
  asked: 'si se configura así',
  linkOf: (what, client) => `${what}: ${client}`,
  links: {
    authorize: 'Petición de autorización',
    token: 'Petición del token',
    cookies: 'Cookies que se crean',
    password: 'Password grant',
  },
  issuerTitle: 'Quién compara iss',
  issuerLead:
    'Desde la 1.69, FusionAuth se nombra a sí mismo en su respuesta (RFC 9207). Se vio que estos clientes rechazan una respuesta que nombra a otro. No se probaron todos, así que no es una lista de cuantos lo hacen.',
  issuerMissing: 'rechaza también una respuesta sin iss',
  issuerSeen: 'La respuesta con iss',
}
