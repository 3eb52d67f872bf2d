import type { Problem } from '../shape.ts'

/** A refused API call: 400 with FusionAuth's `Errors`, or an empty answer of another status. */
export class ApiRefusal extends Error {
  readonly status: number
  readonly fieldErrors: readonly Problem[]
  readonly generalErrors: readonly Omit<Problem, 'field'>[]
  constructor(
    status: number,
    fieldErrors: readonly Problem[] = [],
    generalErrors: readonly Omit<Problem, 'field'>[] = [],
  ) {
    super(`FusionAuth answers ${status}`)
    this.name = 'ApiRefusal'
    this.status = status
    this.fieldErrors = fieldErrors
    this.generalErrors = generalErrors
  }

  /** Both members stand there even when empty, as on FusionAuth's wire; null for an empty answer. */
  get body(): unknown {
    if (this.fieldErrors.length + this.generalErrors.length === 0) return null
    const fieldErrors = new Map<string, { code: string; message: string }[]>()
    for (const { field, code, message } of this.fieldErrors) {
      fieldErrors.set(field, [...(fieldErrors.get(field) ?? []), { code, message }])
    }
    return { fieldErrors: Object.fromEntries(fieldErrors), generalErrors: this.generalErrors }
  }
}
