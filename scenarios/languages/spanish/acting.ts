import type { Translations } from '../translator.ts'

/** What can be done, why not, and what went wrong: choices, chapters, problems of runs. */
export const acting: Translations = {
  // Workflows and lessons
  '{client} · {login} · {sessionStrategy}': '{client~} · {login~} · {sessionStrategy~}',
  'Web app': 'Aplicación web',
  'Single-page app': 'Aplicación de página única',
  'Mobile app': 'App móvil',
  'authorization code grant': 'authorization code grant',
  'password grant': 'password grant',
  'native login form': 'formulario propio',
  'native login form that calls FusionAuth': 'formulario propio que llama a FusionAuth',
  'native login form that calls FusionAuth on the same site':
    'formulario propio que llama a FusionAuth en el mismo sitio',
  'implicit grant': 'implicit grant',
  session: 'sesión',
  'session and refresh token': 'sesión y refresh token',
  'JWT and refresh token': 'JWT y refresh token',
  'JWT in a cookie': 'JWT en una cookie',
  'JWT in local storage': 'JWT en el almacenamiento local',
  'session of a backend for frontend': 'sesión de un backend for frontend',
  'The whole tour': 'El recorrido completo',
  'Back in without a form': 'De vuelta sin formulario',
  'Wrong password, unknown user': 'Contraseña errónea, usuario desconocido',
  'FusionAuth is down': 'FusionAuth no responde',
  'With the cookies of today': 'Con las cookies de hoy',

  // Chapters and dividers
  'Log in': 'Iniciar sesión',
  'Create the session': 'Crear la sesión',
  'Load the cart': 'Cargar el carrito',
  Refresh: 'Renovación',
  'Log in again': 'Iniciar sesión de nuevo',
  'Log in to the Forums': 'Iniciar sesión en Forums',
  'Log out': 'Cerrar sesión',
  'Stolen refresh token': 'Refresh token robado',
  'Stolen session id': 'ID de sesión robado',
  'Stolen JWT': 'JWT robado',
  Attack: 'Ataque',
  'The session expires': 'La sesión caduca',
  'The session and the refresh token expire': 'La sesión y el refresh token caducan',
  'The JWT expires': 'El JWT caduca',
  'The JWT and the refresh token expire': 'El JWT y el refresh token caducan',
  'The single sign-on session expires': 'La sesión de inicio de sesión único caduca',
  'Time passes': 'Pasa el tiempo',
  'The refresh token is revoked': 'El refresh token se revoca',
  'The user has changed the password': 'El usuario ha cambiado la contraseña',
  'The Forums: single sign-on is possible': 'Forums: el inicio de sesión único es posible',
  'No single sign-on in this workflow': 'Sin inicio de sesión único en este flujo',
  Attacks: 'Ataques',
  'FusionAuth stops answering': 'FusionAuth deja de responder',
  'FusionAuth answers again': 'FusionAuth vuelve a responder',

  // Events
  'Open the Store': 'Abrir Store',
  'Open the Forums': 'Abrir Forums',
  'Follow “Log in” at the Store': 'Seguir «Log in» en Store',
  'Follow “Log in” at the Forums': 'Seguir «Log in» en Forums',
  'Submit the right password for the Store': 'Enviar la contraseña correcta para Store',
  'Submit the right password for the Forums': 'Enviar la contraseña correcta para Forums',
  'Submit a wrong password for the Store': 'Enviar una contraseña errónea para Store',
  'Submit a wrong password for the Forums': 'Enviar una contraseña errónea para Forums',
  'Submit an unknown user for the Store': 'Enviar un usuario desconocido para Store',
  'Submit an unknown user for the Forums': 'Enviar un usuario desconocido para Forums',
  'Submit as {user} for the {app}': 'Enviar como {user} para {app}',
  'Load the shopping cart': 'Cargar el carrito de la compra',
  'Load the posts': 'Cargar las publicaciones',
  'Log out of the Store': 'Cerrar sesión en Store',
  'Log out of the Forums': 'Cerrar sesión en Forums',
  'Let the session expire': 'Dejar que caduque la sesión',
  'Let the refresh token expire': 'Dejar que caduque el refresh token',
  'Let the single sign-on session expire': 'Dejar que caduque la sesión de inicio de sesión único',
  'Let the JWT expire': 'Dejar que caduque el JWT',
  'Load the cart in two tabs at once': 'Cargar el carrito en dos pestañas a la vez',
  'Load the posts in two tabs at once': 'Cargar las publicaciones en dos pestañas a la vez',
  'Order what is in the cart': 'Pedir lo que hay en el carrito',
  'Post a text': 'Publicar un texto',
  'Change the password': 'Cambiar la contraseña',
  'Log out everywhere': 'Cerrar sesión en todas partes',
  'Let {time} pass': 'Dejar pasar {time~}',
  '1 hour': '1 hora',
  '{count} hours': '{count} horas',
  '1 minute': '1 minuto',
  '{count} minutes': '{count} minutos',
  '{count} seconds': '{count} segundos',
  'Steal the refresh token': 'Robar el refresh token',
  'Steal the session id': 'Robar el ID de sesión',
  'Steal the JWT': 'Robar el JWT',
  'Steal the single sign-on session': 'Robar la sesión de inicio de sesión único',
  'Load the cart as the Hacker': 'Cargar el carrito como Hacker',
  'Log in to the {app} as the Hacker': 'Iniciar sesión en {app} como Hacker',
  'Load the cart as user and Hacker at once': 'Cargar el carrito como usuario y Hacker a la vez',
  'Attack: {name}': 'Ataque: {name}',
  'Revoke the refresh token': 'Revocar el refresh token',
  'Revoke all refresh tokens of the user': 'Revocar todos los refresh tokens del usuario',
  'End the single sign-on session': 'Terminar la sesión de inicio de sesión único',
  'Stop FusionAuth': 'Detener FusionAuth',
  'Start FusionAuth again': 'Arrancar FusionAuth de nuevo',

  // Why something cannot be done
  'Another step is still under way.': 'Otro paso está todavía en marcha.',
  'Open {app} first: the login link is on its home page.':
    'Abre primero {app}: el enlace para iniciar sesión está en su página de inicio.',
  'The login link is on the home page of {app}, and that page is not open.':
    'El enlace para iniciar sesión está en la página de inicio de {app}, y esa página no está abierta.',
  'No login form is open for {app}.':
    'No hay ningún formulario de inicio de sesión abierto para {app}.',
  'The login form is open: fill it in first.':
    'El formulario de inicio de sesión está abierto: rellénalo primero.',
  'Open {app} first.': 'Abre primero {app}.',
  'The app on the phone is the Store’s: nobody uses {app} here.':
    'La app del teléfono es la de Store: aquí nadie usa {app}.',
  'An app on a phone is open once: it has no two tabs.':
    'Una app en un teléfono está abierta una sola vez: no tiene dos pestañas.',
  'Only FusionAuth’s own session opens an application by its login link, and there is none here.':
    'Solo la sesión propia de FusionAuth abre una aplicación por su enlace de inicio de sesión, y aquí no hay ninguna.',
  'Logging out everywhere is switched off here.':
    'Aquí está desactivado cerrar sesión en todas partes.',
  'No page with a log-out button is open at {app}.':
    'No hay ninguna página de {app} abierta con el botón de cerrar sesión.',
  'Start FusionAuth again first.': 'Arranca primero FusionAuth de nuevo.',
  'The Store has no living session that could expire.':
    'Store no tiene ninguna sesión viva que pueda caducar.',
  'The Store holds no living refresh token that could expire.':
    'Store no tiene ningún refresh token vivo que pueda caducar.',
  'FusionAuth has no single sign-on session of this browser.':
    'FusionAuth no tiene ninguna sesión de inicio de sesión único de este navegador.',
  'Time can only move on, by a positive number of seconds.':
    'El tiempo solo puede avanzar, un número positivo de segundos.',
  'There is nothing to steal yet: the Browser holds no cookie of the Store.':
    'Todavía no hay nada que robar: el navegador no tiene ninguna cookie de Store.',
  'The Hacker holds nothing yet: steal something first.':
    'El Hacker todavía no tiene nada: roba algo primero.',
  'Load the protected page of {app} first: the button is there.':
    'Carga primero la página protegida de {app}: el botón está allí.',
  'Log in first: the password is changed by the user who is logged in.':
    'Inicia sesión primero: la contraseña la cambia el usuario que ha iniciado sesión.',
  'Log in first: the button is on the protected page.':
    'Inicia sesión primero: el botón está en la página protegida.',
  'There is nothing to steal yet: the app holds no token of the Store.':
    'Todavía no hay nada que robar: la app no tiene ningún token de Store.',
  'The user holds no living JWT of the Store that could expire.':
    'El usuario no tiene ningún JWT vivo de Store que pueda caducar.',
  'The password of a user at a real FusionAuth stays as it is.':
    'La contraseña de un usuario de un FusionAuth real se queda como está.',
  'FusionAuth is stopped.': 'FusionAuth está detenido.',
  'There is no living refresh token to revoke.': 'No hay ningún refresh token vivo que revocar.',
  'FusionAuth is stopped already.': 'FusionAuth ya está detenido.',
  'FusionAuth is running.': 'FusionAuth está en marcha.',
  'A real FusionAuth is not ours to stop or start.':
    'Detener o arrancar un FusionAuth real no está en nuestra mano.',

  // Problems of runs
  'There is no workflow {name}. The nearest is {near}.':
    'No hay ningún flujo {name}. El más parecido es {near}.',
  'There is no lesson {name}. The nearest is {near}.':
    'No hay ninguna lección {name}. La más parecida es {near}.',
  'There is no profile {name}. The nearest is {near}.':
    'No hay ningún perfil {name}. El más parecido es {near}.',
  'There is no defence {name}. The nearest is {near}.':
    'No hay ninguna defensa {name}. La más parecida es {near}.',
  'The defence {name} can be set to {wanted}.': 'La defensa {name} puede ser {wanted~}.',
  'one of {values}': 'una de estas: {values}',
  'a whole number from {least} to {most}': 'un número entero de {least} a {most}',
  'This run is over. Start a new one.': 'Esta ejecución ha terminado. Empieza otra.',
  'This run is full ({count} messages). Go back and branch off, or start a new run.':
    'Esta ejecución está llena ({count} mensajes). Retrocede y abre una rama, o empieza otra ejecución.',
  'This run is full: it holds {held} messages, and no step begins from {most} on. Look back through it as you like; to do more, start a new run.':
    'Esta ejecución está llena: tiene {held} mensajes, y a partir de {most} no empieza ningún paso. Repásala cuanto quieras; para hacer más, empieza otra ejecución.',
  'This run has {count} branches, and {most} is the most. Go on at the end of one of them, or start a new run.':
    'Esta ejecución tiene {count} ramas, y el máximo es {most}. Sigue al final de una de ellas o empieza otra ejecución.',
  'A run keeps {count} branches at most. Start a new run.':
    'Una ejecución guarda como mucho {count} ramas. Empieza otra ejecución.',
  'There is no branch {id} in this run.': 'No hay ninguna rama {id} en esta ejecución.',
  'A real FusionAuth cannot be turned back in time. Go to the last message to act there.':
    'Un FusionAuth real no puede retroceder en el tiempo. Ve al último mensaje para actuar allí.',
  'The step could not be carried out: {error}': 'No se ha podido dar el paso: {error}',
  'Something went wrong in Login Lab itself ({what}). The run goes on from here; please report it.':
    'Algo ha ido mal en el propio Login Lab ({what}). La ejecución sigue desde aquí; por favor, avísanos.',
  'This is a recording: it can be played, not acted in. Start the workflow {workflow} to act yourself.':
    'Esto es una grabación: se puede reproducir, pero no actuar en ella. Inicia el flujo {workflow} para actuar tú.',
  'This run cannot do that.': 'Esta ejecución no puede hacer eso.',
  'The run could not start.': 'La ejecución no ha podido empezar.',
  'The run could not start in this page.': 'La ejecución no ha podido empezar en esta página.',
  'The run in this page has stopped. Start it again.':
    'La ejecución de esta página se ha detenido. Vuelve a empezarla.',
  'The run did not answer. Try again.': 'La ejecución no ha respondido. Inténtalo de nuevo.',
  'The server does not answer. Check that it is running, then try again.':
    'El servidor no responde. Comprueba que está en marcha e inténtalo de nuevo.',
  'The server answered with status {status}.': 'El servidor ha respondido con el estado {status}.',
  'This run was not used for a long time and has ended. Start a new one.':
    'Esta ejecución llevaba mucho tiempo sin usarse y ha terminado. Empieza otra.',
  'There is no such run here. Start a new one.': 'Aquí no hay tal ejecución. Empieza otra.',
  'Too much is asked of this run at once. Wait for an answer.':
    'Se le pide demasiado a la vez a esta ejecución. Espera una respuesta.',
  '{count} runs are open here, and that is the most. Close one that you no longer need, or try again later.':
    'Aquí hay {count} ejecuciones abiertas, y no puede haber más. Cierra una que ya no necesites o inténtalo más tarde.',
  'This run has as many live followers as it may have: {count}. Close one of them.':
    'Esta ejecución tiene tantos seguidores en directo como puede tener: {count}. Cierra uno de ellos.',
  'Something went wrong inside Login Lab. Start a new run.':
    'Algo ha ido mal dentro de Login Lab. Empieza otra ejecución.',
  'Login Lab was stopped. Start it again to go on.':
    'Login Lab se ha detenido. Arráncalo de nuevo para continuar.',
}
