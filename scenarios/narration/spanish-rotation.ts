import type { rotation as english } from './english-rotation.ts'
import type { Stories } from './story.ts'

/** The same stories in Spanish, sentence by sentence as the English ones. */
export const rotation: Pick<Stories, keyof typeof english> = {
  'keys-request': ['El operador de FusionAuth pregunta qué claves hay, con una clave de API.'],
  'keys-response/200': [
    'Cada clave tiene un nombre, su kid, que figura en la cabecera de todo JWT que ha firmado.',
    'La mitad privada de una clave no está en la respuesta.',
  ],
  'generate-key-request': [
    'Se pide a FusionAuth que genere una clave; no se le envía ningún material de clave.',
  ],
  'generate-key-response/200': [
    'La clave nueva tiene un kid propio.',
    'El sustituto le da la misma mitad pública que a la antigua, para que las ejecuciones se repitan: aquí solo el kid las distingue.',
  ],
  'signing-key-request/kept': [
    'Desde ahora el tenant debe firmar los access token y los ID token con la clave nueva.',
    'La clave antigua queda en la lista de verificación: desde la 1.69 FusionAuth verifica un JWT solo con la clave que firma, o con una que esté en la lista.',
  ],
  'signing-key-request': [
    'Desde ahora el tenant debe firmar los access token y los ID token con la clave nueva.',
    'Se quita la lista de claves de verificación: lo que firmaron las claves antiguas ya no debe valer.',
  ],
  'signing-key-response/200/kept': [
    'FusionAuth firma con la clave nueva y sigue aceptando lo que firmó la antigua, así que a nadie se le cierra la sesión.',
    'Ningún JWT vive más que timeToLiveInSeconds: cuando haya expirado el último de la clave antigua, se la puede borrar sin que nadie lo note.',
  ],
  'signing-key-response/200': [
    'FusionAuth firma con la clave nueva, y no tiene ninguna otra en la lista.',
  ],
  'delete-key-request/signed-jwts': [
    'Se va a borrar una clave antigua, aunque no han expirado todos los JWT que ha firmado.',
    'Ya no firma para el tenant: mientras firmaba, FusionAuth se habría negado.',
  ],
  'delete-key-request': [
    'Se va a borrar una clave antigua, de la que ya no hay que verificar ningún JWT.',
    'Ya no firma para el tenant: mientras firmaba, FusionAuth se habría negado.',
  ],
  'delete-key-response/200': [
    'La clave ya no está, ni se publica: ningún JWT que haya firmado se puede verificar con ella.',
  ],
  'forget-keys': [
    'La aplicación olvida las claves que había obtenido, así que el próximo JWT la obliga a descargarlas de nuevo.',
    'La clave borrada estaba entre ellas: mientras una aplicación la conserva, acepta lo que esa clave ha firmado.',
  ],
  'jwks-response/200/none-fits': [
    'Estas claves son públicas: sirven para comprobar firmas, no para hacerlas.',
    'Ninguna tiene el kid del JWT que ha llegado: su clave se borró, así que el JWT se rechaza, diga lo que diga su fecha.',
  ],
}
