import type { VerdictWords } from './words.ts'

export const spanishVerdicts: VerdictWords = {
  standings: {
    recommended: 'Recomendado',
    acceptable: 'Aceptable, con cuidado',
    discouraged: 'Mejor no',
    'must-not': 'No debe usarse',
  },
  grades: {
    safest:
      'De los más seguros: la contraseña solo llega a FusionAuth y las cookies están fuera del alcance de los scripts.',
    'safe-short':
      'Seguro y completo, con inicios de sesión más frecuentes, porque nada renueva la sesión.',
    'secure-but-password':
      'De los más seguros, si se acepta que la aplicación maneje la contraseña.',
    'same-site-only':
      'Mejor que sus vecinos, pero solo donde FusionAuth comparte el dominio de la empresa.',
    'script-sees-it-briefly': 'Menos seguro: un script de la página tiene el JWT por un momento.',
    'script-can-read-it': 'Menos seguro: cualquier script de la página puede leer el JWT.',
    device: 'Seguro: los tokens están en el almacenamiento protegido del dispositivo.',
    'device-but-password':
      'Seguro en el dispositivo, si se acepta que el backend maneje la contraseña.',
  },
  rules: {
    'password-grant':
      'El password grant no debe usarse: la aplicación conoce la contraseña, los usuarios se acostumbran a escribirla en cualquier sitio y no cabe un segundo factor.',
    'password-grant-browser':
      'Tampoco debe usarse el password grant en una aplicación que se ejecuta en un navegador.',
    implicit:
      'Un token en la barra de direcciones se filtra y no se puede ligar a quien lo pidió: el implicit grant no debería usarse.',
    'not-in-oauth-2.1': 'OAuth 2.1 ya no tiene este grant.',
    'own-form':
      'Un formulario propio no es OAuth, pero lo que se dice contra el password grant vale también para él: más sitios ven la contraseña, y no caben passkeys ni el inicio de sesión de otro proveedor.',
    'third-party-cookies':
      'El script pregunta a FusionAuth en otro sitio, así que todo depende de las cookies de terceros: donde un navegador las bloquea, la sesión se pierde en la primera renovación.',
    'parent-domain':
      'Las cookies del dominio padre van a todos los hosts que cuelgan de él, y cualquiera de ellos puede sobrescribirlas: una cookie debería pertenecer a un solo host.',
    'local-storage':
      'Lo que está en el almacenamiento local lo puede leer cualquier script que entre en la página.',
    'external-browser':
      'Una aplicación móvil debería llevar al usuario al navegador del sistema para iniciar sesión; así nunca ve la contraseña, y esa sesión sirve a todas las aplicaciones.',
    'code-with-pkce':
      'Authorization code con PKCE es lo que se pide hoy: el navegador lleva un code que no vale nada sin su verifier.',
    'backend-for-frontend':
      'Los tokens se quedan en un servidor propio y la página tiene una cookie de sesión que ningún script puede leer: el más fuerte de los patrones para estas páginas.',
    'refresh-cookie':
      'Un refresh token en una cookie vale una sesión para quien la copie, porque la propia aplicación lo canjea: si se usa, nunca por HTTP sin cifrar y protegido contra peticiones falsificadas. Guardado en el servidor no se puede copiar de un navegador.',
    'public-client-rotation':
      'Si el cliente no tiene un secreto propio, sus refresh tokens deben cambiar en cada uso o estar ligados a él.',
    'session-cookie':
      'La cookie contiene un id y nada más: se puede terminar en cualquier momento, y sus atributos la protegen.',
    'jwt-until-exp':
      'Un JWT vale hasta que caduca, lo tenga quien lo tenga: nada lo retira antes, así que debe durar poco.',
  },
  reasons: {
    code: 'La contraseña se escribe en FusionAuth y en ningún otro sitio, así que segundos factores, passkeys y otros proveedores funcionan sin cambiar tu código.',
    'single-sign-on':
      'La segunda aplicación no pide contraseña: la sesión del propio FusionAuth deja entrar al usuario.',
    'ready-for-more':
      'Ahora tienes una aplicación; en una segunda se entraría sin otro inicio de sesión.',
    'ends-at-once':
      'Una sesión vive en tu servidor: cuando la borras, se acaba en ese mismo momento.',
    lasts: 'Un refresh token renueva la sesión durante el tiempo que permitas, sin el usuario.',
    'refresh-token-on-server':
      'Guarda ese refresh token en el servidor, junto a la sesión: así ningún navegador tiene uno que se pueda copiar.',
    'tokens-on-server':
      'Un backend for frontend guarda los tokens; la página tiene una sola cookie que ningún script puede leer.',
    'needs-a-server':
      'Sin un servidor propio, nada en una página puede guardar un secreto, y lo que queda está hoy desaconsejado. Un backend pequeño merece la pena.',
    'system-browser':
      'La aplicación abre el navegador del sistema con PKCE: no ve ninguna contraseña, y esa sesión sirve a tus otras aplicaciones.',
    device:
      'Los tokens están en el almacenamiento protegido del dispositivo y cambian en cada uso.',
    'jwt-until-exp':
      'Un JWT no se puede retirar: haz que dure minutos y termina el acceso revocando el refresh token.',
  },
  questions: {
    client: {
      ask: '¿Qué construyes?',
      answers: {
        webapp: ['Una aplicación web', 'El servidor hace las páginas.'],
        spa: ['Una aplicación de página única', 'Un script de la página pregunta a una API.'],
        mobile: ['Una aplicación móvil', 'Viene de una tienda y tiene almacenamiento propio.'],
      },
    },
    applications: {
      ask: '¿Cuántas aplicaciones comparten el inicio de sesión?',
      answers: {
        one: ['Una', 'Al menos por ahora.'],
        several: ['Varias', 'Quien ha entrado en una debería poder entrar en las demás.'],
      },
    },
    secret: {
      ask: '¿Hay un servidor tuyo que pueda guardar un secreto?',
      answers: {
        server: ['Sí', 'Detrás de la página hay un backend nuestro.'],
        'no-server': ['No', 'Solo hay ficheros estáticos y APIs de otros.'],
      },
    },
    ending: {
      ask: '¿Cuándo debe acabar el acceso?',
      answers: {
        'at-once': [
          'En cuanto lo digamos',
          'Un despido, un portátil perdido, un robo: tiene que surtir efecto al instante.',
        ],
        weeks: [
          'Debe durar semanas',
          'Los usuarios deberían iniciar sesión pocas veces; que tarde una hora en acabar es aceptable.',
        ],
      },
    },
  },
}
