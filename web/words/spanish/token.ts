import type { Catalogue } from '../catalogue.ts'

export const token: Catalogue['token'] = {
  opaque: {
    'session-id':
      'Un nombre aleatorio para una entrada en la memoria de la aplicación; no hay nada que leer dentro.',
    'refresh-token':
      'Un nombre aleatorio para una entrada en la memoria de FusionAuth; no hay nada que leer dentro.',
    code: 'Un nombre aleatorio para un inicio de sesión que recuerda FusionAuth; no hay nada que leer dentro.',
    'sso-session':
      'Un nombre aleatorio para la sesión propia de FusionAuth; no hay nada que leer dentro.',
    state: 'Letras aleatorias que la aplicación inventó para este inicio de sesión.',
    verifier: 'Letras aleatorias que la aplicación inventó para este inicio de sesión.',
  },
  opaqueTitle: 'Valores sin contenido',
  decoded: 'descodificado',
  header: 'Cabecera',
  claims: 'Claims',
  contents: 'Cabecera y claims',
  signature: 'Firma',
  expiresIn: (time) => `caduca en ${time}`,
  expired: (time) => `caducó hace ${time}`,
  ago: (time) => `hace ${time}`,
  ahead: (time) => `dentro de ${time}`,
  now: 'ahora',
  noExpiry: 'no se le conoce un final propio',
  checking: 'Se está comprobando …',
  valid: (kid, n) => `Válida: hecha con la clave ${kid} que el mensaje ${n} trajo de FusionAuth.`,
  invalid: (kid, n) =>
    `No es válida: no se hizo con la clave ${kid} del mensaje ${n}, o el token se cambió.`,
  noKeys:
    'Sin comprobar: en esta ejecución aún no se han pedido las claves públicas de FusionAuth.',
  unknownKey: (kid, n) =>
    `Sin comprobar: la clave ${kid} no está entre las que trajo el mensaje ${n}.`,
  unsigned: 'No la hay: alg es «none». Nadie puede aceptar un token así.',
  sharedSecret: (alg) =>
    `Sin comprobar: ${alg} firma con un secreto que comparten las dos partes y nadie publica.`,
  unsupported: (alg) => `Sin comprobar: esta página no sabe comprobar ${alg}.`,
  unavailable: 'Sin comprobar: los navegadores solo lo hacen en https y en localhost.',
}
