import type { Catalogue } from '../../i18n/catalogue.ts'

export const notFound: Catalogue['notFound'] = {
  none: (slug) => `No hay ningún flujo «${slug}».`,
  nearest: 'El más parecido es',
  all: 'Todos los flujos:',
}
