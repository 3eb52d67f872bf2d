import { closestMatch } from '../scenarios/closest-match.ts'

/** A request for a run that cannot be; `message` says what to ask for instead. */
export class WrongRequest extends Error {}

/** A request that names something that does not exist; `message` says what there is. */
export class UnknownName extends WrongRequest {
  constructor(kind: string, name: string, known: readonly string[]) {
    const near = closestMatch(name, known)
    super(`There is no ${kind} "${name}".${near === undefined ? '' : ` The nearest is "${near}".`}`)
    this.name = 'UnknownName'
  }
}

/** A defence that exists, and is set to something that it cannot be set to. */
export class WrongValue extends WrongRequest {
  constructor(name: string, wanted: string) {
    super(`The defence "${name}" can be set to ${wanted}.`)
    this.name = 'WrongValue'
  }
}
