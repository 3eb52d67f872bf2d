/** Paths of FusionAuth and of OAuth clients. */
export const paths = {
  '/oauth2/authorize':
    'El authorization endpoint: donde inicia sesión el usuario, en FusionAuth y en ningún otro sitio.',
  '/oauth2/consent':
    'Una parada en el camino de vuelta: aquí FusionAuth pide el consentimiento, si tiene que hacerlo.',
  '/oauth2/token':
    'El token endpoint: aquí recogen los tokens las aplicaciones, de servidor a servidor.',
  '/oauth2/logout': 'Termina la sesión de inicio de sesión único.',
  '/oauth2/userinfo': 'Dice de quién es un token.',
  '/oauth2/introspect': 'Dice si un token sigue valiendo.',
  '/.well-known/jwks.json':
    'Las claves públicas con las que cualquiera puede comprobar las firmas de FusionAuth.',
  '/api/key': 'Las claves de FusionAuth (Key Master): cada una con su id y su kid.',
  '/api/key/generate': 'Hace que FusionAuth genere una clave; la mitad privada nunca sale de él.',
  '/api/key/*':
    'Una clave: DELETE la quita, y con ella lo que permitía a cualquiera verificar sus firmas.',
  '/api/tenant/*': 'Un tenant y sus ajustes; PATCH cambia los que se nombran.',
  '/.well-known/openid-configuration': 'Dónde está cada cosa, para programas.',
  '/oauth-callback': 'El redirection endpoint de la aplicación: aquí llega el code.',
  '/api/login':
    'Un inicio de sesión sin páginas: entran usuario y contraseña; sale un token en la Login API de FusionAuth, y cookies, o tokens para una app, en la API propia de una aplicación.',
  '/api/logout':
    'Termina un inicio de sesión: la API de FusionAuth revoca el refresh token, la propia de una aplicación retira lo que dejó.',
  '/api/user': 'La API propia de la aplicación: dice a su script quién ha iniciado sesión.',
  '/api/load-shopping-cart':
    'La API propia de la aplicación: el carrito, en JSON, para su script o su app.',
  '/api/load-posts':
    'La API propia de la aplicación: las publicaciones, en JSON, para su script o su app.',
  '/api/cookie-drop':
    'La API propia de la aplicación: recibe un JWT de su script, lo comprueba y lo pone en una cookie.',
  '/api/start-session':
    'La API propia de la aplicación: recibe un JWT de su script, lo comprueba y empieza una sesión.',
  '/api/posts': 'La API propia de la aplicación: publica lo que escribió el usuario.',
  '/api/checkout': 'La API propia de la aplicación: encarga lo que hay en el carrito.',
  '/api/user/change-password': 'La API de FusionAuth para cambiar una contraseña.',
  '/api/jwt/refresh': 'La API de FusionAuth para refresh tokens: POST usa uno, DELETE revoca.',
}

/** Status codes, with what FusionAuth means by its own. */
export const statuses = {
  '200': 'Aquí está.',
  '202': 'En la Login API: sesión iniciada, sin registro en la aplicación.',
  '203': 'En la Login API: hay que cambiar la contraseña.',
  '204': 'Hecho, sin nada que decir.',
  '212': 'En la Login API: el correo no está confirmado.',
  '213': 'En la Login API: el registro no está confirmado.',
  '242': 'En la Login API: hace falta un segundo factor.',
  '301': 'Ve a la dirección de Location, ahora y siempre.',
  '302': 'Ve a la dirección de Location; el navegador lo hace por sí mismo.',
  '307':
    'Ve a la dirección de Location con el mismo método y cuerpo: lo que se envió aquí se envía allí.',
  '303': 'Ve a la dirección de Location, con GET.',
  '400': 'La petición está mal.',
  '401': 'Quien pide no demostró quién es.',
  '403': 'Conocido, y sin permiso.',
  '404':
    'No está. La Login API responde así tanto a un usuario desconocido como a una contraseña incorrecta.',
  '405': 'Con este método no.',
  '409': 'Algo del usuario lo impide.',
  '410': 'En la Login API: la cuenta ha caducado.',
  '415': 'Con un cuerpo de este tipo no.',
  '422': 'Se entiende, y no es aceptable.',
  '423': 'En la Login API: la cuenta está bloqueada.',
  '429': 'Demasiados intentos; hay que esperar.',
  '500': 'El servidor falló.',
  '502': 'El servidor que hay detrás de este no respondió como debía.',
  '503': 'En este momento no.',
}
