import type { Catalogue } from '../i18n/catalogue.ts'

export const embed: Catalogue['embed'] = {
  open: 'Abrir en Login Lab',
}
