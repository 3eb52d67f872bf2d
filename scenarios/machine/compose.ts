import type { ClientType } from '../model/client.ts'
import type { WorkflowShape } from '../model/workflow-shape.ts'
import { expiringCredentialsOf, stealableOf } from './credentials.ts'
import { application } from './application.ts'
import { attack } from './attack.ts'
import { initialState } from './expected-state.ts'
import { machineSetup } from './setup.ts'
import { environment } from './environment.ts'
import { theft } from './theft.ts'

/**
 * The statechart of a workflow: what can happen at the Store, at Forums, with the
 * Hacker, in an attack and around them, side by side. At every decision point it says what may come next; a lesson is one
 * path through it. Login and session strategy enter as input: they decide phases, expectations and what can be stolen,
 * while the pages that come back decide where the machine goes.
 */
const create = (client: ClientType) =>
  machineSetup.createMachine({
    id: client,
    type: 'parallel',
    context: ({ input }) => ({
      ...input,
      expected: initialState(input.start),
      stolen: null,
      isFirstVisit: true,
      race: null,
      pages: null,
      reauthenticating: [],
      expiring: expiringCredentialsOf(input),
      stealable: stealableOf(input),
    }),
    states: {
      Store: application('Store', true),
      Forums: application('Forums', client !== 'mobile'),
      Hacker: theft,
      attack,
      environment,
    },
  })

export type LabMachine = ReturnType<typeof create>

const created = new Map<ClientType, LabMachine>()

/** The statechart of a workflow; the same one for all workflows of a kind of client. */
export const compose = ({ client }: Pick<WorkflowShape, 'client'>): LabMachine => {
  const machine = created.get(client) ?? create(client)
  created.set(client, machine)
  return machine
}
