import type { Catalogue } from '../catalogue.ts'

export const astray: Catalogue['astray'] = {
  none: (slug) => `No hay ningún flujo «${slug}».`,
  nearest: 'El más parecido es',
  all: 'Todos los flujos:',
}
