import type { TextCatalogue } from '../catalogue.ts'
import type { ChoiceTexts } from '../../model/texts/choices.ts'

export const choices: TextCatalogue<ChoiceTexts> = {
  'choice.busy': 'Otro paso está todavía en marcha.',
  'choice.open-for-login': ({ app }) =>
    `Abre primero ${app}: el enlace para iniciar sesión está en su página de inicio.`,
  'choice.login-elsewhere': ({ app }) =>
    `El enlace para iniciar sesión está en la página de inicio de ${app}, y esa página no está abierta.`,
  'choice.no-login-form': ({ app }) =>
    `No hay ningún formulario de inicio de sesión abierto para ${app}.`,
  'choice.form-first': 'El formulario de inicio de sesión está abierto: rellénalo primero.',
  'choice.open-first': ({ app }) => `Abre primero ${app}.`,
  'choice.not-on-the-phone': ({ app }) =>
    `La app del teléfono es la de Store: aquí nadie usa ${app}.`,
  'choice.no-second-tab':
    'Una app en un teléfono está abierta una sola vez: no tiene dos pestañas.',
  'choice.no-sso':
    'Solo la sesión propia de FusionAuth abre una aplicación por su enlace de inicio de sesión, y aquí no hay ninguna.',
  'choice.no-logout-everywhere': 'Aquí está desactivado cerrar sesión en todas partes.',
  'choice.no-logout-button': ({ app }) =>
    `No hay ninguna página de ${app} abierta con el botón de cerrar sesión.`,
  'choice.start-first': 'Arranca primero FusionAuth de nuevo.',
  'choice.no-session': 'Store no tiene ninguna sesión viva que pueda caducar.',
  'choice.no-refresh-token': 'Store no tiene ningún refresh token vivo que pueda caducar.',
  'choice.no-sso-session':
    'FusionAuth no tiene ninguna sesión de inicio de sesión único de este navegador.',
  'choice.no-jwt': 'El usuario no tiene ningún JWT vivo de Store que pueda caducar.',
  'choice.time-moves-on': 'El tiempo solo puede avanzar, un número positivo de segundos.',
  'choice.no-cookie-to-steal':
    'Todavía no hay nada que robar: el navegador no tiene ninguna cookie de Store.',
  'choice.no-token-to-steal':
    'Todavía no hay nada que robar: la app no tiene ningún token de Store.',
  'choice.nothing-stolen': 'El Hacker todavía no tiene nada: roba algo primero.',
  'choice.load-first': ({ app }) =>
    `Carga primero la página protegida de ${app}: el botón está allí.`,
  'choice.log-in-to-change-password':
    'Inicia sesión primero: la contraseña la cambia el usuario que ha iniciado sesión.',
  'choice.log-in-first': 'Inicia sesión primero: el botón está en la página protegida.',
  'choice.real-password': 'La contraseña de un usuario de un FusionAuth real se queda como está.',
  'choice.fusionauth-stopped': 'FusionAuth está detenido.',
  'choice.nothing-to-revoke': 'No hay ningún refresh token vivo que revocar.',
  'choice.stopped-already': 'FusionAuth ya está detenido.',
  'choice.running': 'FusionAuth está en marcha.',
  'choice.real-power': 'Detener o arrancar un FusionAuth real no está en nuestra mano.',
  'choice.no-jwt-on-device':
    'Aquí lo que abre las aplicaciones es una sesión y no un JWT: ninguna clave tiene que ver con ella.',
  'choice.real-keys':
    'Reemplazar las claves de firma de un FusionAuth real no está en nuestra mano.',
  'choice.no-such-attack': 'Este ataque no se puede probar aquí.',
}
