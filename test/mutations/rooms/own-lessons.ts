import type { Mutation } from '../mutation.ts'

const reader = ['test/own-lessons/read.test.ts']
const world = ['test/own-lessons/world.test.ts']

export const ownLessons: readonly Mutation[] = [
  {
    id: 'own-lessons.first-member',
    what: 'Of the members that there are not, only the first is told.',
    file: 'scenarios/own-lessons/fault.ts',
    find: 'if (!isSlip(issue) ||',
    replace: 'if (issue !== null ||',
    killedBy: reader,
  },
  {
    id: 'own-lessons.nesting',
    what: 'A file may be nested as deep as it likes.',
    file: 'scenarios/own-lessons/yaml.ts',
    find: 'if (depth > deepest) return true',
    replace: 'if (depth < 0) return true',
    killedBy: reader,
  },
  {
    id: 'own-lessons.tags',
    what: 'A tag that YAML does not know is overlooked.',
    file: 'scenarios/own-lessons/yaml.ts',
    find: ', ...document.warnings',
    replace: '',
    killedBy: reader,
  },
  {
    id: 'own-lessons.asked',
    what: 'What a lesson says goes before what its reader asks for.',
    file: 'scenarios/own-lessons/world.ts',
    find: '{ ...defences, ...asked.defences }',
    replace: '{ ...asked.defences, ...defences }',
    killedBy: world,
  },
  {
    id: 'own-lessons.neighbour',
    what: 'The Hacker’s neighbour host does not follow the domain of a company.',
    file: 'server/world.ts',
    find: 'https://evil.${site}',
    replace: 'https://evil.example.com',
    killedBy: world,
  },
  {
    id: 'own-lessons.names-of-messages',
    what: 'At hosts of a company, requests of the applications’ own scripts have other names.',
    file: 'scenarios/catalogue/naming.ts',
    find: 'Object.values(applications)',
    replace: 'Object.values(homes)',
    killedBy: world,
  },
  {
    id: 'own-lessons.off-course',
    what: 'A sentence of an event is told where the reader has left the path.',
    file: 'scenarios/own-lessons/sentences.ts',
    find: 'return isOnCourse && ',
    replace: 'return ',
    killedBy: world,
  },
  {
    id: 'own-lessons.claimed-cookie',
    what: 'A claim on a cookie holds where it does not.',
    file: 'scenarios/own-lessons/claims.ts',
    find: 'includes(cookie) === sent',
    replace: 'includes(cookie) !== sent',
    killedBy: ['test/own-lessons/claims.test.ts'],
  },
]
