import type { Catalogue } from '../../i18n/catalogue.ts'

export const go: Catalogue['go'] = {
  title: 'Ir a un mensaje',
  question: 'Ir a un mensaje: su número o su nombre, por ejemplo login.token-request',
  go: 'Ir',
}
