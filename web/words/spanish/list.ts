import type { Catalogue } from '../catalogue.ts'

export const list: Catalogue['list'] = {
  title: 'Mensajes',
  planned: 'previsto',
  found: 'encontrado',
}
