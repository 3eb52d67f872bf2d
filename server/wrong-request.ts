import type { Domain } from '../scenarios/model/defence-settings.ts'
import type { NamedThing } from '../scenarios/model/texts/problems.ts'
import { type Text, textOf } from '../scenarios/model/text.ts'
import { TextError } from '../scenarios/model/text-error.ts'
import { closestMatch } from '../scenarios/closest-match.ts'

/** A request for a run that cannot be; `reason` says what to ask for instead. */
export class WrongRequest extends TextError {
  constructor(reason: Text) {
    super(reason)
    this.name = 'WrongRequest'
  }
}

/** A request that names something that does not exist; it says what there is. */
export class UnknownName extends WrongRequest {
  constructor(kind: NamedThing, name: string, known: readonly string[]) {
    super(textOf('problem.no-such', { kind, name, nearest: closestMatch(name, known) ?? null }))
    this.name = 'UnknownName'
  }
}

/** A defence that exists, and is set to something that it cannot be set to. */
export class WrongValue extends WrongRequest {
  constructor(name: string, domain: Domain<string | number | boolean>) {
    super(textOf('problem.defence-value', { name, domain }))
    this.name = 'WrongValue'
  }
}
