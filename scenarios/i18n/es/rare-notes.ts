import type { TextCatalogue } from '../catalogue.ts'
import type { RareNoteTexts } from '../../model/texts/rare-notes.ts'

const secondsOf = (count: number): string => `${count} segundo${count === 1 ? '' : 's'}`

export const rareNotes: TextCatalogue<RareNoteTexts> = {
  'note.overwrites': ({ host, names }) => `Sobrescribe lo que tenía ${host}: ${names}`,
  'note.moves-clock': 'Se adelanta el reloj de las aplicaciones en lugar de esperar',
  'note.waits': ({ seconds }) => `Se ha esperado de verdad ${secondsOf(seconds)}`,
  'note.waits-for-jwt': ({ seconds }) =>
    `Se ha esperado de verdad ${secondsOf(seconds)}, hasta que el JWT ha caducado`,
  'note.waits-not': 'Demasiado para esperar: no pasa nada',
  'note.jwt-is-over': 'El JWT ya ha caducado por sí solo: no ha hecho falta esperar',
  'note.jwt-lives-on': ({ seconds, next }) =>
    `Demasiado para esperar: el JWT vive aún ${secondsOf(seconds)}, el siguiente ${secondsOf(next)}`,
  'note.revokes-refresh-token': 'El refresh token se revoca en lugar de esperar a que caduque',
  'note.revokes-sso-session':
    'La sesión de inicio de sesión único se revoca en lugar de esperar a que caduque',
  'note.refresh-token-lives-on': ({ why }, say) =>
    `El refresh token no se ha podido revocar y sigue vivo: ${why.map(say).join(', ')}`,
  'note.sso-session-lives-on': ({ why }, say) =>
    `La sesión de inicio de sesión único no se ha podido revocar y sigue viva: ${why.map(say).join(', ')}`,
  'note.gives-up': ({ why }, say) => `Se rinde: ${say(why)}`,
  'note.upgrades': 'Pide por https: el host está en la lista de los que no quieren otra cosa',
  'note.blocked-by-cors': ({ why }, say) => `Bloqueado por CORS: ${say(why)}`,
  'note.blocked-by-policy': ({ directive }) =>
    `Bloqueado por la política de la página: ${directive}`,
  'note.sets-out': ({ attack }, say) => `Empieza: ${say({ code: 'attack', params: { attack } })}`,
  'note.shows-cookies': 'Muestra las cookies que envió el script',
  'note.shows-jwt': 'Muestra el JWT que envió el script',
  'note.waits-in-vain': 'Espera en vano: del script no llega nada',
  'note.script-sent-nothing': 'No encuentra nada en lo que envió el script',
  'note.shows-chosen-id': 'Muestra el ID de sesión que eligió él mismo',
  'note.hears-nothing': 'No oye ninguna cookie',
  'note.hears-cookies': 'Lee las cookies en el aire',
  'note.log-is-empty': 'No encuentra nada en el registro',
  'note.finds-key-in-log': 'Encuentra una llave en el registro',
  'note.reads-har': 'Lee las cookies en el archivo HAR',
  'note.reads-code': 'Lee el código en la dirección',
  'note.swaps-code': 'Pone el código robado en el lugar de uno propio',
  'note.keeps-callback': 'Guarda la dirección que habría acabado el inicio de sesión propio',
  'note.shows-refresh-token': 'Muestra el refresh token a FusionAuth',
  'note.somebody-else': 'Otra persona se sienta ante el ordenador de la víctima',
  'note.asked-second-factor': 'Topa con una página que pide un segundo factor',
  'note.asked-registration': 'Topa con una página que pide registrarse',
  'note.asked-verification': 'Topa con una página que espera una verificación',
  'note.asked-new-password': 'Topa con una página que pide una contraseña nueva',
  'note.asked-consent': 'Topa con una página que pide consentimiento',
  'note.error-page': 'Topa con una página de error',
  'note.unknown-page': 'Topa con una página que no conoce',
  'note.checks-first-to': 'La lista de direcciones propias mira el primer «to»',
  'note.follows-last-to': 'La redirección toma el último «to»',
  'note.ends-all-sessions': 'Termina todas las sesiones del usuario',
  'note.app-link': 'Entrega la dirección a la app que la tiene registrada',
}
