import type { Catalogue } from '../catalogue.ts'

export const lab: Catalogue['lab'] = {
  languageFailed: 'No se ha podido cargar este idioma. Comprueba la conexión y elígelo de nuevo.',
}
