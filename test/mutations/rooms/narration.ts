import type { Mutation } from '../mutation.ts'

const keys = ['test/narration/keys.test.ts']
const languages = ['test/i18n/languages.test.ts']

/** What is told of a trace: narration, languages, glossary. */
export const narration: readonly Mutation[] = [
  {
    id: 'narration.own-id-first',
    what: 'A story for a name in any phase goes before the one of this very message.',
    file: 'scenarios/narration/index.ts',
    find: '    id,\n    name,\n',
    replace: '    name,\n    id,\n',
    killedBy: keys,
  },
  {
    id: 'narration.refresh-token-in-a-header',
    what: 'A refresh token in a header of an app is not seen.',
    file: 'scenarios/narration/keys.ts',
    find: "field('x-refresh-token') ?? inCookie('refresh-token')",
    replace: "inCookie('refresh-token')",
    killedBy: keys,
  },
  {
    id: 'narration.session-over',
    what: 'A session that was deleted is told as alive.',
    file: 'scenarios/narration/keys.ts',
    find: "(last.op !== 'set' || endOf(last.after) <= now)",
    replace: 'endOf(last.after) <= now && endOf(last.after) > 0',
    killedBy: keys,
  },
  {
    id: 'narration.kept-on-the-server',
    what: 'A refresh token that came along is told as one that the server keeps.',
    file: 'scenarios/narration/situations/messages.ts',
    find: 'keysIn(request).refreshToken === null',
    replace: 'keysIn(request).refreshToken !== null',
    killedBy: keys,
  },
  {
    id: 'i18n.value-of-a-sentence',
    what: 'The Spanish of a rule of cookies tells one value in the place of another.',
    file: 'scenarios/i18n/es/cookies.ts',
    find: 'la petición a ${site} la inició otro sitio: ${from}.',
    replace: 'la petición a ${site} la inició otro sitio: ${site}.',
    killedBy: languages,
  },
  {
    id: 'i18n.texts-within-texts',
    what: 'A text within a text is told by its code.',
    file: 'scenarios/i18n/es/notes.ts',
    find: 'Sin respuesta: ${say(why)}',
    replace: 'Sin respuesta: ${why.code}',
    killedBy: ['test/i18n/say.test.ts'],
  },
  {
    id: 'i18n.unknown-code',
    what: 'A code of another version is looked for among what every object has.',
    file: 'scenarios/i18n/catalogue.ts',
    find: 'if (!Object.hasOwn(catalogue, code)) return unknown(code)',
    replace: 'if (!(code in catalogue)) return unknown(code)',
    killedBy: ['test/i18n/say.test.ts'],
  },
  {
    id: 'i18n.exports',
    what: 'The words on an arrow of an article are English in every language.',
    file: 'scenarios/article/index.ts',
    find: 'codeSpan(labelText(label, say))',
    replace: "codeSpan(typeof label === 'string' ? label : label.code)",
    killedBy: ['test/i18n/fixture.test.ts'],
  },
  {
    id: 'glossary.families-of-cookies',
    what: 'A cookie of a family such as federated.… is not known.',
    file: 'scenarios/glossary/lookup.ts',
    find: "[name, name.replace(/[^.]*$/, '*')]",
    replace: '[name]',
    killedBy: ['test/glossary/glossary.test.ts'],
  },
  {
    id: 'glossary.groups',
    what: 'Of two groups that a name lies in, the wider one explains it.',
    file: 'scenarios/glossary/lookup.ts',
    find: '...groups.toReversed()',
    replace: '...groups',
    killedBy: ['test/glossary/glossary.test.ts'],
  },
  {
    id: 'glossary.language',
    what: 'The glossary speaks English in every language.',
    file: 'scenarios/glossary/lookup.ts',
    find: 'foreign?.[known] ?? english',
    replace: 'english',
    killedBy: ['test/glossary/glossary.test.ts'],
  },
  {
    id: 'glossary.codes-of-fields',
    what: 'The error codes of FusionAuth’s API are not explained.',
    file: 'scenarios/glossary/meaningful.ts',
    find: 'valued.has(name) || isCode',
    replace: 'valued.has(name)',
    killedBy: ['test/glossary/glossary.test.ts'],
  },
]
