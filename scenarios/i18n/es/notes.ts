import type { TextCatalogue } from '../catalogue.ts'
import type { StolenCredential } from '../../model/credential.ts'
import type { AgentName } from '../../model/participant.ts'
import type { NoteTexts } from '../../model/texts/notes.ts'

const stolen: Readonly<Record<StolenCredential, string>> = {
  'refresh-token': 'el refresh token',
  'session-id': 'el ID de sesión',
  jwt: 'el JWT',
  'sso-session': 'la sesión de inicio de sesión único',
}

const none: Readonly<Record<StolenCredential, string>> = {
  'refresh-token': 'ningún refresh token',
  'session-id': 'ningún ID de sesión',
  jwt: 'ningún JWT',
  'sso-session': 'ninguna sesión de inicio de sesión único',
}

const devices: Readonly<Record<AgentName, string>> = {
  Browser: 'el navegador',
  Mobile: 'el móvil',
  Hacker: 'el Hacker',
}

export const notes: TextCatalogue<NoteTexts> = {
  'note.creates-session': 'Crea una sesión para el usuario',
  'note.extends-session': 'Encuentra la sesión y la alarga',
  'note.ends-session': 'Termina la sesión',
  'note.login-again': 'El inicio de sesión empieza de nuevo',
  'note.steals': ({ what }) => `Se hace con ${stolen[what]}`,
  'note.finds-none': ({ what, device }) => `No encuentra ${none[what]} en ${devices[device]}`,
  'note.waits-for-refresh': 'Espera a la renovación que está en curso',
  'note.forgets-keys': 'Olvida las claves que había obtenido',
  'note.opens-app': 'El usuario abre la app',
  'note.goes-home': 'Vuelve a la primera vista',
  'note.opens-browser': 'Abre FusionAuth en el navegador del sistema',
  'note.renders-login-form': 'Dibuja el formulario de inicio de sesión',
  'note.shows-problem': 'Muestra qué ha ido mal',
  'note.looks-for-jwt': 'Busca un JWT en local storage',
  'note.keeps-jwt': 'Guarda el JWT en local storage',
  'note.drops-jwt': 'Saca el JWT de local storage',
  'note.no-answer': ({ why }, say) => `Sin respuesta: ${say(why)}`,
}
