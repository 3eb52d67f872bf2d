import type { Catalogue } from '../../i18n/catalogue.ts'

export const diagram: Catalogue['diagram'] = {
  picture: (sent, planned) =>
    `Diagrama de secuencia: ${sent} mensajes enviados, ${planned} previstos. La lista de mensajes dice lo mismo.`,
  holds: (who) => `${who} tiene`,
  follow: (n) => `Volver al mensaje ${n}`,
  unpublished: 'No está en el diagrama publicado.',
  unpublishedWhy: 'El diagrama publicado lo omite; se envió de verdad.',
  unpublishedInside: 'El diagrama publicado omite lo que un participante hace aquí por su cuenta.',
  differs: 'El diagrama publicado es distinto aquí.',
  hiddenAhead: 'Lo que viene después está oculto mientras predices.',
}
