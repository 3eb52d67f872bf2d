import type { LabEvent } from '../../../scenarios/model/event.ts'
import type { BranchSummary } from '../../../scenarios/model/run.ts'
import { remember, remembered } from '../../ui/remember.ts'
import { parseJson } from '../../../scenarios/model/json.ts'
import { sameEvent } from '../../../scenarios/model/same-event.ts'

const storage = 'login-lab.branch-names'

/** Names kept from earlier visits; the oldest go first. */
const mostKept = 200

/** What was typed into a form is nobody's business but the run's. */
const plain = (event: LabEvent | null): LabEvent | null =>
  event?.type === 'learner.submit' && typeof event.credentials === 'object'
    ? { ...event, credentials: { loginId: '', password: '' } }
    : event

/**
 * What a branch is, whatever its id in this run: where it left its parent, and by doing what. Doing
 * the same in a later visit gives the same, so the name comes back.
 */
const pathOf = (branches: readonly BranchSummary[], id: string): string => {
  const branch = branches.find((one) => one.id === id)
  if (branch === undefined || branch.parent === null) return ''
  const twins = branches.filter(
    (one) =>
      one.parent === branch.parent &&
      one.forkedAt === branch.forkedAt &&
      sameEvent(plain(one.firstEvent), plain(branch.firstEvent)),
  )
  const step = JSON.stringify([branch.forkedAt, plain(branch.firstEvent), twins.indexOf(branch)])
  return `${pathOf(branches, branch.parent)}/${step}`
}

const load = (): [string, string][] => {
  const kept: unknown = parseJson(remembered(storage) ?? '')
  return Array.isArray(kept)
    ? kept.filter(
        (pair): pair is [string, string] =>
          Array.isArray(pair) &&
          pair.length === 2 &&
          pair.every((part) => typeof part === 'string'),
      )
    : []
}

/** A name as it is kept; '' for none. */
export const nameOf = (typed: string): string => typed.trim().slice(0, 80)

/** The names that the learner gave to branches; kept in this browser, and nowhere else. */
export class BranchNames {
  #kept: readonly [string, string][] = load()

  /** Names of the branches of a run, by id; those without one are left out. */
  of(run: string, branches: readonly BranchSummary[]): ReadonlyMap<string, string> {
    const kept = new Map(this.#kept)
    return new Map(
      branches.flatMap(({ id }) => {
        const name = kept.get(`${run}${pathOf(branches, id)}`)
        return name === undefined ? [] : [[id, name] as const]
      }),
    )
  }

  /** Gives a name; '' takes it away. */
  give(run: string, branches: readonly BranchSummary[], id: string, name: string): void {
    const key = `${run}${pathOf(branches, id)}`
    const others = this.#kept.filter(([other]) => other !== key)
    const wanted = nameOf(name)
    this.#kept = [...others, ...(wanted === '' ? [] : [[key, wanted] as [string, string]])].slice(
      -mostKept,
    )
    remember(storage, JSON.stringify(this.#kept))
  }
}
