import type { TextCatalogue } from '../catalogue.ts'
import type { OwnLessonTexts } from '../../model/texts/own-lessons.ts'

const nearestTo = (nearest: string | null): string =>
  nearest === null ? '' : ` Lo más parecido es ${JSON.stringify(nearest)}.`

export const ownLessons: TextCatalogue<OwnLessonTexts> = {
  'own-lesson.issue': ({ line, column, path, expected, observed, nearest }, say) =>
    `Línea ${line}, columna ${column}: ${path === '' ? 'la lección' : path} debe ser ${say(expected)}, y es ${say(observed)}.${nearestTo(nearest)}`,
  'own-lesson.unknown-member': ({ line, column, path, nearest }) =>
    `Línea ${line}, columna ${column}: aquí no hay ningún miembro ${path}.${nearestTo(nearest)}`,
  'own-lesson.syntax': ({ line, column, problem }, say) =>
    `Línea ${line}, columna ${column}: ${say(problem)}`,
  'own-lesson.wrong': ({ file, issues }, say) =>
    `La lección ${file} no se puede reproducir.${issues.map((issue) => `\n${say(issue)}`).join('')}`,
  'own-lesson.too-long': ({ most, count }) =>
    `El archivo tiene ${count} caracteres, y una lección tiene ${most} como máximo.`,
  'own-lesson.too-deep': ({ most }) => `El archivo tiene más de ${most} niveles anidados.`,
  'own-lesson.more': ({ count }) => `Hay ${count} errores más.`,
  'own-lesson.no-address': ({ address }) =>
    `«${address}» no es la dirección de una lección: debe ser http o https, como lessons/login.yaml.`,
  'own-lesson.unreachable': ({ address }) =>
    `La lección ${address} no se puede obtener. Comprueba que se abre, que su servidor permite leerla a esta página (CORS) y que LESSON_ORIGINS nombra su origen si es otro.`,
  'own-lesson.status': ({ address, status }) =>
    `La lección ${address} no se puede obtener: su servidor responde con el estado ${status}.`,
  'own-lesson.heavy': ({ address, most }) =>
    `La lección ${address} tiene más de ${most} bytes y no se lee.`,
  'shape.words': 'un texto, o un objeto de textos por idioma como {"en": "Hello"}',
  'shape.in-language': ({ tag }) => `algo que esté también en el idioma de la lección, ${tag}`,
  'shape.language-tag': 'una etiqueta de idioma de BCP 47 como en o pt-BR',
  'shape.colour': 'un color como #0b5f8a',
  'shape.colour-contrast': ({ found }) =>
    `un color más oscuro: el blanco sobre él tiene un contraste de ${found}, y hace falta 4.5`,
  'shape.host': 'un nombre de host bajo un dominio que se pueda registrar, como shop.acme.example',
  'shape.host-taken': 'otro host: este es aquí el de FusionAuth o el del Hacker',
  'shape.host-of-site': ({ site }) =>
    `un host bajo ${site}: en este flujo las dos aplicaciones y FusionAuth comparten dominio`,
  'shape.other-host': 'otro host que el de Store',
  'shape.items': ({ least, most }) => `una lista de ${least} a ${most} elementos`,
  'shape.message-or-event': 'algo en un solo lugar: con message o event, y no con ambos',
  'shape.right-option': 'una lista con al menos una opción correcta',
  'shape.workflow': 'un flujo de npm run -s trace -- --list',
  'shape.defence': 'el nombre de una opción',
}
