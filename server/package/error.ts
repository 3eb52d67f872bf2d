import type { StandInErrorCode } from './types.ts'

/** What went wrong at the stand-in, in a sentence that says what to do. */
export class StandInError extends Error {
  readonly code: StandInErrorCode
  constructor(code: StandInErrorCode, message: string) {
    super(message)
    this.name = 'StandInError'
    this.code = code
  }
}
