import type { Translations } from '../translator.ts'

/** What participants do by themselves, as the arrows say it; and pages that stop a lesson. */
export const happening: Translations = {
  'Creates a session for the user': 'Crea una sesión para el usuario',
  'Finds and extends the session': 'Encuentra la sesión y la alarga',
  'Ends the session': 'Termina la sesión',
  'Ends all sessions of the user': 'Termina todas las sesiones del usuario',
  'The list of own addresses looks at the first “to”':
    'La lista de direcciones propias mira el primer «to»',
  'The redirect takes the last “to”': 'La redirección toma el último «to»',
  'The login starts again': 'El inicio de sesión empieza de nuevo',
  'Gets hold of the refresh token': 'Se hace con el refresh token',
  'Gets hold of the session id': 'Se hace con el ID de sesión',
  'Gets hold of the JWT': 'Se hace con el JWT',
  'Gets hold of the single sign-on session': 'Se hace con la sesión de inicio de sesión único',
  'Finds no refresh token in the Browser': 'No encuentra ningún refresh token en el navegador',
  'Finds no session id in the Browser': 'No encuentra ningún ID de sesión en el navegador',
  'Finds no JWT in the Browser': 'No encuentra ningún JWT en el navegador',
  'Finds no single sign-on session in the Browser':
    'No encuentra ninguna sesión de inicio de sesión único en el navegador',
  'Waits for the refresh that is under way': 'Espera a la renovación que está en curso',
  'The user opens the app': 'El usuario abre la app',
  'Goes back to the first view': 'Vuelve a la primera vista',
  'Opens FusionAuth in the system’s browser': 'Abre FusionAuth en el navegador del sistema',
  'Hands the address to the app that claimed it':
    'Entrega la dirección a la app que la tiene registrada',
  'Renders the login form': 'Dibuja el formulario de inicio de sesión',
  'Shows what went wrong': 'Muestra qué ha ido mal',
  'Looks for a JWT in local storage': 'Busca un JWT en local storage',
  'Keeps the JWT in local storage': 'Guarda el JWT en local storage',
  'Takes the JWT out of local storage': 'Saca el JWT de local storage',
  'Overwrites what {host} had: {names}': 'Sobrescribe lo que tenía {host}: {names}',
  'The clock of the applications is moved on instead of waiting':
    'Se adelanta el reloj de las aplicaciones en lugar de esperar',
  'The refresh token is revoked instead of waited for':
    'El refresh token se revoca en lugar de esperar a que caduque',
  'The single sign-on session is revoked instead of waited for':
    'La sesión de inicio de sesión único se revoca en lugar de esperar a que caduque',
  'The refresh token could not be revoked and lives on: {why}':
    'El refresh token no se ha podido revocar y sigue vivo: {why~}',
  'The single sign-on session could not be revoked and lives on: {why}':
    'La sesión de inicio de sesión único no se ha podido revocar y sigue viva: {why~}',

  // Nobody answered, or nothing of use
  'it answered with status {status}': 'respondió con el estado {status}',
  'it answered {status}': 'respondió {status}',
  'its answer could not be read as JSON': 'su respuesta no se pudo leer como JSON',
  'No answer: {why}': 'Sin respuesta: {why~}',
  'connection refused, FusionAuth is stopped': 'conexión rechazada, FusionAuth está detenido',
  'no such host: {host}': 'no existe el host {host}',
  'Gives up: {why}': 'Se rinde: {why~}',
  'more than {count} redirects': 'más de {count} redirecciones',
  '{origin} broke off in the middle of its answer: the connection was closed before all of it had arrived.':
    '{origin} ha cortado a mitad de su respuesta: la conexión se cerró antes de que llegara entera.',
  'The answer of {origin} is larger than {count} bytes and was not read to its end.':
    'La respuesta de {origin} ocupa más de {count} bytes y no se ha leído entera.',
  'There is no host {host}: its name could not be found. Check the address, and the network.':
    'No existe el host {host}: no se ha encontrado su nombre. Comprueba la dirección y la red.',
  'Nothing listens at {origin}: the connection was refused. Is FusionAuth running there?':
    'Nadie escucha en {origin}: la conexión ha sido rechazada. ¿Está FusionAuth en marcha allí?',
  'There is no way to {origin} in this network.':
    'En esta red no hay ningún camino hasta {origin}.',
  '{origin} did not answer in full within {count} seconds. Is it overloaded, or stuck?':
    '{origin} no ha respondido por completo en {count} segundos. ¿Está sobrecargado o bloqueado?',
  '{origin} wants to speak something other than HTTP.':
    '{origin} quiere hablar algo que no es HTTP.',
  '{origin} does not speak TLS. Is its address http: rather than https:?':
    '{origin} no habla TLS. ¿Su dirección es http: y no https:?',
  'The request holds a character that no HTTP header may hold, so it was not sent.':
    'La petición contiene un carácter que ninguna cabecera HTTP puede llevar, así que no se ha enviado.',
  'Login Lab talks to {origin} only, and to no other address.':
    'Login Lab habla solo con {origin}, y con ninguna otra dirección.',

  // Pages in the way
  'Meets a page that asks for a second factor': 'Topa con una página que pide un segundo factor',
  'Meets a page that asks to register': 'Topa con una página que pide registrarse',
  'Meets a page that waits for a verification': 'Topa con una página que espera una verificación',
  'Meets a page that asks for a new password': 'Topa con una página que pide una contraseña nueva',
  'Meets a page that asks for consent': 'Topa con una página que pide consentimiento',
  'Meets an error page': 'Topa con una página de error',
  'Meets a page it does not know': 'Topa con una página que no conoce',
  'FusionAuth asks for a second factor, and the user of this lesson has none to give. Switch multi-factor login off for the tenant "Login Lab" and its applications, then open the page again.':
    'FusionAuth pide un segundo factor, y el usuario de esta lección no tiene ninguno. Desactiva el inicio de sesión multifactor para el tenant "Login Lab" y sus aplicaciones y vuelve a abrir la página.',
  'FusionAuth asks the user to register for this application, or to complete the registration. Run `npm run provision` again, which registers the user of the lesson, then open the page again.':
    'FusionAuth pide al usuario que se registre en esta aplicación o que complete el registro. Ejecuta otra vez `npm run provision`, que registra al usuario de la lección, y vuelve a abrir la página.',
  'FusionAuth waits until the user has confirmed an e-mail address, a phone number or the registration. Mark the user ada@example.com as verified in FusionAuth, or switch the verification off, then open the page again.':
    'FusionAuth espera a que el usuario confirme una dirección de correo, un teléfono o el registro. Marca el usuario ada@example.com como verificado en FusionAuth, o desactiva la verificación, y vuelve a abrir la página.',
  'FusionAuth asks the user to change the password before going on. Run `npm run provision` again, which sets the password of the lesson, or take the demand back in FusionAuth, then open the page again.':
    'FusionAuth pide al usuario que cambie la contraseña antes de continuar. Ejecuta otra vez `npm run provision`, que pone la contraseña de la lección, o retira la exigencia en FusionAuth, y vuelve a abrir la página.',
  'FusionAuth asks the user for consent to what the application may see. It does so for third-party applications only: make the applications "Login Lab Store" and "Login Lab Forums" first-party, then open the page again.':
    'FusionAuth pide el consentimiento del usuario para lo que la aplicación puede ver. Solo lo hace con aplicaciones de terceros: convierte las aplicaciones "Login Lab Store" y "Login Lab Forums" en propias (first-party) y vuelve a abrir la página.',
  'FusionAuth shows an error page instead of a login: {what}. Run `npm run provision` again to bring its settings in order, then open the page again.':
    'FusionAuth muestra una página de error en lugar de un inicio de sesión: {what~}. Ejecuta otra vez `npm run provision` para poner en orden su configuración y vuelve a abrir la página.',
  'status {status}': 'estado {status}',
  '{error} (status {status})': '{error} (estado {status})',
  'FusionAuth shows a page that the scripted browser does not know: "{title}", at {path}. Look at it in the last message, then answer or remove it in FusionAuth and open the page again.':
    'FusionAuth muestra una página que el navegador automático no conoce: "{title}", en {path}. Mírala en el último mensaje, respóndela o quítala en FusionAuth y vuelve a abrir la página.',
  'FusionAuth shows a page that the scripted browser does not know, at {path}. Look at it in the last message, then answer or remove it in FusionAuth and open the page again.':
    'FusionAuth muestra una página que el navegador automático no conoce, en {path}. Mírala en el último mensaje, respóndela o quítala en FusionAuth y vuelve a abrir la página.',
}
