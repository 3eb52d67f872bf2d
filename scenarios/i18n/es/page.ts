import type { TextCatalogue } from '../catalogue.ts'
import type { PageTexts } from '../../model/texts/page.ts'

export const page: TextCatalogue<PageTexts> = {
  'problem.unable': 'Esta ejecución no puede hacer eso.',
  'problem.not-started': 'La ejecución no ha podido empezar.',
  'problem.not-started-in-page': 'La ejecución no ha podido empezar en esta página.',
  'problem.page-stopped': 'La ejecución de esta página se ha detenido. Vuelve a empezarla.',
  'problem.no-answer': 'La ejecución no ha respondido. Inténtalo de nuevo.',
  'problem.server-silent':
    'El servidor no responde. Comprueba que está en marcha e inténtalo de nuevo.',
  'problem.server-status': ({ status }) => `El servidor ha respondido con el estado ${status}.`,
  'problem.no-server': 'En esta dirección no hay ningún servidor de Login Lab.',
}
