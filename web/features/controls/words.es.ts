import type { Catalogue } from '../../i18n/catalogue.ts'

export const controls: Catalogue['controls'] = {
  first: 'Al principio',
  back: 'Un mensaje atrás',
  play: 'Reproducir',
  pause: 'Pausa',
  space: 'Espacio',
  forward: 'Un mensaje adelante',
  last: 'Al final de la lección',
  message: 'Mensaje',
  nothingYet: 'Antes del primer mensaje',
  at: (n, all, from, to, label) => `Mensaje ${n} de ${all}: de ${from} a ${to}, ${label}`,
  speed: 'Velocidad',
}
