/** Parameters of queries and forms: OAuth's and FusionAuth's. */
export const parameters = {
  client_id: 'Qué aplicación pide. Es público.',
  client_secret:
    'La contraseña de la propia aplicación en FusionAuth; nunca pasa por un navegador.',
  code: 'El authorization code: vale una vez, unos segundos, y solo para la aplicación que lo pidió.',
  code_challenge:
    'El hash de un secreto que la aplicación acaba de inventar (PKCE). Sin ese secreto, el code no valdrá nada.',
  code_challenge_method: 'Cómo se hace el hash: S256 es SHA-256.',
  code_verifier:
    'El secreto que hay detrás de code_challenge: prueba que quien canjea el code es quien empezó el inicio de sesión.',
  grant_type: 'Con qué se piden los tokens.',
  redirect_uri: 'Adónde va la respuesta. Tiene que estar registrada, letra por letra.',
  refresh_token: 'El refresh token: pide tokens nuevos sin el usuario.',
  response_type: 'Qué se pide; code es un code.',
  response_mode: 'Cómo viaja la respuesta: en la query, en el fragmento o en un formulario.',
  scope: 'Para qué deben servir los tokens, en palabras.',
  state: 'Ata la respuesta al inicio de sesión que empezó este navegador; vuelve sin cambios.',
  nonce: 'Vuelve dentro del ID token y lo ata a este inicio de sesión.',
  iss: 'Quién responde: protege contra la confusión de servidores de inicio de sesión.',
  error: 'El tipo de fallo.',
  error_description: 'El fallo, para que lo lea un desarrollador.',
  error_reason: 'El fallo, con más detalle que error.',
  prompt: 'Si FusionAuth puede, o debe, preguntar al usuario.',
  max_age: 'Qué antigüedad puede tener el inicio de sesión, en segundos.',
  login_hint: 'Quién se espera que inicie sesión.',
  id_token_hint: 'Un ID token que dice de quién es la sesión.',
  post_logout_redirect_uri:
    'Adónde va el navegador tras cerrar la sesión; tiene que estar registrada.',
  resource: 'El servicio para el que es el token.',
  dpop_jkt: 'Ata el code a una clave del cliente.',
  user_code: 'El código que muestra un dispositivo sin teclado.',
  locale: 'El idioma que vio el usuario.',
  tenantId: 'De qué tenant de FusionAuth se trata.',
  userState: 'Si el usuario ha iniciado sesión y está registrado: una pista, no una prueba.',
  username: 'El nombre del usuario, entregado a la aplicación.',
  password: 'La contraseña del usuario. Quien recibe esta petición la ve.',
  token: 'Un token que consultar o revocar.',
  userId: 'El usuario de cuyos tokens se trata.',
  applicationId: 'La aplicación de cuyos tokens se trata.',
  global: 'true: termina todas las sesiones del usuario.',
  refreshToken: 'El refresh token que se revoca.',
}

/** Fields that FusionAuth's login form carries along, beside the parameters of the request. */
export const formFields = {
  loginId: 'El correo o el nombre que se escribió.',
  rememberDevice:
    '«Mantener la sesión iniciada»: solo entonces empieza FusionAuth una sesión de inicio de sesión único.',
  action: 'Qué botón de la página se pulsó.',
  __cb_rememberDevice: 'Lo que cuenta como rememberDevice si no se marca la casilla.',
  csrf_token:
    'Tiene que coincidir con una cookie, para que otro sitio no pueda enviar este formulario.',
  captcha_token: 'Prueba de que no envía el formulario un robot.',
  'metaData.device.name': 'El dispositivo, para personas.',
  'metaData.device.type': 'El tipo de dispositivo.',
  'metaData.device.description': 'El dispositivo, descrito.',
  oauth_context: 'Un campo oculto propio de FusionAuth; no está documentado para qué sirve.',
  pendingIdPLinkId: 'Una cuenta de otro sitio que está a punto de enlazarse.',
  showPasswordField: 'Si el formulario pide la contraseña desde el principio.',
  timezone: 'La zona horaria del usuario.',
  userVerifyingPlatformAuthenticatorAvailable:
    'Si el dispositivo podría iniciar sesión con una passkey.',
}

/** What the applications' own links and forms carry, and what the Hacker's scripts send home. */
export const ownParameters = {
  to: 'Adónde lleva el enlace. Si lleva fuera de las páginas propias de la aplicación, es una redirección abierta.',
  text: 'Lo que el usuario escribe para que otros lo lean.',
  csrf: 'Prueba de que el formulario viene de una página propia de la aplicación: otro sitio no puede saberla.',
  confirm: 'Que el pedido va en serio.',
  found: 'Lo que el script del Hacker encontró en la página, de camino al Hacker.',
  logout_token:
    'Un JWT que dice de quién han acabado las sesiones. Quien lo cree sin mirarlo deja que cualquiera las termine.',
}
