import { attacks } from './spanish-attacks.ts'
import { rotation } from './spanish-rotation.ts'
import { switched } from './spanish-switched.ts'
import type { Stories } from './story.ts'

const loggedIn = 'El usuario ha iniciado sesión.'

const noUsableAnswer = [
  'FusionAuth no ha dado ninguna respuesta útil, así que nadie ha iniciado sesión.',
  'No se quita ninguna cookie de una sesión: el usuario puede volver a intentarlo.',
] as const

const overButRenewable =
  'Lo que ha llegado no abre la aplicación, pero entre ello hay un refresh token.'

const forNewTokens = [
  overButRenewable,
  'La aplicación lo cambia por tokens nuevos y se identifica con su secreto de cliente.',
] as const

const onlyFusionAuthKnows = [
  'La aplicación prueba el refresh token.',
  'El token es un texto aleatorio: solo FusionAuth puede saber si sigue vivo.',
] as const

const bearer = [
  'El token sigue vivo, así que FusionAuth lo acepta.',
  'Nada en él dice quién lo presenta: quien lo tiene puede usarlo (un bearer token).',
] as const

const renewed = [
  'Llegan tokens nuevos sin que nadie haya escrito una contraseña.',
  'Entre ellos hay un refresh token, quizá nuevo, así que la aplicación lo entrega otra vez.',
] as const

const deadToken = [
  'FusionAuth no acepta este refresh token y responde 400.',
  'Ahora solo sirve volver a iniciar sesión.',
] as const

const asForTheUser =
  'Store pregunta a FusionAuth igual que lo haría por el usuario: no puede distinguir al ladrón de la víctima.'

const codeHanded = [
  'FusionAuth entrega al navegador un code y lo manda de vuelta a la aplicación.',
  'El code por sí solo no le sirve a un ladrón: el verifier que le corresponde nunca ha salido de la aplicación.',
] as const

const keptCookies = 'No quita ninguna cookie, así que el próximo intento puede funcionar.'
const asIfNothing = 'La respuesta llega como si no hubiera pasado nada.'
const newSession = [asIfNothing, 'Un ID de sesión nuevo ocupa el lugar del anterior.'] as const
const newJwt = [asIfNothing, 'Un JWT nuevo ocupa el lugar del anterior.'] as const
const answersApplication = 'FusionAuth responde a la aplicación, no al dispositivo del usuario.'
const jwtOver = 'El JWT que va está caducado, como dice la fecha del propio token.'
const oldJwt = [jwtOver, 'El refresh token va también, haga falta o no.'] as const
const oldSession = [
  'Va el ID de sesión antiguo.',
  'El navegador no puede saber que la sesión ha terminado en el servidor: la cookie no tiene fecha de caducidad.',
] as const
const bothTokensOver = [
  'Siguen yendo ambos tokens.',
  'El JWT está caducado, y el refresh token está muerto en FusionAuth.',
] as const
const shell = 'La página llega sin contenido propio'
const formRefused = [
  'El formulario no es para todo el mundo: se manda el navegador al inicio de sesión.',
] as const
const takesBack = 'La aplicación retira lo que había dejado en el navegador.'
const stops = 'La lección termina aquí.'

