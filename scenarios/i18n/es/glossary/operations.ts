/** Members of what FusionAuth's operators send and get. */
export const operations = {
  algorithm: 'El algoritmo para el que es la clave.',
  hasPrivateKey: 'Si FusionAuth tiene la mitad privada y puede firmar.',
  length: 'La longitud de la clave, en bits.',
  publicKey: 'La mitad pública: comprueba firmas, y no hace ninguna.',
  'key.id': 'El id de la clave en la API de FusionAuth.',
  'key.kid': 'El nombre de la clave en la cabecera de lo que firma y entre las claves publicadas.',
  'key.name': 'Cómo llaman los operadores a la clave.',
  'key.type': 'El tipo de clave.',
  'keys.id': 'El id de una clave en la API de FusionAuth.',
  'keys.name': 'Cómo llaman los operadores a la clave.',
  'keys.type': 'El tipo de clave.',
  accessTokenKeyId: 'La clave que firma los tokens de acceso, por su id.',
  accessTokenVerificationKeyIds:
    'Otras claves cuyos tokens de acceso se aceptan: la antigua, mientras vivan sus tokens.',
  idTokenKeyId: 'La clave que firma los ID token, por su id.',
  idTokenVerificationKeyIds:
    'Otras claves cuyos ID token se aceptan: la antigua, mientras vivan sus tokens.',
  timeToLiveInSeconds: 'Cuánto vive un JWT, en segundos.',
  'tenant.id': 'El id del tenant.',
  'tenant.name': 'El nombre del tenant.',
  'tenant.issuer': 'Quién dicen los tokens que los ha emitido (iss).',
  'tenant.jwtConfiguration.*': 'Un ajuste de los tokens del tenant, que queda como estaba.',
  'tenant.*': 'Un ajuste del tenant, que queda como estaba.',
}
