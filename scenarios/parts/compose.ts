import type { Workflow } from '../catalogue/workflow.ts'
import { lifetimesOf, stealableOf } from '../catalogue/workflows.ts'
import { application } from './application.ts'
import { attack } from './attack.ts'
import { nothingYet } from './claims.ts'
import { parts } from './setup.ts'
import { surroundings } from './surroundings.ts'
import { theft } from './theft.ts'

/**
 * The statechart of a workflow: what can happen at the Store, at Forums, with the
 * Hacker, in an attack and around them, side by side. At every rest it says what may come next; a lesson is one
 * path through it. Login and session strategy enter as input: they decide phases, claims and what can be stolen,
 * while the pages that come back decide where the machine goes.
 */
export const compose = ({ client }: Pick<Workflow, 'client'>) =>
  parts.createMachine({
    id: client,
    type: 'parallel',
    context: ({ input }) => ({
      ...input,
      claims: nothingYet(input.start),
      loot: null,
      isAnew: true,
      race: null,
      places: null,
      confirms: [],
      lifetimes: lifetimesOf(input),
      stealable: stealableOf(input),
    }),
    states: {
      Store: application('Store', true),
      Forums: application('Forums', client !== 'mobile'),
      Hacker: theft,
      attack,
      surroundings,
    },
  })

export type LabMachine = ReturnType<typeof compose>
