import type { attacks as english } from './english-attacks.ts'
import type { Stories } from './story.ts'

const postIsScript =
  'El Hacker es un miembro de Forums como los demás, y va a escribir una publicación que es un script.'
const readAndCut =
  'El Hacker está en la línea entre el navegador y Store: lee la dirección que lleva el code, y corta la línea.'
const wasRight = 'El nombre de usuario y la contraseña eran correctos.'

/** The stories of attacks in Spanish, sentence by sentence as the English ones. */
export const attacks: Pick<Stories, keyof typeof english> = {
  'xss-reads-cookie': [
    postIsScript,
    'En el navegador de quien la lea, el script debe leer las cookies y mandarlas a casa.',
  ],
  'xss-reads-local-storage': [
    postIsScript,
    'En el navegador de quien la lea, el script debe leer local storage y mandar a casa lo que encuentre.',
  ],
  'xss-rides-session': [
    postIsScript,
    'En el navegador de quien la lea, el script debe publicar en su nombre; no le hace falta conocer ninguna cookie.',
  ],
  sniffing: [
    'El Hacker escucha en la red de la víctima, donde se puede leer todo lo que se manda sin cifrar.',
    'Espera un enlace que empiece por http://.',
  ],
  'leaked-log': [
    'El Hacker llega a leer una copia del registro en el que Store apunta sus peticiones.',
    'El Hacker busca en él algo que abra Store.',
  ],
  'leaked-har': [
    'La víctima graba lo que manda su navegador (un archivo HAR), y el Hacker llega a leer el archivo.',
    'Las cookies figuran en él tal como se mandaron.',
  ],
  'session-fixation': [
    'La víctima todavía no ha iniciado sesión.',
    'El Hacker quiere elegir el ID de sesión que la víctima tendrá después.',
  ],
  csrf: [
    'La víctima ha iniciado sesión en Store, y va a abrir una página del Hacker.',
    'Esa página debe hacer que el navegador encargue un pedido que la víctima nunca quiso.',
  ],
  'cookie-tossing': [
    'La víctima ha iniciado sesión en Store, y el Hacker también tiene allí una cuenta.',
    'La víctima debe seguir en la sesión del Hacker, sin notarlo.',
  ],
  'code-leak': [
    readAndCut,
    'De ese modo, un code llega al Hacker antes de que Store lo haya usado.',
  ],
  'code-injection': [
    readAndCut,
    'Debe ser la propia Store quien canjee ese code, en un inicio de sesión que empieza el Hacker.',
  ],
  'login-csrf': [
    'El Hacker quiere que la víctima inicie sesión con la cuenta del Hacker, sin notarlo.',
  ],
  'redirect-manipulation': [
    'El Hacker tiene un host por debajo del dominio de las propias aplicaciones.',
    'FusionAuth debe mandar allí el code de la víctima.',
  ],
  'open-redirector': [
    'Store tiene una dirección que lleva a otras direcciones (/go).',
    'FusionAuth debe mandar el code de la víctima a esa dirección, desde donde seguirá hasta el Hacker.',
  ],
  'duplicate-parameters': [
    'Store tiene una dirección que lleva a otras direcciones (/go), y el Hacker escribe dos de ellas en un solo enlace.',
    'Store debe mirar la primera y seguir la última.',
  ],
  'pkce-downgrade': [readAndCut, 'El Hacker canjeará el code sin ningún verifier.'],
  'code-replay': [
    'El inicio de sesión de la víctima ha terminado, y sus direcciones figuran en un registro o un historial, con el code dentro.',
    'El Hacker prueba ese code una vez más.',
  ],
  'redirect-307': [
    'La víctima va a iniciar sesión en FusionAuth; Store está en malas manos, o apunta todo lo que recibe.',
    'El código de estado de la redirección de FusionAuth decide si el navegador manda también la contraseña a Store.',
  ],
  'refresh-theft-reusable': [
    'El Hacker quiere una copia del refresh token, para usarlo igual que la víctima.',
  ],
  'refresh-theft-thief-first': [
    'El Hacker quiere una copia del refresh token, para usarlo antes que la víctima.',
  ],
  'refresh-theft-victim-first': [
    'El Hacker quiere una copia del refresh token, y espera a usarla hasta que la víctima haya vuelto.',
  ],
  'refresh-theft-victim-gone': [
    'La víctima ha cerrado la página para siempre, y el Hacker quiere una copia del refresh token.',
    'Desde ahora nadie más usará ese token.',
  ],
  'two-tab-race': [
    'Aquí nadie ataca: un usuario honrado tiene Store abierta en dos pestañas.',
    'Ambas piden el carrito en el mismo momento, cuando lo que abría Store ha terminado.',
  ],
  'wrong-client': [
    'El Hacker lleva otra aplicación en el mismo FusionAuth, y quiere usar allí el refresh token de Store.',
  ],
  'scope-widening': [
    'El Hacker quiere una copia del refresh token, para pedir con él más de lo que ha concedido la víctima.',
  ],
  revival: [
    'El Hacker quiere una copia del refresh token, y la víctima va a cambiar la contraseña.',
    'La cuestión es si el token sobrevive a eso.',
  ],
  'refresh-cookie-csrf': [
    'La víctima ha usado Store antes, y más tarde va a abrir una página del Hacker.',
    'Una imagen de esa página hace que el navegador pida el carrito a Store.',
  ],
  'sso-cookie-theft': [
    'El Hacker quiere una copia de la cookie de la sesión propia de FusionAuth.',
    'No es para una sola aplicación: con ella se entra en todas.',
  ],
  'half-logout': [
    'El ordenador es compartido: la víctima va a cerrar la sesión, y otra persona se va a sentar delante.',
  ],
  'forged-logout-token': [
    'El Hacker se inventa un logout token que nombra a la víctima, y quiere que Store lo crea.',
  ],
  'stolen-session-id': [
    'El Hacker quiere una copia del ID de sesión de la víctima, y que con ella le dejen entrar.',
  ],
  'stolen-jwt': [
    'El Hacker quiere una copia del JWT de la víctima, y que con ella le dejen entrar.',
  ],
  'stolen-refresh-token': [
    'El Hacker quiere una copia del refresh token de la víctima, y que con ella le dejen entrar.',
  ],

  'tries-token': [
    'El Hacker presenta el refresh token a FusionAuth, y ninguna aplicación interviene.',
  ],
  'tries-id': ['El Hacker presenta a Store el ID de sesión que se plantó en el navegador.'],
  'reads-code': [
    'El Hacker lee el code en la dirección.',
    'Una dirección acaba en registros e historiales, y quien la lee allí tiene también el code.',
  ],
  'keeps-code': [
    'El Hacker se guarda la dirección que habría terminado un inicio de sesión suyo.',
    'Debe abrirla en su lugar el navegador de la víctima.',
  ],
  'swaps-code': [
    'El Hacker ha empezado un inicio de sesión, y pone el code de la víctima en la dirección que lo termina.',
  ],
  'shows-cookie': ['El Hacker presenta a Forums las cookies que ha mandado el script.'],
  'shows-token': ['El Hacker presenta a Forums el JWT que ha mandado el script.'],
  'finds-nothing': ['El Hacker no ha recibido nada que se pueda presentar a Forums.'],
  listens: ['El Hacker ha oído la petición, y lee las cookies que lleva.'],
  'listens/empty-handed': ['El Hacker no ha oído ninguna cookie en la línea.'],
  'reads-log': ['El registro contiene cookies con sus valores, y entre ellas lo que abre Store.'],
  'reads-log/empty-handed': ['El Hacker no encuentra en el registro nada que abra Store.'],
  'reads-har': ['El Hacker lee las cookies del archivo, tal como las mandó el navegador.'],
  'sits-down': ['Otra persona sigue con el navegador que ha dejado la víctima.'],
  upgrades: [
    'El navegador sabe que este host no quiere más que https (HSTS), y cambia la dirección antes de mandar nada.',
  ],
  'blocked-by-csp': [
    'La página llegó con una Content-Security-Policy, y el navegador no hace lo que esta prohíbe.',
  ],

  'lure-request': ['La víctima abre una página del Hacker.'],
  'lure-request/to-Hacker/redirected': [
    'El navegador sigue la redirección, que lleva a una página del Hacker.',
  ],
  'lure-request/to-Hacker/same-site': [
    'La víctima abre una página del Hacker, en un host por debajo del dominio de las propias aplicaciones.',
    'Para el navegador es del mismo sitio que ellas.',
  ],
  'lure-response/of-Hacker/sends-form': [
    'La página contiene un formulario para Store, y un script que lo manda en cuanto se abre la página.',
    'El navegador manda el formulario, lo haya escrito quien lo haya escrito; nadie tiene que pulsar nada.',
  ],
  'lure-response/of-Hacker/leads-on': [
    'La página lleva enseguida a otra dirección, que ha elegido el Hacker.',
  ],
  'lure-response/of-Hacker/plants-cookie': [
    'La página pone una cookie para todo el dominio del que dependen los hosts de las aplicaciones.',
    'El Hacker conoce su valor.',
  ],
  'lure-response/of-Hacker/picture': [
    'La página contiene una imagen cuya dirección es el carrito de Store.',
    'Un navegador carga las imágenes por sí mismo, de cualquier sitio.',
  ],
  'lure-response/of-Hacker/script': [
    'El script de esta página manda a casa lo que figura en la dirección de la página detrás de #.',
  ],
  'collect-request': [
    'El script del Hacker hace que el navegador cargue una imagen del sitio del Hacker, y pone en su dirección lo que ha encontrado.',
    'Las imágenes se pueden cargar de cualquier sitio: la política del mismo origen no lo prohíbe.',
  ],
  'collect-request/to-Hacker/empty-handed': [
    'El script del Hacker hace que el navegador cargue una imagen del sitio del Hacker, y no tenía nada que poner en su dirección.',
  ],
  'collect-response': ['No hay imagen, ni falta que hace: la petición sola ya lo ha dicho todo.'],
  'callback-request/to-Hacker': [
    'FusionAuth ha mandado el navegador a la dirección del enlace, que está en un host del Hacker.',
    'También llega allí lo que FusionAuth ha puesto en la dirección.',
  ],
  'callback-response/of-Hacker': [
    'El host del Hacker responde sin nada: ya tiene lo que figuraba en la dirección.',
  ],
  'go-request': [
    'El navegador sigue la redirección a la dirección de Store que lleva a otras.',
    'Lo que está detrás de # no se manda.',
  ],
  'go-response/302': ['Store manda el navegador a otra dirección suya.'],
  'reads-first': [
    'La dirección nombra «to» dos veces, y la lista de direcciones propias de Store mira la primera.',
  ],
  'reads-last': ['La redirección toma la última «to», sea cual sea la primera.'],
  'go-response/302/elsewhere': [
    'Store manda el navegador a la dirección que se le ha dicho, que es la del Hacker.',
    'El navegador se lleva lo que está detrás de #.',
  ],
  'any-response/301': [
    'Store manda el navegador a la misma dirección con https.',
    'Lo que el navegador ha mandado antes, lo ha mandado sin cifrar.',
  ],

  'login-request/Hacker': ['El Hacker empieza un inicio de sesión.'],
  'login-request/in-attack': ['La víctima empieza un inicio de sesión.'],
  'entry-response/Hacker/own-account': ['El Hacker ha iniciado sesión, con una cuenta propia.'],
  'entry-response/Hacker/no-password': [
    'El Hacker ha iniciado sesión, y nunca ha escrito una contraseña.',
  ],
  'create-session/for-Hacker/own-account': [
    'La aplicación crea una sesión para el Hacker, a nombre del propio Hacker.',
  ],
  'load-response/200/Hacker/own-account': [
    'Al Hacker se le muestra lo que está detrás del inicio de sesión, con una cuenta propia.',
  ],
  'callback-request/Hacker/victims-code': [
    'El navegador del Hacker lleva a Store un code que se hizo para la víctima.',
  ],
  'callback-request/foreign-code': [
    'El navegador de la víctima lleva a Store un code que se hizo para el Hacker.',
  ],
  'post-request/Hacker': [
    'El Hacker publica un script: quien lea Forums lo recibe en su página, si Forums no lo escapa.',
  ],
  'post-request/in-attack': [
    'Va a Forums una publicación a nombre de la víctima: la ha escrito el script del Hacker, y no la víctima.',
  ],
  'checkout-request/in-attack': [
    'El navegador encarga lo que hay en el carrito: se lo ha dicho la página del Hacker, y no la víctima.',
  ],
  'token-request/Hacker/authorization_code': [
    'El Hacker canjea el code con FusionAuth, sin ninguna aplicación.',
    'No va ni secreto de cliente ni verifier.',
  ],
  'token-request/Hacker/refresh_token': [
    'El Hacker pide tokens nuevos a FusionAuth, y presenta para ello el refresh token.',
    'No va ningún secreto de cliente ni ninguna contraseña.',
  ],
  'jwt-refresh-request/Hacker/in-body': [
    'El Hacker pide un JWT nuevo a la JWT API de FusionAuth, y presenta para ello el refresh token.',
    'No va ningún secreto de cliente ni ninguna contraseña.',
  ],
  'token-response/200/direct/Hacker': [
    'FusionAuth da al Hacker tokens que están a nombre de la víctima.',
  ],
  'token-response/400/direct/Hacker': [
    'FusionAuth lo rechaza con 400 y da nombre al error.',
    'El Hacker no recibe ningún token.',
  ],
  'token-response/401/direct/Hacker': [
    'FusionAuth quiere saber qué aplicación pregunta, y el Hacker no tiene ningún secreto de cliente.',
  ],
  'jwt-refresh-response/400/direct/Hacker': [
    'FusionAuth no acepta lo que se ha presentado, y responde 400.',
    'El Hacker no recibe ningún token.',
  ],

  'credentials-response/303/FusionAuth': [
    wasRight,
    'FusionAuth manda el navegador adelante con 303: pregunta con GET, y sin cuerpo.',
  ],
  'credentials-response/307/FusionAuth': [
    wasRight,
    'FusionAuth manda el navegador adelante con 307: repite el POST, con la contraseña dentro.',
  ],
  'post-oauth2-consent-request': [
    'El navegador repite el POST, y la contraseña viaja una vez más, a FusionAuth.',
  ],
  'post-oauth2-consent-response/307': [
    'FusionAuth manda el navegador de vuelta a la aplicación, y otra vez con 307.',
  ],
  'post-oauth-callback-request': [
    'El navegador manda la contraseña a la aplicación, que nunca debía verla.',
  ],
  'back-channel-logout-request': [
    'El Hacker dice a Store que la sesión de la víctima ha terminado, con un logout token inventado sobre la marcha.',
    'No lo ha firmado nadie (alg none).',
  ],
  'end-sessions': ['Store termina todas las sesiones del usuario que nombra el logout token.'],
  'back-channel-logout-response/200': ['Store lo ha creído.'],
}
