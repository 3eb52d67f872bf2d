import type { Catalogue } from '../../i18n/catalogue.ts'

export const list: Catalogue['list'] = {
  title: 'Mensajes',
  planned: 'previsto',
  found: 'encontrado',
}

export const outline: Catalogue['outline'] = {
  title: 'Esquema',
  chapter: (title, from, to) => `${title}, mensajes del ${from} al ${to}`,
}
