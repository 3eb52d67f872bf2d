import { spanishVerdicts } from '../../../scenarios/verdicts/spanish.ts'
import type { ChooserWords } from './words.en.ts'

export const chooserSpanish: ChooserWords = {
  ...spanishVerdicts,
  title: '¿Qué debería usar?',
  lead: 'Di qué tienes. La respuesta es un flujo que puedes reproducir, con sus razones.',
  result: 'Usa este',
  reason: 'Porque',
  with: 'Activado además',
  play: 'Reproducirlo',
  compare: (other) => `Comparar con: ${other}`,
  again: 'Empezar de nuevo',
  all: 'Todos los flujos y su veredicto',
  allLead: 'Como lo decía su artículo y como está hoy. Cada frase dice de dónde viene.',
  published: 'Como se publicó',
  today: 'A día de hoy',
  notInSeries: 'No está en la serie: la práctica lo recomienda hoy.',
  marked: 'Allí está marcado como recomendado.',
  experiments: 'Experimentos',
  next: 'Responde también a esta.',
}
