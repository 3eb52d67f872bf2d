import type { Attack, Stop } from '../../scenarios/attacks/attack.ts'
import { attacks } from '../../scenarios/attacks/index.ts'
import { type Workflow, workflows } from '../../scenarios/catalogue/index.ts'
import type { Tried } from '../../scenarios/matrix/deciding.ts'
import { tryOut } from '../../server/matrix/experiment.ts'

/** An attack at a workflow, and a defence that it is claimed of. */
export interface Pair {
  readonly attack: Attack
  readonly workflow: Workflow
  readonly stop: Stop
}

/** One workflow of each kind of client that an attack can be tried at. */
const places = (attack: Attack): readonly Workflow[] => {
  const tried = workflows.filter((workflow) => attack.tries(workflow))
  return (['webapp', 'spa', 'mobile'] as const)
    .map((client) => tried.find((workflow) => workflow.client === client))
    .filter((workflow) => workflow !== undefined)
}

/** Attacks with the workflows that they are held to here. */
export const tries: readonly (readonly [Attack, Workflow])[] = attacks.flatMap((attack) =>
  places(attack).map((workflow) => [attack, workflow] as const),
)

/** What the rows of the attacks claim at these workflows, pair by pair. */
export const claimed = (what: 'stops' | 'helpsNot'): readonly Pair[] =>
  tries.flatMap(([attack, workflow]) =>
    attack[what](workflow).map((stop) => ({ attack, workflow, stop })),
  )

const played = new Map<string, Promise<Tried>>()

/** An attack in the world in which it works; played once. */
export const base = (attack: Attack, workflow: Workflow): Promise<Tried> => {
  const key = `${attack.id} ${workflow.slug}`
  const known = played.get(key)
  if (known !== undefined) return known
  const begun = tryOut(workflow, attack, null)
  played.set(key, begun)
  return begun
}
