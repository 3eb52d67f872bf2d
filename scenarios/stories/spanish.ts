import type { Stories } from './story.ts'

const loggedIn = [
  'El usuario ha iniciado sesión.',
  'El navegador recibe un ID de sesión y el refresh token, en cookies que ningún script puede leer (HttpOnly).',
] as const

const noUsableAnswer = [
  'FusionAuth no ha dado ninguna respuesta útil, así que nadie ha iniciado sesión.',
  'No se quita ninguna cookie de una sesión: el usuario puede volver a intentarlo.',
] as const

const revived = [
  'La sesión ya no existe, pero ha llegado un refresh token.',
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
  'Entre ellos hay un refresh token, quizá nuevo, así que la aplicación vuelve a escribir su cookie.',
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
const replacedId = 'Un ID de sesión nuevo ocupa el lugar del anterior.'
const idAlone =
  'El navegador manda solo el ID de sesión: su cookie con el refresh token ha caducado.'
const bothTakenBack = 'La aplicación retira sus dos cookies.'
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
  'home-request/with-session-id': [
    'El navegador pide la página de inicio y sus cookies van con la petición.',
    'La página de inicio es para todo el mundo: la aplicación ni siquiera busca la sesión.',
  ],
  'home-response/200': [
    'Llega la página de inicio, con un enlace para iniciar sesión.',
    'No pone ninguna cookie: todavía no hay nada que recordar.',
  ],

  'login-request': ['El usuario sigue el enlace para iniciar sesión.'],
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
    'El navegador sale de la aplicación y pide un code a FusionAuth.',
    'El code_challenge es el hash del verifier, que solo tiene la aplicación: más tarde probará quién empezó este inicio de sesión.',
  ],
  'authorize-request/with-sso-session': [
    'El navegador vuelve a FusionAuth y lleva la cookie de la sesión propia de FusionAuth.',
    'Ninguna aplicación ve nunca esta cookie: es solo para el host de FusionAuth.',
  ],
  'authorize-response/200': ['FusionAuth muestra una página suya antes de continuar.'],
  'authorize-response/200/form': [
    'El formulario viene de FusionAuth y se envía de vuelta a FusionAuth.',
    'Ninguna aplicación ve la contraseña que se escribe en él.',
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
    'La contraseña viaja, y solo hasta FusionAuth.',
    'Ninguna aplicación la ve.',
  ],
  'relogin.credentials-request/FusionAuth': [
    'La contraseña viaja otra vez, y otra vez solo hasta FusionAuth.',
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
  'credentials-response/302': loggedIn,
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
  'callback-request': [
    'El navegador lleva el code de vuelta a la aplicación.',
    'Lo que figura en la dirección es un code que se puede usar una vez, no un token.',
  ],
  'callback-response/302': loggedIn,
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
  'token-request/refresh_token': revived,
  'relogin.token-request/refresh_token': onlyFusionAuthKnows,
  'stolen-refresh-token.token-request/refresh_token': [
    asForTheUser,
    'Añade el secreto de cliente, que el ladrón no tiene, y así le hace el trabajo.',
  ],
  'token-response/200': [
    'FusionAuth responde a la aplicación, no al navegador.',
    'El access token se queda en el servidor; el refresh token seguirá hasta el navegador, en una cookie.',
  ],
  'token-response/200/refresh_token': renewed,
  'stolen-refresh-token.token-response/200/refresh_token': bearer,
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
  'login-api-response/200': [
    'FusionAuth devuelve el usuario, un JWT y un refresh token a la aplicación.',
    'En este flujo el navegador nunca llega a FusionAuth, que así no guarda ninguna sesión con la que entrar en otro sitio.',
  ],
  'login-api-response/404': [
    'FusionAuth responde 404, tanto si la contraseña es errónea como si el usuario no existe.',
    'Así la respuesta no revela quién tiene una cuenta.',
  ],
  'jwt-refresh-request': [
    'La sesión ya no existe, pero ha llegado un refresh token.',
    'La aplicación lo manda a la JWT API de FusionAuth, sin secreto de cliente: allí basta con el token.',
  ],
  'relogin.jwt-refresh-request': onlyFusionAuthKnows,
  'stolen-refresh-token.jwt-refresh-request': [asForTheUser],
  'jwt-refresh-response/200': renewed,
  'stolen-refresh-token.jwt-refresh-response/200': bearer,
  'jwt-refresh-response/400': deadToken,

  'jwks-request': [
    'La aplicación descarga las claves públicas de FusionAuth para comprobar por sí misma quién firmó el token que acaba de recibir.',
  ],
  'jwks-response/200': [
    'Estas claves son públicas: sirven para comprobar firmas, no para hacerlas.',
    'Una de ellas corresponde al token que acaba de llegar.',
  ],

  'revoke-request': ['La aplicación pide a FusionAuth que no acepte más el refresh token.'],
  'revoke-response/200': [
    'Desde ahora el refresh token está muerto, esté donde esté una copia suya.',
  ],

  'create-session': [
    'La sesión se guarda en el servidor y contiene al usuario.',
    'Al navegador va solo su id: un texto aleatorio que no dice nada de nadie.',
  ],
  'refresh.create-session': [
    'La aplicación crea una sesión nueva, con un id nuevo.',
    'El usuario no ha tenido que hacer nada para ello.',
  ],
  'stolen-refresh-token.create-session': [
    'Store crea una sesión nueva a nombre de la víctima, para el ladrón.',
  ],
  'extend-session': [
    'El ID de sesión es conocido y su sesión está viva.',
    'Cada uso mueve su final a 30 minutos desde ahora, pero nunca más allá de 12 horas desde que empezó.',
  ],
  'stolen-refresh-token.extend-session': [
    'El Hacker ya tiene una sesión propia, y cada uso la alarga.',
  ],
  'stolen-session-id.extend-session': [
    'Store encuentra la sesión de la víctima y la alarga: el propio tráfico del ladrón la mantiene viva.',
  ],
  'login-again': ['Store ha mandado el navegador al inicio de sesión, que empieza de nuevo.'],

  'cart-request': ['El navegador pide el carrito, y no lleva ningún ID de sesión.'],
  'cart-request/just-logged-in': [
    'El navegador sigue la redirección al carrito, con las cookies que acaba de recibir.',
    'Las manda por sí mismo, con cada petición a este host.',
  ],
  'cart-request/with-refresh-token': [
    'El navegador manda ambas cookies por sí mismo, con cada petición a este host.',
  ],
  'cart-request/with-session-id': [idAlone],
  'refresh.cart-request/with-refresh-token': [
    'El navegador manda el ID de sesión antiguo.',
    'No puede saber que la sesión ha terminado en el servidor: la cookie no tiene fecha de caducidad.',
  ],
  'relogin.cart-request/with-refresh-token': [
    'El navegador sigue mandando ambas cookies.',
    'En los servidores, tanto la sesión como el refresh token están muertos.',
  ],
  'cart-response/200': ['Llega el carrito del usuario que figura en la sesión.'],
  'cart-response/200/with-session-id': [
    'El carrito llega como si no hubiera pasado nada.',
    replacedId,
  ],
  'cart-response/302': [
    'Store no tiene una sesión viva de este navegador ni un refresh token que funcione, y lo manda al inicio de sesión.',
  ],
  'cart-response/302/Hacker': [
    'Ni la sesión ni el refresh token sirven: al Hacker se le manda al inicio de sesión, como a cualquiera.',
  ],
  'cart-response/502': [
    'FusionAuth no ha dado ninguna respuesta útil, y Store lo dice.',
    keptCookies,
  ],

  'posts-request': ['El navegador pide las publicaciones, y no lleva ningún ID de sesión.'],
  'posts-request/just-logged-in': [
    'Forums recibe las dos cookies que acaba de poner.',
    'El navegador no las manda a ningún otro host.',
  ],
  'posts-request/with-refresh-token': [
    'El navegador manda a Forums las dos cookies que puso Forums, y ninguna de otro host.',
  ],
  'posts-request/with-session-id': [idAlone],
  'posts-response/200': [
    'Forums muestra sus publicaciones.',
    'Tiene una sesión propia, distinta de la de Store.',
  ],
  'posts-response/200/with-session-id': [
    'Las publicaciones llegan como si no hubiera pasado nada.',
    replacedId,
  ],
  'posts-response/302': [
    'Forums no tiene una sesión viva de este navegador ni un refresh token que funcione, y lo manda al inicio de sesión.',
  ],
  'posts-response/502': [
    'FusionAuth no ha dado ninguna respuesta útil, y Forums lo dice.',
    keptCookies,
  ],

  'logout-request': [
    'El usuario pulsa «Log out» (cerrar sesión).',
    'La petición dice de qué sitio viene (Origin), así que ningún otro sitio puede cerrarle la sesión al usuario.',
  ],
  'end-session': ['La aplicación olvida la sesión: su id ya no abre nada.'],
  'logout-response/303': [bothTakenBack],
  'logout-response/303/elsewhere': [
    bothTakenBack,
    'Manda el navegador a FusionAuth, que mantiene una sesión propia.',
  ],
  'logout-response/502': [
    bothTakenBack,
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
    'Sus dos cookies ya no están en el navegador.',
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
  'steal-refresh-token/empty-handed': ['El navegador no tiene ningún refresh token que copiar.'],
  'steal-session-id/empty-handed': ['El navegador no tiene ningún ID de sesión que copiar.'],
  'stolen-refresh-token.cart-request/with-refresh-token': [
    'El Hacker manda el refresh token robado y un ID de sesión inventado sobre la marcha.',
    'Store no tiene ninguna sesión con ese id, así que probará el refresh token.',
  ],
  'stolen-refresh-token.cart-request/own-session': [
    'El Hacker vuelve con el ID de sesión que le dio Store.',
  ],
  'stolen-refresh-token.cart-request/with-session-id': [
    'El Hacker no puede mandar más que un ID de sesión inventado sobre la marcha.',
  ],
  'stolen-refresh-token.cart-response/200': [
    'El Hacker vuelve a ver el carrito de la víctima, en una sesión que nadie inició.',
  ],
  'stolen-refresh-token.cart-response/200/with-session-id': [
    'El Hacker ve el carrito de la víctima y recibe un ID de sesión propio.',
    'No ha hecho falta ninguna contraseña.',
  ],
  'cart-request/Hacker': ['El Hacker pide el carrito, y no tiene nada que presentar.'],
  'stolen-session-id.cart-request/with-session-id': [
    'El Hacker manda el ID de sesión de la víctima, sin contraseña ni token.',
  ],
  'stolen-session-id.cart-response/200': [
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
    'Por eso aquí solo se adelanta el reloj de las aplicaciones, para que termine su sesión.',
  ],
  'revokes-refresh-token': [
    'Un refresh token real vive días, así que aquí se revoca.',
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
}
