import { defendSpanish } from '../defend/words.es.ts'
import type { MatrixWords } from './words.en.ts'

export const matrixSpanish: MatrixWords = {
  title: '¿Qué defensa detiene qué ataque?',
  lead: 'Cada casilla es un experimento que se ha ejecutado: el ataque, en un mundo en el que funciona, con esta única defensa. Elige una casilla para reproducirlo.',
  show: 'Mostrar',
  byWorkflow: 'Todos los ataques contra un flujo',
  byAttack: 'Un ataque contra todos los flujos',
  workflow: 'Flujo',
  attack: 'Ataque',
  onlyDifference: 'Solo lo que cambia algo',
  difference: (lines, allLines, columns, allColumns) =>
    `${lines} de ${allLines} filas, ${columns} de ${allColumns} defensas`,
  noDifference: 'Aquí ninguna defensa cambia nada.',
  showAll: 'Mostrar todo',
  loading: 'Se están cargando los experimentos…',
  failed: (problem) => `No se pudieron cargar los experimentos. ${problem}`,
  again: 'Intentarlo de nuevo',
  none: 'Aquí no se probó nada.',
  caption: (what) => `Ataques y defensas: ${what}`,
  without: 'Sin defensa',
  stopped: 'detenido',
  gotIn: 'tiene éxito',
  same: 'no cambia nada',
  untried: 'no procede',
  cell: (attack, defence, came, at) =>
    `${attack}, ${defence}: ${came}${at === '' ? '' : `, ${at}`}`,
  legend: 'Signos',
  told: (won, attack, defence) =>
    won ? `«${attack}» tiene éxito, con: ${defence}.` : `A «${attack}» lo detiene: ${defence}.`,
  decided: (at) => `Se decide en el mensaje «${at}».`,
  play: 'Reproducirlo',
  playWithout: 'Reproducirlo sin la defensa',
  keys: 'Las flechas van de casilla en casilla, Intro reproduce.',
  defences: defendSpanish.defences,
}
