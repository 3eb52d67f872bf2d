import type { Catalogue } from '../catalogue.ts'

export const outline: Catalogue['outline'] = {
  title: 'Esquema',
  chapter: (title, from, to) => `${title}, mensajes del ${from} al ${to}`,
}