/** The stories in Spanish, sentence by sentence as the English ones. */
export const spanish: Stories = {
  'home-request': [
    'El navegador pide la página de inicio.',
    'No lleva ningún ID de sesión, así que nada dice quién es el usuario.',
  ],
  'home-request/others-withheld': [
    'Este es otro host, y las cookies de la otra aplicación son solo para el suyo: no va ninguna.',
    'Así que nada aquí delata aquel inicio de sesión.',
  ],
  'home-request/Hacker': ['El Hacker pide la página de inicio, que es para todo el mundo.'],
  'home-request/with-keys': [
    'El navegador pide la página de inicio y sus cookies van con la petición.',
    'La página de inicio es para todo el mundo: la aplicación ni siquiera las mira.',
  ],
  'home-request/parent-domain': [
    'El navegador pide la página de inicio y los tokens van con la petición.',
    'Sus cookies están en el dominio padre, así que van a todos los hosts que dependen de él, sea cual sea la aplicación para la que se hicieron.',
  ],
  'home-response/200': [
    'Llega la página de inicio, con un enlace para iniciar sesión.',
    'No pone ninguna cookie: todavía no hay nada que recordar.',
  ],
  'any-response/200/shell': [`${shell}: su script lo irá a buscar.`, 'No pone ninguna cookie.'],
  'user-request': ['El script de la página pregunta a la aplicación quién ha iniciado sesión.'],
  'user-response/200': [
    'Alguien ha iniciado sesión, como dice la respuesta; no lleva ningún token, ni el script lo necesita.',
  ],
  'user-response/404': [
    'Que sepa la aplicación, nadie ha iniciado sesión.',
    'El script muestra la página de inicio con su botón para iniciarla.',
  ],
  'check-local-storage': ['El script busca un JWT en local storage, sin preguntar a nadie.'],
  'open-app': [
    'El usuario abre la app; está en el dispositivo, y no hay que pedir nada para ello.',
  ],
  'go-home': ['La app vuelve a mostrar su primera vista, sin preguntar a nadie.'],
  'show-problem': ['La petición no ha llegado a nada, y la página lo dice.'],
  'render-login-form': [
    'El script muestra un formulario de inicio de sesión, sin pedírselo a nadie.',
    'Lo que se escriba en él, lo leerá y lo enviará el propio script.',
  ],

  'login-request': ['El usuario sigue el enlace para iniciar sesión.'],
  'login-request/by-itself': [
    'El script lleva el navegador al inicio de sesión; nadie ha hecho clic en nada.',
  ],
  'login-request/redirected': [
    'El navegador sigue por sí mismo la redirección al inicio de sesión; nadie ha hecho clic en nada.',
  ],
  'login-response/302': [
    'La aplicación manda el navegador a FusionAuth, con un state, un nonce y un challenge de PKCE en la dirección.',
    'Se guarda el verifier de PKCE y marca este navegador con una cookie que vive diez minutos.',
  ],
  'login-response/200': [
    'El formulario de inicio de sesión es de la propia aplicación.',
    'Lo que se escriba en él se enviará a la aplicación.',
  ],

  'authorize-request': [
    'El navegador pide un code a FusionAuth, por encargo de la aplicación.',
    'El code_challenge es el hash del verifier, que solo tiene la aplicación: más tarde probará quién empezó este inicio de sesión.',
  ],
  'authorize-request/with-sso-session': [
    'El navegador vuelve a FusionAuth y lleva la cookie de la sesión propia de FusionAuth.',
    'Ninguna aplicación ve nunca esta cookie: es solo para el host de FusionAuth.',
  ],
  'authorize-request/token': [
    'El navegador pide un token a FusionAuth directamente: sin code de por medio, sin secreto de cliente y sin PKCE.',
  ],
  'authorize-request/token/with-sso-session': [
    'El navegador pide un token a FusionAuth directamente, y lleva la cookie de la sesión propia de FusionAuth.',
  ],
  'open-browser': [
    'La app abre el navegador del sistema, para que la contraseña no se escriba en la app.',
    'El verifier de PKCE se queda en el dispositivo.',
  ],
  'authorize-response/200': ['FusionAuth muestra una página suya antes de continuar.'],
  'authorize-response/200/form': [
    'El formulario viene de FusionAuth y se envía de vuelta a FusionAuth.',
    'La contraseña se escribe en una página de FusionAuth, y de ninguna aplicación.',
  ],
  'authorize-response/302': [
    'FusionAuth deja que el navegador siga adelante, sin mostrar una página.',
  ],
  'authorize-response/302/by-sso': [
    'Esta vez no hay formulario: FusionAuth reconoce su propia sesión y deja pasar al navegador.',
    'Eso es el inicio de sesión único (SSO).',
  ],
  'authorize-response/400': [
    'FusionAuth rechaza la petición con una página suya y no redirige.',
    'Un servidor no debe mandar un navegador a una dirección de la que no puede fiarse (RFC 6749 §4.1.2.1).',
  ],

  'credentials-request/FusionAuth': [
    'La contraseña viaja, y esta vez va a FusionAuth.',
    'El formulario era una página de FusionAuth.',
  ],
  'relogin.credentials-request/FusionAuth': [
    'La contraseña viaja otra vez, y otra vez a FusionAuth.',
  ],
  'credentials-request': ['La contraseña va a la aplicación.', 'Desde ahora la conoce uno más.'],
  'credentials-request/same-password': [
    'Otra aplicación, otro formulario y la misma contraseña una vez más.',
    'Sin inicio de sesión único, cada aplicación la pide por su cuenta.',
  ],
  'relogin.credentials-request/Store': [
    'La contraseña vuelve a pasar por la aplicación.',
    'El navegador no tiene en FusionAuth ninguna sesión que pueda ahorrarle el formulario al usuario.',
  ],
  'credentials-response/200': ['FusionAuth muestra otra página suya antes de continuar.'],
  'credentials-response/200/form': [
    'El formulario vuelve con un error y sin code.',
    'No dice si estaba mal el nombre de usuario o la contraseña.',
  ],
  'credentials-response/422': [
    'El formulario vuelve, con una nota sobre lo que ha ido mal.',
    'No se ha creado ninguna sesión ni se pone ninguna cookie.',
  ],
  'credentials-response/302/FusionAuth': [
    'El nombre de usuario y la contraseña eran correctos.',
    'FusionAuth manda el navegador a un paso siguiente, también suyo.',
  ],
  'entry-response/gives-session-and-refresh-token': [
    loggedIn,
    'El navegador recibe un ID de sesión y el refresh token, en cookies que ningún script puede leer (HttpOnly).',
  ],
  'entry-response/gives-session': [
    loggedIn,
    'El navegador recibe un ID de sesión, en una cookie que ningún script puede leer (HttpOnly).',
  ],
  'entry-response/gives-tokens': [
    loggedIn,
    'El navegador recibe el JWT y el refresh token, en cookies que ningún script puede leer (HttpOnly).',
  ],
  'entry-response/gives-jwt': [
    loggedIn,
    'El navegador recibe el JWT en una cookie; no va ningún refresh token.',
  ],
  'entry-response/gives-tokens-in-body': [
    loggedIn,
    'JWT y refresh token llegan en el cuerpo, y la app los guarda en el dispositivo.',
  ],
  'credentials-response/401': [
    'La aplicación rechaza el inicio de sesión, y no pone ninguna cookie.',
  ],
  'credentials-response/502': noUsableAnswer,

  'consent-request': [
    'El navegador sigue la redirección de FusionAuth hacia sí mismo.',
    'Aquí es donde FusionAuth preguntaría si la aplicación puede tener lo que pide.',
  ],
  'consent-response/302': codeHanded,
  'consent-response/302/with-sso-cookie': [
    ...codeHanded,
    'Con él llega la cookie de la sesión propia de FusionAuth, que hace posible el inicio de sesión único.',
  ],
  'consent-response/302/token': [
    'FusionAuth pone el JWT en la dirección, detrás de # (el fragmento), y manda el navegador de vuelta.',
    'Un navegador no envía el fragmento a ningún servidor: solo puede leerlo un script de la página.',
  ],
  'app-link': [
    'El sistema sabe que esta dirección es de la app, y se la entrega.',
    'El servidor de la aplicación nunca ve el code.',
  ],
  'callback-request/no-query': [
    'El navegador vuelve a la aplicación.',
    'El JWT se queda detrás de #, y no se envía.',
  ],
  'callback-request': [
    'El navegador lleva el code de vuelta a la aplicación.',
    'Lo que figura en la dirección es un code, y ningún token.',
  ],
  'callback-response/200/shell': [
    `${shell}.`,
    'Su script sacará el JWT de la dirección, que solo él puede ver entera.',
  ],
  'callback-response/400': ['La aplicación no acepta esta respuesta y no crea ninguna sesión.'],
  'callback-response/502': noUsableAnswer,

  'token-request/authorization_code': [
    'La aplicación canjea el code de servidor a servidor: el navegador no interviene.',
    'Añade su secreto de cliente, y el verifier de PKCE para probar que fue ella quien empezó este inicio de sesión.',
  ],
  'token-request/password': [
    'La aplicación pasa la contraseña a FusionAuth, con su propio secreto de cliente.',
    'Hoy la regla es no usar este grant (RFC 9700 §2.4): las contraseñas no deben pasar por las aplicaciones.',
  ],
  'token-request/authorization_code/direct': [
    'La app canjea ella misma el code, con FusionAuth.',
    'No tiene secreto de cliente: ninguna app podría guardarlo. El verifier de PKCE prueba que fue ella quien empezó este inicio de sesión.',
  ],
  'token-request/refresh_token': forNewTokens,
  'token-request/refresh_token/kept': [
    'El JWT ha caducado, así que la aplicación usa el refresh token que guarda ella misma.',
    forNewTokens[1],
  ],
  'relogin.token-request/refresh_token': onlyFusionAuthKnows,
  'token-request/refresh_token/for-Hacker': [
    asForTheUser,
    'Añade el secreto de cliente, que el ladrón no tiene, y así le hace el trabajo.',
  ],
  'token-response/200': [answersApplication],
  'token-response/200/goes-on-session-and-refresh-token': [
    answersApplication,
    'El access token se queda en el servidor; el refresh token seguirá hasta el navegador, en una cookie.',
  ],
  'token-response/200/goes-on-session': [
    answersApplication,
    'Todos los tokens se quedan en el servidor: el navegador recibirá solo un ID de sesión.',
  ],
  'token-response/200/goes-on-tokens': [
    answersApplication,
    'Tanto el access token como el refresh token seguirán hasta el navegador, en cookies.',
  ],
  'token-response/200/goes-on-tokens-in-body': [
    answersApplication,
    'Tanto el access token como el refresh token seguirán hasta la app, en el cuerpo.',
  ],
  'token-response/200/direct': [
    'FusionAuth da el access token y el refresh token a la propia app, que los guarda en el dispositivo.',
  ],
  'token-response/200/refresh_token': renewed,
  'token-response/200/refresh_token/kept': [
    renewed[0],
    'La aplicación se guarda el refresh token.',
  ],
  'token-response/200/refresh_token/for-Hacker': bearer,
  'token-response/400': [
    'FusionAuth lo rechaza con 400 y da nombre al error.',
    'No llega ningún token.',
  ],
  'token-response/400/refresh_token': deadToken,
  'token-response/401': ['FusionAuth no acepta las credenciales de la propia aplicación.'],

  'login-api-request': [
    'La aplicación pasa la contraseña a la Login API de FusionAuth, con una clave de API propia.',
    'Ahora conocen la contraseña dos partes.',
  ],
  'login-api-request/direct': [
    'La contraseña va directamente a la Login API de FusionAuth.',
    'No va ninguna clave de API: FusionAuth tiene que estar configurado para no exigirla.',
  ],
  'login-api-response/200/direct': [
    'FusionAuth da al propio dispositivo del usuario un JWT y un refresh token.',
    'El servidor de ninguna aplicación ha visto la contraseña.',
  ],
  'login-api-response/200/direct/cookies-refused': [
    'FusionAuth da al script un JWT y un refresh token, y pondría ambos como cookies.',
    'Aquí el navegador no acepta ninguna cookie de otro sitio.',
  ],
  'login-api-response/200': [
    'FusionAuth devuelve el usuario, un JWT y un refresh token a la aplicación.',
    'En este flujo el dispositivo del usuario nunca llega a FusionAuth, que así no guarda ninguna sesión con la que entrar en otro sitio.',
  ],
  'login-api-response/404': [
    'FusionAuth responde 404, tanto si la contraseña es errónea como si el usuario no existe.',
    'Así la respuesta no revela quién tiene una cuenta.',
  ],
  'preflight-request': [
    'Antes de que un script pueda enviar JSON a otro origen, el navegador pregunta allí (un preflight de CORS).',
    'No va ninguna cookie ni contraseña.',
  ],
  'preflight-response/204': [
    'FusionAuth lo permite: este origen, este método y esta cabecera, y también cookies.',
  ],
  'jwt-refresh-request/direct': [
    'El script pide un JWT nuevo a FusionAuth.',
    'El refresh token va en la cookie que puso FusionAuth.',
  ],
  'jwt-refresh-request/direct/no-refresh-token': [
    'El script pide un JWT nuevo a FusionAuth, pero el navegador no tiene ningún refresh token que enviar.',
  ],
  'jwt-refresh-request/Hacker': [
    'El Hacker lleva el refresh token robado a FusionAuth, en la cookie en la que estaba.',
    'No se le pide ninguna contraseña ni ningún secreto de cliente.',
  ],
  'jwt-refresh-response/200/direct': [
    'Llega un JWT nuevo sin que nadie haya escrito una contraseña.',
    'FusionAuth pone otra vez el refresh token, quizá uno nuevo.',
  ],
  'jwt-refresh-response/200/Hacker': bearer,
  'jwt-refresh-response/400/direct/no-refresh-token': [
    'FusionAuth no ha recibido ningún refresh token, y responde 400.',
    'Ahora solo sirve volver a iniciar sesión.',
  ],
  'jwt-refresh-request': [
    overButRenewable,
    'La aplicación lo manda a la JWT API de FusionAuth, sin secreto de cliente: allí basta con el token.',
  ],
  'relogin.jwt-refresh-request': onlyFusionAuthKnows,
  'jwt-refresh-request/for-Hacker': [asForTheUser],
  'jwt-refresh-request/Hacker/empty-handed': [
    'El Hacker pide un JWT nuevo, y no tiene ningún refresh token que enviar.',
  ],
  'jwt-refresh-response/200': renewed,
  'jwt-refresh-response/200/api/for-Hacker': bearer,
  'jwt-refresh-response/400': deadToken,

  'jwks-request': [
    'La aplicación descarga las claves públicas de FusionAuth para comprobar por sí misma quién firmó el token que le han dado.',
  ],
  'jwks-response/200': [
    'Estas claves son públicas: sirven para comprobar firmas, no para hacerlas.',
    'Una de ellas corresponde al token que acaba de llegar.',
  ],

  'cookie-drop-request': [
    'El script entrega el JWT a la aplicación, para que lo ponga en una cookie.',
  ],
  'cookie-drop-response/200': [
    'La aplicación pone el JWT en una cookie que ningún script puede leer (HttpOnly).',
  ],
  'cookie-drop-response/401': ['La aplicación no acepta este JWT: se hizo para otra.'],
  'start-session-request': [
    'El script entrega el JWT a la aplicación, que debe empezar con él una sesión.',
  ],
  'local-storage-drop': [
    'El script guarda el JWT en local storage.',
    'Allí puede leerlo cualquier script de esta página, también uno introducido a escondidas.',
  ],
  'local-storage-clear': ['El script quita el JWT de local storage.'],
  clobbered: [
    'La cookie de FusionAuth es una sola para todas las aplicaciones.',
    'Lo que contenía para la otra aplicación queda sobrescrito.',
  ],

  'revoke-request': [
    'Se pide a FusionAuth que revoque: un refresh token, o todos los del usuario.',
  ],
  'revoke-response/200': [
    'Lo que se ha señalado está muerto desde ahora, esté donde esté una copia suya.',
  ],

  'create-session': [
    'La sesión se guarda en el servidor y contiene al usuario.',
    'Al navegador va solo su id: un texto aleatorio que no dice nada de nadie.',
  ],
  'refresh.create-session': [
    'La aplicación crea una sesión nueva, con un id nuevo.',
    'El usuario no ha tenido que hacer nada para ello.',
  ],
  'create-session/for-Hacker': [
    'Store crea una sesión nueva a nombre de la víctima, para el ladrón.',
  ],
  'extend-session': [
    'El ID de sesión es conocido y su sesión está viva.',
    'Cada uso mueve su final a 30 minutos desde ahora, pero nunca más allá de 12 horas desde que empezó.',
  ],
  'extend-session/for-Hacker': ['El Hacker ya tiene una sesión propia, y cada uso la alarga.'],
  'extend-session/for-Hacker/victims': [
    'Store encuentra la sesión de la víctima y la alarga: el propio tráfico del ladrón la mantiene viva.',
  ],
  'login-again': ['Store ha mandado el navegador al inicio de sesión, que empieza de nuevo.'],

  'login-again/refused': [
    'La respuesta ha sido que no, así que el inicio de sesión empieza de nuevo sin que nadie lo pida.',
  ],
  'wait-for-refresh': [
    'Ya hay una renovación en curso, así que esta petición espera su resultado.',
  ],

  'load-request': ['Se pide lo que está detrás del inicio de sesión, y no va nada que lo abra.'],
  'cart-request/just-logged-in': [
    'El navegador sigue la redirección al carrito, y lo que acaba de recibir va con la petición.',
    'Manda sus cookies por sí mismo, según permiten las reglas de cada una.',
  ],
  'posts-request/just-logged-in': [
    'Forums recibe lo que acaba de poner.',
    'El navegador no lo manda a ningún otro host.',
  ],
  'load-request/with-refresh-token': [
    'El navegador manda el ID de sesión y el refresh token por sí mismo, según permiten las reglas de cada cookie.',
  ],
  'posts-request/with-refresh-token': [
    'El navegador manda a Forums las dos cookies que puso Forums, y ninguna de otro host.',
  ],
  'load-request/with-session-id': [
    'El navegador manda el ID de sesión por sí mismo, según permiten las reglas de su cookie.',
  ],
  'load-request/refresh-token-over': [
    'El navegador manda solo el ID de sesión: su cookie con el refresh token ha caducado.',
  ],
  'load-request/old/with-session-id': oldSession,
  'load-request/old/with-refresh-token': oldSession,
  'relogin.cart-request/old/with-refresh-token': [
    'El navegador sigue mandando ambas cookies.',
    'En los servidores, tanto la sesión como el refresh token están muertos.',
  ],
  'load-request/with-both-tokens': [
    'El navegador manda el JWT y el refresh token por sí mismo, según permiten las reglas de cada cookie.',
  ],
  'load-request/old/with-both-tokens': oldJwt,
  'relogin.cart-request/old/with-both-tokens': bothTokensOver,
  'load-request/with-refresh-token-alone': [
    'El navegador manda solo el refresh token: la cookie que abría la página ya no está.',
  ],
  'load-request/with-jwt': [
    'El navegador manda el JWT por sí mismo, según permiten las reglas de su cookie.',
  ],
  'load-request/old/with-jwt': [
    jwtOver,
    'El navegador no mira dentro: la cookie no tiene fecha de caducidad.',
  ],
  'load-request/with-bearer': [
    'El script pone él mismo el JWT en una cabecera (Authorization: Bearer).',
    'Aquí ninguna cookie abre nada.',
  ],
  'load-request/with-bearer-and-refresh-token': [
    'La app pone ella misma el JWT y el refresh token en cabeceras; no hay cookies.',
  ],
  'load-request/old/with-bearer-and-refresh-token': oldJwt,
  'relogin.cart-request/old/with-bearer-and-refresh-token': bothTokensOver,

  'cart-response/200': ['Llega el carrito del usuario que figura en la sesión.'],
  'cart-response/200/by-jwt': [
    'Llega el carrito del usuario que figura en el JWT.',
    'No ha habido que buscar ninguna sesión: el token lo dice todo, y su firma lo prueba.',
  ],
  'load-response/200/gives-session': newSession,
  'load-response/200/gives-session-and-refresh-token': newSession,
  'load-response/200/gives-tokens': newJwt,
  'load-response/200/gives-tokens-in-body': newJwt,
  'posts-response/200': [
    'Forums muestra sus publicaciones.',
    'Tiene una sesión propia, distinta de la de Store.',
  ],
  'posts-response/200/by-jwt': [
    'Forums muestra sus publicaciones.',
    'El JWT se hizo para Forums, como dice su audiencia; uno para Store no serviría.',
  ],
  'load-response/302': [
    'No ha llegado nada que abra la página o renueve la sesión, y se manda el navegador al inicio de sesión.',
  ],
  'load-response/401': [
    'No ha llegado nada que abra esto o renueve la sesión.',
    'La respuesta es 401: lo que pase después es cosa de quien ha preguntado.',
  ],
  'load-response/302/Hacker': [
    'Nada de lo que ha llegado sirve: al Hacker se le manda al inicio de sesión, como a cualquiera.',
  ],
  'load-response/401/Hacker': ['Nada de lo que ha llegado sirve: el Hacker recibe 401.'],
  'cart-response/502': [
    'FusionAuth no ha dado ninguna respuesta útil, y Store lo dice.',
    keptCookies,
  ],
  'posts-response/502': [
    'FusionAuth no ha dado ninguna respuesta útil, y Forums lo dice.',
    keptCookies,
  ],

  'order-form-request': ['El navegador pide la página con el formulario del pedido.'],
  'order-form-response/200': ['Llega el formulario del pedido.'],
  'order-form-response/302': formRefused,
  'post-form-request': ['El navegador pide el formulario de una publicación nueva.'],
  'post-form-response/200': ['Llega el formulario.'],
  'post-form-response/302': formRefused,
  'post-request': ['El usuario escribe una publicación.'],
  'post-response/303': ['La publicación se guarda, y se manda el navegador a verlas todas.'],
  'post-response/200': ['La publicación se guarda.'],
  'checkout-request': ['El usuario encarga lo que hay en el carrito.'],
  'checkout-response/303': [
    'El pedido se acepta, y se manda el navegador a una página que lo dice.',
  ],
  'checkout-response/200': ['El pedido se acepta, como dice la respuesta.'],
  'checkout-response/401': [
    'Con lo que ha llegado nadie ha iniciado sesión, así que no se encarga nada.',
  ],
  'ordered-request': ['El navegador pide la página que dice lo que se ha encargado.'],
  'ordered-response/200': ['La página dice que el pedido se ha aceptado.'],
  'change-password-request': ['La aplicación pasa a FusionAuth la contraseña anterior y la nueva.'],
  'change-password-response/200': ['FusionAuth ha aceptado la contraseña nueva.'],
  'tokens-request': ['La aplicación pregunta a FusionAuth qué refresh tokens tiene el usuario.'],
  'tokens-response/200': ['FusionAuth da la lista de los refresh tokens, con sus ids.'],

  'logout-request': [
    'El usuario pulsa «Log out» (cerrar sesión).',
    'La petición dice de qué sitio viene (Origin), así que ningún otro sitio puede cerrarle la sesión al usuario.',
  ],
  'end-session': ['La aplicación olvida la sesión: su id ya no abre nada.'],
  'logout-request/Mobile': [
    'El usuario pulsa «Log out» (cerrar sesión).',
    'La app manda el refresh token, que hay que revocar.',
  ],
  'logout-api-request': ['El script pide a FusionAuth que termine también este inicio de sesión.'],
  'logout-api-response/200': [
    'FusionAuth accede: si ha llegado un refresh token, desde ahora está muerto.',
  ],
  'logout-response/200': [takesBack],
  'logout-response/303': [takesBack],
  'logout-response/303/elsewhere': [
    takesBack,
    'Manda el navegador a FusionAuth, que mantiene una sesión propia.',
  ],
  'logout-response/502': [
    takesBack,
    'No se ha podido avisar a FusionAuth, y la página lo dice: el refresh token puede seguir vivo.',
  ],
  'end-session-request': ['El navegador pide a FusionAuth que termine también su propia sesión.'],
  'end-session-response/200': [
    'FusionAuth pregunta si el usuario quiere de verdad cerrar la sesión.',
  ],
  'end-session-response/200/takes-sso-cookie': [
    'FusionAuth termina su propia sesión y retira su cookie.',
    'Con ella se acaba el inicio de sesión único: el próximo necesita el formulario.',
  ],
  'end-session-answer-request': [
    'El usuario dice que sí: la sesión propia de FusionAuth debe terminar.',
  ],
  'end-session-answer-response/200': [
    'FusionAuth ha terminado su propia sesión, si es que había alguna.',
  ],
  'logged-out-request': ['El navegador vuelve a la aplicación.'],
  'logged-out-response/200': [
    'La aplicación dice que la sesión del usuario está cerrada.',
    'Lo que había dejado en el navegador ya no está.',
  ],

  'steal-refresh-token': [
    'El Hacker consigue una copia del refresh token; el navegador sigue teniendo el suyo y no nota nada.',
    'HttpOnly mantiene los scripts lejos de la cookie.',
    'Aun así puede filtrarse por malware, un registro expuesto o una copia de seguridad.',
  ],
  'steal-session-id': [
    'El Hacker empieza de nuevo, con nada más que una copia del ID de sesión.',
    'El navegador sigue teniendo el suyo y no nota nada.',
  ],
  'steal-refresh-token/device': [
    'El Hacker consigue una copia del refresh token del dispositivo, que no nota nada.',
  ],
  'steal-jwt/jar': [
    'El Hacker consigue una copia del JWT; el navegador sigue teniendo el suyo y no nota nada.',
    'La cookie es HttpOnly, así que no fue un script de la página quien lo tomó.',
  ],
  'steal-jwt/localStorage': [
    'El Hacker consigue una copia del JWT sacándolo de local storage; el navegador no nota nada.',
  ],
  'steal-jwt/device': ['El Hacker consigue una copia del JWT del dispositivo, que no nota nada.'],
  'steal-sso-session': [
    'El Hacker consigue una copia de la cookie de la sesión propia de FusionAuth.',
  ],
  'steal-refresh-token/empty-handed': ['No hay ningún refresh token que copiar.'],
  'steal-session-id/empty-handed': ['No hay ningún ID de sesión que copiar.'],
  'steal-jwt/empty-handed': ['No hay ningún JWT que copiar.'],
  'steal-sso-session/empty-handed': ['FusionAuth no ha puesto ninguna cookie que se pueda copiar.'],
  'cart-request/Hacker/with-refresh-token': [
    'El Hacker manda el refresh token robado y un ID de sesión inventado sobre la marcha.',
    'Store no tiene ninguna sesión con ese id, así que probará el refresh token.',
  ],
  'load-request/Hacker/own-session': ['El Hacker vuelve con un ID de sesión que se hizo para él.'],
  'cart-request/Hacker/made-up': [
    'El Hacker no puede mandar más que algo inventado sobre la marcha.',
  ],
  'cart-request/Hacker/with-made-up-jwt': [
    'El Hacker manda el refresh token robado y, junto a él, algo inventado en lugar de un JWT.',
    'Store no puede tomarlo por un token de FusionAuth, así que probará el refresh token.',
  ],
  'cart-request/Hacker/with-refresh-token-alone': [
    'El Hacker manda el refresh token robado, y nada más.',
  ],
  'load-request/Hacker/own-jwt': ['El Hacker manda un JWT que se hizo para él.'],
  'load-request/Hacker/victims-jwt': ['El Hacker manda el JWT de la víctima, sin contraseña.'],
  'load-response/200/Hacker/waited': [
    'El Hacker ve el carrito de la víctima: una sola renovación ha servido a los dos que pedían.',
  ],
  'posts-response/200/Hacker/own-session': [
    'Forums muestra sus publicaciones, al Hacker igual que a la víctima.',
  ],
  'posts-response/200/Hacker/own-jwt': [
    'Forums muestra sus publicaciones, al Hacker igual que a la víctima.',
  ],
  'load-response/200/Hacker/with-made-up-jwt': [
    'El Hacker ve el carrito de la víctima y recibe un JWT propio.',
    'No ha hecho falta ninguna contraseña.',
  ],
  'load-response/200/Hacker/own-jwt': [
    'El Hacker ve el carrito de la víctima, con un JWT por el que nadie inició sesión.',
  ],
  'load-response/200/Hacker/victims-jwt': [
    'El Hacker ve el carrito de la víctima.',
    'Para Store, quien tiene el JWT es el usuario.',
  ],
  'load-response/200/Hacker/own-session': [
    'El Hacker ve el carrito de la víctima, en una sesión que nadie inició.',
  ],
  'load-response/200/Hacker/with-refresh-token': [
    'El Hacker ve el carrito de la víctima y recibe un ID de sesión propio.',
    'No ha hecho falta ninguna contraseña.',
  ],
  'cart-request/Hacker': ['El Hacker pide el carrito, y no tiene nada que presentar.'],
  'load-request/Hacker/victims-session': [
    'El Hacker manda el ID de sesión de la víctima, sin contraseña.',
  ],
  'load-response/200/Hacker/victims-session': [
    'El Hacker ve el carrito de la víctima.',
    'Para Store, quien tiene el ID de sesión es el usuario.',
  ],

  'any-response/4xx': ['La petición se rechaza: el código de estado dice qué tiene de malo (4xx).'],
  'any-response/5xx': ['El servidor responde que algo ha ido mal por su parte (5xx).'],
  'no-answer': [
    'La petición consta, y nadie la ha respondido.',
    'Quien la mandó no puede saber si tuvo efecto.',
  ],

  'moves-clock': [
    'Un FusionAuth real va con el tiempo real.',
    'Por eso aquí solo se adelanta el reloj de las aplicaciones: el de FusionAuth sigue como antes.',
  ],
  waits: [
    'Un FusionAuth real va con el tiempo real, y nada adelanta su reloj.',
    'Así que este tiempo ha pasado de verdad, para todos los que participan.',
  ],
  'waits-not': [
    'Un FusionAuth real va con el tiempo real, y sus JWT dicen horas reales.',
    'Así que aquí nadie adelanta un reloj, y nada caduca.',
  ],
  'waits-for-jwt': [
    'Nadie revoca un JWT: vale hasta el segundo que lleva escrito.',
    'FusionAuth no tiene un reloj que adelantar, así que se le dijo que lo dejara vivir solo unos segundos: se ha podido esperar de verdad a que caduque.',
  ],
  'waits-for-jwt/lives-on': [
    'El JWT debería haber caducado, pero vive más de lo que espera una ejecución.',
    'FusionAuth no tiene un reloj que adelantar, y ninguna llamada termina un JWT.',
  ],
  'revokes-refresh-token': [
    'FusionAuth cuenta la vida de un refresh token en minutos enteros, así que aquí se revoca.',
    'Lo que sigue es lo mismo: FusionAuth lo rechaza.',
  ],
  'revokes-refresh-token/lives-on': [
    'El refresh token debería haber terminado, pero no se ha conseguido que FusionAuth lo revoque.',
  ],
  'revokes-sso-session': [
    'Aquí se termina la sesión propia de FusionAuth en lugar de esperar.',
    'Lo que sigue es lo mismo: FusionAuth ya no conoce al navegador.',
  ],
  'revokes-sso-session/lives-on': [
    'La sesión propia de FusionAuth debería haber terminado, pero no se ha podido terminar.',
  ],

  'gives-up': [
    'Una redirección tras otra y ninguna página: el navegador se detiene, como cualquiera después de unas veinte.',
  ],
  'two-factor': [
    'FusionAuth pide un segundo factor, y el usuario de la lección no tiene ninguno.',
    stops,
  ],
  registration: ['FusionAuth pide al usuario que se registre en esta aplicación.', stops],
  verification: ['FusionAuth espera a que el usuario confirme algo.', stops],
  'password-change': ['FusionAuth pide una contraseña nueva antes de continuar.', stops],
  consent: ['FusionAuth pregunta si la aplicación puede tener lo que pide.', stops],
  'error-page': ['FusionAuth muestra un error en lugar de un inicio de sesión.', stops],
  'unknown-page': ['FusionAuth muestra una página que el navegador automático no conoce.', stops],

  ...attacks,
  ...switched,
  ...rotation,
}
