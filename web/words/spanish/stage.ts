import type { Catalogue } from '../catalogue.ts'

export const stage: Catalogue['stage'] = {
  story: 'Explicación',
  messages: 'Mensajes',
  diagram: 'Diagrama de secuencia',
  showInspector: 'Mostrar el inspector',
  hideInspector: 'Ocultar el inspector',
  inspector: 'Inspector',
  choices: 'Qué se puede hacer',
  playback: 'Reproducción',
  before: 'Antes del primer mensaje.',
  said: (n, total, from, to, label) =>
    `Mensaje ${n} de ${total}, ${to === null ? from : `de ${from} a ${to}`}: ${label}.`,
}
