import type { Catalogue } from '../catalogue.ts'

export const raw: Catalogue['raw'] = {
  spoken: {
    'session-id': ['ID de sesión', 'identificador de sesión', 'cookie de sesión'],
    'refresh-token': ['refresh token'],
    jwt: ['access token', 'token de acceso', 'id token', 'jwt', 'tokens'],
    code: ['code', 'código'],
    'sso-session': ['inicio de sesión único'],
    state: ['state'],
    verifier: ['verifier', 'pkce'],
    password: ['contraseña'],
    'client-secret': ['client secret', 'secreto del cliente'],
  },
  title: 'Tal como se envió',
  region: 'El mensaje tal como se envió',
  nothing: 'Ningún mensaje cruzó la red, así que no hay bytes.',
  note: 'Cada línea termina en CR LF. Está marcado aquello de lo que habla la frase de arriba.',
  plainNote: 'Cada línea termina en CR LF.',
  copy: 'Copiar',
  copied: 'Copiado',
  selected: 'Seleccionado: pulsa Ctrl C',
  curlTitle: 'Pruébalo tú',
  curlRegion: 'Comando de cURL',
  curlOf: (n) => `El comando del mensaje ${n}, la petición a la que responde este.`,
  curlNothing: 'Aquí ninguna petición cruzó la red, así que no hay nada que enviar.',
  standIn:
    'Estos hosts solo existen dentro de este laboratorio. Para enviarlo a FusionAuth, pon la dirección del tuyo, o la del sustituto que arranca npm run -s stand-in.',
  placeholders: 'Pon tus propios valores donde dice <your …>: nunca entran en una grabación.',
  spent: (names) => `Ya no vale: ${names}. La respuesta no será la que ves aquí.`,
}
