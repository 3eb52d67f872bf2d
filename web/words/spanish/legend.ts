import type { Catalogue } from '../catalogue.ts'

export const legend: Catalogue['legend'] = {
  title: 'Cómo leer el diagrama',
  request: 'Una petición, o algo que un participante hace por su cuenta',
  response: 'La respuesta a una petición',
  planned: 'Previsto: llegará con la lección, aún no se ha enviado',
  attack: 'Hacia el Hacker o desde él',
  unpublished: 'Cierto, pero no está en el diagrama publicado de este flujo',
  differs: 'El diagrama publicado se equivoca aquí: púlsalo para saber por qué',
  secrets: 'Secretos que lleva un mensaje',
  stolen: 'Robado: un secreto en dos manos',
  names:
    'Cada uno tiene un solo nombre, como RT-1, dondequiera que aparezca. Pulsa uno para seguirlo por toda la ejecución; aparece tachado en cuanto deja de servir.',
}
