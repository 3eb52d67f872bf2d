import type { switched as english } from './english-switched.ts'
import type { Stories } from './story.ts'

const withoutHttpOnly =
  'en una cookie que también pueden leer los scripts de la página (no es HttpOnly)'
const loggedIn = 'El usuario ha iniciado sesión.'
const withoutEither =
  'en cookies que también pueden leer los scripts de la página (no son HttpOnly).'
const couldHaveRead = 'La cookie no es HttpOnly: podría haberla leído un script de la página.'
const asIfNothing = 'La respuesta llega como si no hubiera pasado nada.'

/** The stories of turned switches in Spanish, sentence by sentence as the English ones. */
export const switched: Pick<Stories, keyof typeof english> = {
  'entry-response/gives-session-and-refresh-token/readable': [
    loggedIn,
    `El navegador recibe un ID de sesión y el refresh token, ${withoutEither}`,
  ],
  'entry-response/gives-session/readable': [
    loggedIn,
    `El navegador recibe un ID de sesión, ${withoutHttpOnly}.`,
  ],
  'entry-response/gives-tokens/readable': [
    loggedIn,
    `El navegador recibe el JWT y el refresh token, ${withoutEither}`,
  ],
  'cookie-drop-response/200/readable': [`La aplicación pone el JWT ${withoutHttpOnly}.`],
  'steal-refresh-token/readable': [
    'El Hacker consigue una copia del refresh token; el navegador sigue teniendo el suyo y no nota nada.',
    couldHaveRead,
  ],
  'steal-jwt/readable': [
    'El Hacker consigue una copia del JWT; el navegador sigue teniendo el suyo y no nota nada.',
    couldHaveRead,
  ],

  'login-response/302/unguarded': [
    'La aplicación manda el navegador a FusionAuth.',
    'De state, nonce y challenge de PKCE, falta al menos uno en la dirección: lo que ese impide no se impide.',
  ],
  'authorize-request/no-challenge': [
    'El navegador pide un code a FusionAuth.',
    'No va ningún code_challenge: nadie tendrá que probar quién empezó este inicio de sesión.',
  ],
  'consent-response/302/no-challenge': [
    'FusionAuth entrega un code, y manda con él el navegador a la dirección que se le ha dicho.',
    'Este code se puede canjear sin verifier.',
  ],
  'callback-request/error': [
    'El navegador lleva a la aplicación la respuesta de FusionAuth: un error, y ningún code.',
  ],
  'token-request/authorization_code/no-verifier': [
    'La aplicación canjea el code de servidor a servidor: el navegador no interviene.',
    'Añade su secreto de cliente; no va ningún verifier.',
  ],

  'jwt-refresh-request/kept': [
    'Lo que abre la aplicación ha terminado, así que la aplicación usa el refresh token que guarda ella misma.',
    'Lo manda a la JWT API de FusionAuth, sin secreto de cliente: allí basta con el token.',
  ],
  'jwt-refresh-response/200/kept': [
    'Llegan tokens nuevos sin que nadie haya escrito una contraseña.',
    'La aplicación se guarda el refresh token.',
  ],
  'load-response/200/gives-jwt': [asIfNothing, 'Un JWT nuevo ocupa el lugar del anterior.'],

  'create-session/same-id': [
    'La aplicación guarda al usuario en una sesión con el mismo id que ha llegado.',
    'Quien conocía antes ese id puede usar ahora la sesión.',
  ],
  'load-response/200/same-id': [asIfNothing, 'La sesión es nueva; su id es el anterior.'],
  'extend-session/other-times': [
    'El ID de sesión es conocido y su sesión está viva.',
    'Cuándo termina depende de los tiempos que se han puesto aquí: cuánto puede descansar y cuánto puede vivir.',
  ],
  'checkout-response/303/to-login': [
    'No ha llegado nada que abra Store, así que no se encarga nada: se manda el navegador al inicio de sesión.',
  ],
  'checkout-response/303/elsewhere': [
    'Todavía no se encarga nada: la aplicación manda el navegador a FusionAuth, para que el usuario pruebe otra vez quién es.',
  ],
}
