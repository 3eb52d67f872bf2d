import type { AttackTexts } from '../tables.ts'

export const attacks: AttackTexts = {
  attacks: {
    'xss-reads-cookie': {
      title: 'Un script en un mensaje lee las cookies',
      needs: 'Forums muestra lo que escriben sus miembros, y la víctima lo lee.',
    },
    'xss-reads-local-storage': {
      title: 'Un script en un mensaje lee el almacenamiento local',
      needs: 'Forums muestra lo que escriben sus miembros, y la víctima lo lee.',
    },
    'xss-rides-session': {
      title: 'Un script en un mensaje actúa en nombre de la víctima',
      needs: 'Forums muestra lo que escriben sus miembros, y la víctima lo lee.',
    },
    csrf: {
      title: 'Una página de otro sitio hace un pedido',
      needs: 'La víctima tiene la sesión iniciada en Store y abre una página del Hacker.',
    },
    'session-fixation': {
      title: 'La víctima inicia sesión con un ID de sesión del Hacker',
      needs:
        'El Hacker tiene un host bajo el dominio de las aplicaciones, y la víctima abre allí una página antes de iniciar sesión.',
    },
    'cookie-tossing': {
      title: 'La víctima trabaja en la sesión del Hacker',
      needs: 'El Hacker tiene un host bajo el dominio de las aplicaciones, y una cuenta en Store.',
    },
    sniffing: {
      title: 'Alguien escucha en la misma red Wi-Fi',
      needs: 'La víctima está en una red abierta y sigue un enlace que empieza por http://.',
    },
    'leaked-log': {
      title: 'El registro de Store cae en malas manos',
      needs: 'El Hacker lee una copia del registro de Store, de hace diez minutos.',
    },
    'leaked-har': {
      title: 'Un archivo HAR enviado al equipo de soporte',
      needs:
        'La víctima ha grabado su propio navegador para un equipo de soporte, y el Hacker lee el archivo.',
    },
    'code-leak': {
      title: 'Un código filtrado se canjea',
      needs: 'Alguien en el camino lee la dirección de vuelta y corta la línea.',
    },
    'code-injection': {
      title: 'Un código robado se mete en otro inicio de sesión',
      needs: 'El Hacker tiene un código de la víctima que nadie ha usado todavía.',
    },
    'login-csrf': {
      title: 'La víctima inicia sesión como el Hacker',
      needs: 'La víctima abre una página del Hacker.',
    },
    'pkce-downgrade': {
      title: 'El verificador simplemente se omite',
      needs:
        'El Hacker tiene un código que se pidió con PKCE, y FusionAuth mira el verificador solo cuando llega uno.',
    },
    'code-replay': {
      title: 'Un código usado se usa otra vez',
      needs:
        'El Hacker lee, en un registro o en un historial, la dirección de un inicio de sesión ya acabado.',
    },
    'redirect-manipulation': {
      title: 'La respuesta se envía a otra dirección',
      needs:
        'El Hacker tiene un host bajo el dominio de las aplicaciones, y FusionAuth compara sin rigor.',
    },
    'open-redirector': {
      title: 'Store lleva hasta el Hacker, con código y todo',
      needs:
        'Store tiene un enlace que lleva a cualquier parte, y FusionAuth acepta cualquier dirección de Store.',
    },
    'redirect-307': {
      title: 'La contraseña se reenvía a la aplicación',
      needs: 'La aplicación está en malas manos, o escribe en un registro lo que recibe.',
    },
    'duplicate-parameters': {
      title: 'Un parámetro que viene dos veces elude la comprobación',
      needs:
        'Store comprueba un «to» de un enlace y sigue otro, y FusionAuth acepta cualquier dirección de Store.',
    },
    'refresh-theft-reusable': {
      title: 'Un refresh token lo usan dos, y nadie lo nota',
      needs: 'El Hacker tiene una copia de un refresh token que se puede usar una y otra vez.',
    },
    'refresh-theft-thief-first': {
      title: 'El ladrón es el primero en usar un token que vale una vez',
      needs: 'El Hacker tiene una copia de un refresh token, y la usa antes que la víctima.',
    },
    'refresh-theft-victim-first': {
      title: 'La víctima ya ha usado el token',
      needs: 'El Hacker tiene una copia de un refresh token, y la víctima usa antes el suyo.',
    },
    'refresh-theft-victim-gone': {
      title: 'La víctima no vuelve nunca',
      needs:
        'El Hacker tiene una copia de un refresh token, y la víctima ha cerrado la página para siempre.',
    },
    'two-tab-race': {
      title: 'Dos pestañas renuevan a la vez',
      needs: 'Nadie ataca: un usuario honrado tiene Store abierto dos veces.',
    },
    'wrong-client': {
      title: 'Otra aplicación usa el refresh token',
      needs: 'El Hacker tiene una aplicación en el mismo FusionAuth, y el refresh token de Store.',
    },
    'scope-widening': {
      title: 'Una renovación pide más de lo concedido',
      needs: 'El Hacker tiene una copia de un refresh token.',
    },
    revival: {
      title: 'El ladrón sobrevive a una contraseña nueva',
      needs: 'El Hacker tiene una copia de un refresh token; la víctima cambia la contraseña.',
    },
    'refresh-cookie-csrf': {
      title: 'Otro sitio hace que el navegador use su refresh token',
      needs: 'La víctima abre una página del Hacker cuando su sesión ha acabado.',
    },
    'sso-cookie-theft': {
      title: 'Una cookie robada abre todas las aplicaciones',
      needs:
        'Un programa malicioso en el dispositivo de la víctima copia la cookie de la sesión propia de FusionAuth.',
    },
    'half-logout': {
      title: 'Sesión cerrada, y otra vez dentro sin contraseña',
      needs:
        'El ordenador es compartido: alguien se sienta después de que la víctima haya cerrado sesión.',
    },
    'forged-logout-token': {
      title: 'Un logout token hecho a mano acaba con la sesión de la víctima',
      needs:
        'El Hacker conoce el ID de la víctima en FusionAuth; Store cree los logout tokens sin mirarlos.',
    },
    'stolen-session-id': {
      title: 'Un ID de sesión robado abre Store',
      needs: 'Un programa malicioso en el dispositivo de la víctima copia el ID de sesión.',
    },
    'stolen-jwt': {
      title: 'Un JWT robado abre Store',
      needs: 'Un programa malicioso en el dispositivo de la víctima copia el JWT.',
    },
    'stolen-refresh-token': {
      title: 'Un refresh token robado abre Store',
      needs: 'Un programa malicioso en el dispositivo de la víctima copia el refresh token.',
    },
  },
  incidents: {
    apache:
      'apache.org: un script en una incidencia de su gestor de errores se llevó las sesiones de los administradores.',
    firesheep:
      'Firesheep: una extensión del navegador que tomaba sesiones de Facebook y Twitter en redes Wi-Fi abiertas con un clic.',
    okta: 'El sistema de soporte de Okta: cookies de sesión en archivos HAR de clientes, 134 clientes afectados, cinco sesiones secuestradas.',
    passport: 'passport anterior a 0.6.0 conservaba el ID de sesión de antes del inicio de sesión.',
    relyingParties:
      'De 96 sitios con inicio de sesión único que se estudiaron, muchos no ataban la respuesta al navegador que había preguntado.',
    booking:
      'Booking.com: un enlace de inicio de sesión con otra ruta como dirección enviaba el código a quien hubiera hecho el enlace.',
    covertRedirect:
      'Covert Redirect: redirecciones abiertas en los clientes pasan a otros lo que volvió del inicio de sesión.',
    authentik: 'authentik comparaba el verificador del código solo cuando se enviaba uno.',
    orcid: 'ORCID empezó a rechazar códigos que ya se habían usado.',
    keycloak: 'Keycloak aceptaba parámetros que venían dos veces.',
    fett: 'Un análisis formal de OAuth 2.0 encontró que una redirección con estado 307 pasa la contraseña a otro.',
    travis:
      'Se robaron tokens que GitHub había dado a Heroku y Travis CI, y con ellos se leyeron decenas de organizaciones.',
    drift: 'Refresh tokens de Salesloft Drift abrieron más de 700 clientes de Salesforce.',
    races:
      'Varios proyectos de código abierto cerraban la sesión de usuarios honrados cuando dos pestañas renovaban a la vez.',
    multiLogin:
      'Un programa malicioso creaba cookies de sesión de Google a partir de un token robado, incluso después de cambiar la contraseña.',
    viewAs:
      'Facebook «View As»: 50 millones de tokens robados, y con ellos las aplicaciones con Facebook Login.',
  },
}
