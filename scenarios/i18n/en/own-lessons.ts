import type { TextCatalogue } from '../catalogue.ts'
import type { OwnLessonTexts } from '../../model/texts/own-lessons.ts'

const nearestTo = (nearest: string | null): string =>
  nearest === null ? '' : ` The nearest is ${JSON.stringify(nearest)}.`

export const ownLessons: TextCatalogue<OwnLessonTexts> = {
  'own-lesson.issue': ({ line, column, path, expected, observed, nearest }, say) =>
    `Line ${line}, column ${column}: ${path === '' ? 'the lesson' : path} must be ${say(expected)}, and is ${say(observed)}.${nearestTo(nearest)}`,
  'own-lesson.unknown-member': ({ line, column, path, nearest }) =>
    `Line ${line}, column ${column}: there is no member ${path} here.${nearestTo(nearest)}`,
  'own-lesson.syntax': ({ line, column, problem }, say) =>
    `Line ${line}, column ${column}: ${say(problem)}`,
  'own-lesson.wrong': ({ file, issues }, say) =>
    `The lesson ${file} cannot be played.${issues.map((issue) => `\n${say(issue)}`).join('')}`,
  'own-lesson.too-long': ({ most, count }) =>
    `The file has ${count} characters, and a lesson has at most ${most}.`,
  'own-lesson.too-deep': ({ most }) => `The file is nested more than ${most} levels deep.`,
  'own-lesson.more': ({ count }) => `${count} more places are wrong.`,
  'own-lesson.no-address': ({ address }) =>
    `“${address}” is no address of a lesson: it must be http or https, such as lessons/login.yaml.`,
  'own-lesson.unreachable': ({ address }) =>
    `The lesson ${address} cannot be fetched. Check that it opens, that its server allows this page to read it (CORS), and that LESSON_ORIGINS names its origin if it is another one.`,
  'own-lesson.status': ({ address, status }) =>
    `The lesson ${address} cannot be fetched: its server answers with status ${status}.`,
  'own-lesson.heavy': ({ address, most }) =>
    `The lesson ${address} is larger than ${most} bytes, and is not read.`,
  'shape.words': 'text, or an object of texts by language such as {"en": "Hello"}',
  'shape.in-language': ({ tag }) => `there in the language of the lesson, ${tag}, too`,
  'shape.language-tag': 'a language tag of BCP 47 such as en or pt-BR',
  'shape.colour': 'a colour such as #0b5f8a',
  'shape.colour-contrast': ({ found }) =>
    `a darker colour: white on it has the contrast ${found}, and 4.5 is needed`,
  'shape.host': 'a host name below a domain that one can register, such as shop.acme.example',
  'shape.host-taken': 'another host: this one is FusionAuth’s or the Hacker’s here',
  'shape.host-of-site': ({ site }) =>
    `a host below ${site}: in this workflow both applications and FusionAuth share a domain`,
  'shape.other-host': 'another host than the Store’s',
  'shape.items': ({ least, most }) => `a list of ${least} to ${most} items`,
  'shape.message-or-event': 'at one place: with message or event, and not with both',
  'shape.right-option': 'a list with at least one option that is right',
  'shape.workflow': 'a workflow of npm run -s trace -- --list',
  'shape.defence': 'the name of a switch',
}
