import type { MatchPlace } from '../../../scenarios/projections/search.ts'
import type { Catalogue } from '../../i18n/catalogue.ts'

const places: Readonly<Record<MatchPlace, string>> = {
  name: 'nombre',
  address: 'dirección',
  header: 'cabeceras',
  body: 'cuerpo',
  memory: 'memoria',
}

export const search: Catalogue['search'] = {
  title: 'Buscar un valor',
  hint: 'Un código, una cookie, una cabecera, parte de un cuerpo o un nombre como RT-1',
  none: 'No aparece en esta ejecución hasta ahora.',
  count: (place, total) => (place === 0 ? `${total}` : `${place} de ${total}`),
  messages: (total) => (total === 1 ? 'en 1 mensaje' : `en ${total} mensajes`),
  next: 'Siguiente lugar (Intro)',
  back: 'Lugar anterior (Mayús Intro)',
  close: 'Cerrar la búsqueda (Esc)',
  places,
}
