import type { Translations } from '../translator.ts'

/** The attacks: what they are called, what they need, what the Hacker does, what really happened. */
export const attacks: Translations = {
  'Sets out: {title}': 'Empieza: {title~}',

  // Scripts in a page
  'A script in a post reads the cookies': 'Un script en un mensaje lee las cookies',
  'A script in a post reads the local storage':
    'Un script en un mensaje lee el almacenamiento local',
  'A script in a post acts in the victim’s name':
    'Un script en un mensaje actúa en nombre de la víctima',
  'Forums shows what its members write, and the victim reads it.':
    'Forums muestra lo que escriben sus miembros, y la víctima lo lee.',
  'Shows the cookies that the script sent': 'Muestra las cookies que envió el script',
  'Shows the JWT that the script sent': 'Muestra el JWT que envió el script',
  'Waits in vain: nothing comes from the script': 'Espera en vano: del script no llega nada',
  'Finds nothing in what the script sent': 'No encuentra nada en lo que envió el script',
  'apache.org: a script in an issue of its bug tracker took the sessions of administrators.':
    'apache.org: un script en una incidencia de su gestor de errores se llevó las sesiones de los administradores.',

  // What the browser keeps
  'A page of another site places an order': 'Una página de otro sitio hace un pedido',
  'The victim is logged in at the Store and opens a page of the Hacker’s.':
    'La víctima tiene la sesión iniciada en Store y abre una página del Hacker.',
  'The victim logs in with a session id of the Hacker’s':
    'La víctima inicia sesión con un ID de sesión del Hacker',
  'The Hacker has a host below the applications’ domain, and the victim opens a page there before logging in.':
    'El Hacker tiene un host bajo el dominio de las aplicaciones, y la víctima abre allí una página antes de iniciar sesión.',
  'Shows the session id that it chose itself': 'Muestra el ID de sesión que eligió él mismo',
  'passport before 0.6.0 kept the session id of the time before the login.':
    'passport anterior a 0.6.0 conservaba el ID de sesión de antes del inicio de sesión.',
  'The victim works in the Hacker’s session': 'La víctima trabaja en la sesión del Hacker',
  'The Hacker has a host below the applications’ domain, and an account at the Store.':
    'El Hacker tiene un host bajo el dominio de las aplicaciones, y una cuenta en Store.',
  'Somebody on the same Wi-Fi listens': 'Alguien escucha en la misma red Wi-Fi',
  'The victim is on an open network and follows one link that begins with http://.':
    'La víctima está en una red abierta y sigue un enlace que empieza por http://.',
  'Hears no cookie': 'No oye ninguna cookie',
  'Reads the cookies off the air': 'Lee las cookies en el aire',
  'Firesheep: a browser extension that took over Facebook and Twitter sessions on open Wi-Fi with one click.':
    'Firesheep: una extensión del navegador que tomaba sesiones de Facebook y Twitter en redes Wi-Fi abiertas con un clic.',
  'The log of the Store gets into wrong hands': 'El registro de Store cae en malas manos',
  'The Hacker reads a copy of the Store’s log, ten minutes old.':
    'El Hacker lee una copia del registro de Store, de hace diez minutos.',
  'Finds nothing in the log': 'No encuentra nada en el registro',
  'Finds a key in the log': 'Encuentra una llave en el registro',
  'A HAR file that was sent to the support team': 'Un archivo HAR enviado al equipo de soporte',
  'The victim has recorded their own browser for a support team, and the Hacker reads the file.':
    'La víctima ha grabado su propio navegador para un equipo de soporte, y el Hacker lee el archivo.',
  'Reads the cookies in the HAR file': 'Lee las cookies en el archivo HAR',
  'Okta’s support system: session cookies in HAR files of customers, 134 customers concerned, five sessions hijacked.':
    'El sistema de soporte de Okta: cookies de sesión en archivos HAR de clientes, 134 clientes afectados, cinco sesiones secuestradas.',
  'A stolen session id opens the Store': 'Un ID de sesión robado abre Store',
  'Malware on the victim’s device copies the session id.':
    'Un programa malicioso en el dispositivo de la víctima copia el ID de sesión.',
  'A stolen JWT opens the Store': 'Un JWT robado abre Store',
  'Malware on the victim’s device copies the JWT.':
    'Un programa malicioso en el dispositivo de la víctima copia el JWT.',

  // Codes and redirects
  'A leaked code is redeemed': 'Un código filtrado se canjea',
  'Somebody on the way reads the address of the callback and cuts the line.':
    'Alguien en el camino lee la dirección de vuelta y corta la línea.',
  'Reads the code in the address': 'Lee el código en la dirección',
  'A stolen code is put into another login': 'Un código robado se mete en otro inicio de sesión',
  'The Hacker has a code of the victim’s that nobody has used yet.':
    'El Hacker tiene un código de la víctima que nadie ha usado todavía.',
  'Puts the stolen code in the place of an own one':
    'Pone el código robado en el lugar de uno propio',
  'The victim is logged in as the Hacker': 'La víctima inicia sesión como el Hacker',
  'The victim opens a page of the Hacker’s.': 'La víctima abre una página del Hacker.',
  'Keeps the address that would have finished the own login':
    'Guarda la dirección que habría acabado el inicio de sesión propio',
  'Of 96 sites with single sign-on that were studied, many did not tie the answer to the browser that had asked.':
    'De 96 sitios con inicio de sesión único que se estudiaron, muchos no ataban la respuesta al navegador que había preguntado.',
  'The answer is sent to another address': 'La respuesta se envía a otra dirección',
  'The Hacker has a host below the applications’ domain, and FusionAuth compares loosely.':
    'El Hacker tiene un host bajo el dominio de las aplicaciones, y FusionAuth compara sin rigor.',
  'Booking.com: a login link with another path as its address sent the code to whoever had made the link.':
    'Booking.com: un enlace de inicio de sesión con otra ruta como dirección enviaba el código a quien hubiera hecho el enlace.',
  'The Store leads on to the Hacker, code and all':
    'Store lleva hasta el Hacker, con código y todo',
  'The Store has a link that leads anywhere, and FusionAuth takes any address of the Store.':
    'Store tiene un enlace que lleva a cualquier parte, y FusionAuth acepta cualquier dirección de Store.',
  'Covert Redirect: open redirectors at clients hand on what came back from the login.':
    'Covert Redirect: redirecciones abiertas en los clientes pasan a otros lo que volvió del inicio de sesión.',
  'The verifier is simply left out': 'El verificador simplemente se omite',
  'The Hacker has a code that was asked for with PKCE, and FusionAuth looks at a verifier only when one comes.':
    'El Hacker tiene un código que se pidió con PKCE, y FusionAuth mira el verificador solo cuando llega uno.',
  'authentik compared the code verifier only when one was sent.':
    'authentik comparaba el verificador del código solo cuando se enviaba uno.',
  'A used code is used again': 'Un código usado se usa otra vez',
  'The Hacker reads, in a log or a history, the address of a login that is over.':
    'El Hacker lee, en un registro o en un historial, la dirección de un inicio de sesión ya acabado.',
  'ORCID began to refuse codes that had been used before.':
    'ORCID empezó a rechazar códigos que ya se habían usado.',
  'The password is posted on to the application': 'La contraseña se reenvía a la aplicación',
  'The application is in wrong hands, or writes what it gets into a log.':
    'La aplicación está en malas manos, o escribe en un registro lo que recibe.',
  'A formal analysis of OAuth 2.0 found that a redirect with status 307 hands the password on.':
    'Un análisis formal de OAuth 2.0 encontró que una redirección con estado 307 pasa la contraseña a otro.',
  'A parameter that comes twice slips past the check':
    'Un parámetro que viene dos veces elude la comprobación',
  'The Store checks one “to” of a link and follows another, and FusionAuth takes any address of the Store.':
    'Store comprueba un «to» de un enlace y sigue otro, y FusionAuth acepta cualquier dirección de Store.',
  'Keycloak took parameters that came twice.': 'Keycloak aceptaba parámetros que venían dos veces.',

  // Refresh tokens
  'A refresh token is used by two, and nobody notices':
    'Un refresh token lo usan dos, y nadie lo nota',
  'The Hacker has a copy of a refresh token that may be used again and again.':
    'El Hacker tiene una copia de un refresh token que se puede usar una y otra vez.',
  'Shows the refresh token to FusionAuth': 'Muestra el refresh token a FusionAuth',
  'Tokens that GitHub had given to Heroku and Travis CI were stolen, and dozens of organisations read with them.':
    'Se robaron tokens que GitHub había dado a Heroku y Travis CI, y con ellos se leyeron decenas de organizaciones.',
  'The thief is first to use a token that works once':
    'El ladrón es el primero en usar un token que vale una vez',
  'The Hacker has a copy of a refresh token, and uses it before the victim does.':
    'El Hacker tiene una copia de un refresh token, y la usa antes que la víctima.',
  'The victim has used the token already': 'La víctima ya ha usado el token',
  'The Hacker has a copy of a refresh token, and the victim uses theirs first.':
    'El Hacker tiene una copia de un refresh token, y la víctima usa antes el suyo.',
  'The victim never comes back': 'La víctima no vuelve nunca',
  'The Hacker has a copy of a refresh token, and the victim has closed the page for good.':
    'El Hacker tiene una copia de un refresh token, y la víctima ha cerrado la página para siempre.',
  'Refresh tokens of Salesloft Drift opened more than 700 Salesforce tenants.':
    'Refresh tokens de Salesloft Drift abrieron más de 700 clientes de Salesforce.',
  'Two tabs refresh at once': 'Dos pestañas renuevan a la vez',
  'Nobody attacks: an honest user has the Store open twice.':
    'Nadie ataca: un usuario honrado tiene Store abierto dos veces.',
  'Several open-source projects logged honest users out when two tabs refreshed at once.':
    'Varios proyectos de código abierto cerraban la sesión de usuarios honrados cuando dos pestañas renovaban a la vez.',
  'Another application uses the refresh token': 'Otra aplicación usa el refresh token',
  'The Hacker runs an application at the same FusionAuth, and has the Store’s refresh token.':
    'El Hacker tiene una aplicación en el mismo FusionAuth, y el refresh token de Store.',
  'A refresh asks for more than was granted': 'Una renovación pide más de lo concedido',
  'The Hacker has a copy of a refresh token.': 'El Hacker tiene una copia de un refresh token.',
  'The thief outlives a new password': 'El ladrón sobrevive a una contraseña nueva',
  'The Hacker has a copy of a refresh token; the victim changes the password.':
    'El Hacker tiene una copia de un refresh token; la víctima cambia la contraseña.',
  'Malware made new Google session cookies from a stolen token, even after the password was changed.':
    'Un programa malicioso creaba cookies de sesión de Google a partir de un token robado, incluso después de cambiar la contraseña.',
  'Another site makes the browser use its refresh token':
    'Otro sitio hace que el navegador use su refresh token',
  'The victim opens a page of the Hacker’s when their session is over.':
    'La víctima abre una página del Hacker cuando su sesión ha acabado.',
  'A stolen refresh token opens the Store': 'Un refresh token robado abre Store',
  'Malware on the victim’s device copies the refresh token.':
    'Un programa malicioso en el dispositivo de la víctima copia el refresh token.',

  // Single sign-on and logout
  'One stolen cookie opens every application': 'Una cookie robada abre todas las aplicaciones',
  'Malware on the victim’s device copies the cookie of FusionAuth’s own session.':
    'Un programa malicioso en el dispositivo de la víctima copia la cookie de la sesión propia de FusionAuth.',
  'Facebook “View As”: 50 million tokens taken, and with them the applications with Facebook Login.':
    'Facebook «View As»: 50 millones de tokens robados, y con ellos las aplicaciones con Facebook Login.',
  'Logged out, and in again without a password': 'Sesión cerrada, y otra vez dentro sin contraseña',
  'The computer is shared: somebody sits down after the victim has logged out.':
    'El ordenador es compartido: alguien se sienta después de que la víctima haya cerrado sesión.',
  'Somebody else sits down at the victim’s computer':
    'Otra persona se sienta ante el ordenador de la víctima',
  'A self-made logout token ends the victim’s session':
    'Un logout token hecho a mano acaba con la sesión de la víctima',
  'The Hacker knows the victim’s id at FusionAuth; the Store believes logout tokens unseen.':
    'El Hacker conoce el ID de la víctima en FusionAuth; Store cree los logout tokens sin mirarlos.',

  'Asks by https: the host is on the list of those that want nothing else':
    'Pide por https: el host está en la lista de los que no quieren otra cosa',
}
