/** What a point compares of an answer. */
interface Answer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

export const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** How an OAuth endpoint refuses. */
export const errorOf = ({ status, body }: Answer) => ({
  status,
  error: body['error'],
  error_reason: body['error_reason'],
})

type Listed = readonly { readonly code?: string }[]

/** How a JSON API refuses: the status, and the codes of all that is wrong in their alphabetical order. */
export const codesOf = ({ status, body }: Answer): readonly [number, ...string[]] => {
  const fields = Object.values((body['fieldErrors'] ?? {}) as Readonly<Record<string, Listed>>)
  const all = [...fields.flat(), ...((body['generalErrors'] ?? []) as Listed)]
  return [status, ...all.map(({ code = '' }) => code).toSorted()]
}

/** An object within an answer; an empty one where there is none. */
export const objectIn = (
  body: Readonly<Record<string, unknown>>,
  member: string,
): Readonly<Record<string, unknown>> => (body[member] ?? {}) as Readonly<Record<string, unknown>>
