/** Header fields, names in lower case. */
export const headers = {
  accept: 'Tipos de contenido que entiende quien pide.',
  'accept-encoding': 'Compresiones que sabe deshacer quien pide.',
  'accept-language': 'Idiomas que prefiere el usuario.',
  'access-control-allow-credentials':
    'true: los scripts de ese origen pueden enviar cookies y leer lo que vuelve.',
  'access-control-allow-headers':
    'Cabeceras que los scripts de ese origen pueden añadir a su petición.',
  'access-control-allow-methods': 'Métodos que pueden usar los scripts de ese origen.',
  'access-control-expose-headers':
    'Cabeceras de esta respuesta que los scripts de ese origen pueden leer además de las habituales.',
  'access-control-max-age':
    'Durante cuántos segundos el navegador no tiene que volver a preguntar.',
  'access-control-request-headers':
    'Las cabeceras que quiere añadir un script; antes el navegador pide permiso.',
  'access-control-request-method':
    'El método que quiere usar un script; antes el navegador pide permiso.',
  'x-csrf':
    'Una cabecera propia de la aplicación, que ningún formulario de otro sitio puede enviar ni ningún script suyo debe.',
  'x-refresh-token':
    'Una cabecera propia de la aplicación: el refresh token de la app, para cuando el JWT termine.',
  'access-control-allow-origin': 'De qué origen son los scripts que pueden leer esta respuesta.',
  allow: 'Métodos que admite esta dirección.',
  authorization:
    'Credenciales de quien llama. La API de FusionAuth recibe aquí su clave de API, sin esquema delante; la API de las aplicaciones, un JWT detrás de «Bearer».',
  'cache-control':
    'Si la respuesta se puede guardar. no-store: en ningún sitio, porque lleva algo personal o secreto.',
  connection: 'Qué se hace después con la conexión.',
  'content-encoding': 'Compresión del cuerpo.',
  'content-length': 'Longitud del cuerpo en bytes.',
  'content-security-policy':
    'Qué puede cargar y ejecutar la página, adónde puede enviar formularios y quién puede enmarcarla.',
  'content-type': 'Qué es el cuerpo: una página, un formulario, JSON.',
  cookie:
    'Las cookies que el navegador deja ir con esta petición: nombres y valores, nada de sus atributos.',
  date: 'Cuándo se hizo la respuesta, según el reloj del servidor.',
  host: 'El host y el puerto a los que va la petición.',
  location: 'Adónde lleva la redirección.',
  origin:
    'Esquema, host y puerto de la página que envió la petición; null si el navegador no lo dice.',
  pragma: 'no-cache: la forma antigua de pedir que no se guarde nada.',
  referer: 'La página de la que viene el usuario.',
  'referrer-policy':
    'Cuánto se cuenta a otros de la dirección de esta página. no-referrer: nada, así no se filtra un code.',
  'retry-after': 'Cuánto hay que esperar antes de volver a intentarlo.',
  'sec-fetch-dest':
    'Para qué servirá la respuesta: document es una página en una pestaña, empty es para un script.',
  'sec-fetch-mode':
    'Cómo se hizo la petición: navigate es un enlace, un formulario o una redirección; cors y same-origin son scripts.',
  'sec-fetch-site':
    'Qué relación hay entre origen y destino: same-origin, same-site, cross-site, o none si la dirección se escribió a mano.',
  'set-cookie': 'Una cookie que guardar: su nombre, su valor y los atributos que dicen adónde va.',
  'transfer-encoding': 'Cómo se trocea el cuerpo para el viaje.',
  'user-agent': 'El programa que pide.',
  vary: 'Cabeceras de la petición de las que depende la respuesta.',
  'www-authenticate': 'Cómo tiene que demostrar quién es el que llama.',
  'x-content-type-options': 'nosniff: hay que creer el tipo de contenido que se indica.',
  'x-frame-options':
    'DENY: ninguna página puede mostrar esta en un marco, así nadie pone un disfraz sobre el formulario.',
  'x-fusionauth-tenantid': 'A qué tenant de FusionAuth va la llamada.',
}

/** Cookies by name; `*` stands for any ending. */
export const cookies = {
  sid: 'El identificador de la sesión de la aplicación. Por sí solo no significa nada; quien lo tiene es el usuario para la aplicación.',
  rt: 'El refresh token, guardado en el navegador: con él la aplicación obtiene tokens nuevos cuando su sesión ha terminado.',
  '__Host-sid':
    'El ID de la sesión de la aplicación. Por el prefijo, los navegadores solo la aceptan de este mismo host, y por https.',
  jwt: 'Un JWT: dice él mismo quién es el usuario y hasta cuándo, y la aplicación comprueba su firma.',
  '__Host-jwt':
    'Un JWT que abre la aplicación. Por el prefijo, los navegadores solo lo aceptan de este mismo host, y por https.',
  '__Host-rt':
    'El refresh token. Por el prefijo, los navegadores solo lo aceptan de este mismo host, y por https.',
  '__Host-login':
    'Ata a este navegador el inicio de sesión que empezó en él, para que nadie le cuele el code de otro.',
  '__Host-logout':
    'Ata a este navegador el cierre de sesión que empezó en él, hasta que FusionAuth devuelva al usuario.',
  'fusionauth.sso':
    'La sesión de inicio de sesión único de FusionAuth: mientras vive, la siguiente aplicación deja entrar al usuario sin formulario.',
  'fusionauth.li':
    'El inicio de sesión en curso, desde el formulario hasta la redirección de vuelta.',
  'fusionauth.csrf': 'Ata un formulario a este navegador.',
  '__Host-fusionauth.csrf':
    'Ata el formulario de inicio de sesión a este navegador. Es una suposición del perfil reforzado: FusionAuth, tal como viene, no la necesita.',
  'fusionauth.remember-device': 'Si se marcó «mantener la sesión iniciada».',
  'fusionauth.locale': 'El idioma de las páginas de FusionAuth.',
  'fusionauth.timezone': 'La zona horaria del usuario.',
  'fusionauth.known-device.*': 'Señala un navegador que ya inició sesión antes.',
  'fusionauth.trusted-device.*': 'Ahorra a este navegador el segundo factor durante un tiempo.',
  access_token:
    'Un token de acceso. La Login API la pone además de su JSON: un navegador la guarda, un servidor que llama no guarda cookies y la descarta.',
  refresh_token:
    'Un refresh token. La Login API la pone además de su JSON: un navegador la guarda, un servidor que llama no guarda cookies y la descarta.',
}

/** Attributes of Set-Cookie, in lower case. */
export const attributes = {
  domain: 'Envía la cookie a este host y a todos los nombres que cuelgan de él.',
  expires: 'Cuándo termina la cookie.',
  httponly: 'Ningún script de la página puede leerla.',
  'max-age': 'Durante cuántos segundos se guarda la cookie; 0 la borra.',
  path: 'Envía la cookie a esta ruta y a las que están debajo.',
  samesite:
    'Si la cookie va con peticiones que empezó otro sitio. Lax: solo al abrir una página con un método seguro como GET; Strict: nunca; None: siempre.',
  secure: 'Solo por https.',
}
