import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('../requests-oauthlib.py', import.meta.url))

/** What came of one act: what the client gave, or how its error is called. */
interface Told {
  readonly result?: unknown
  readonly error?: string
  readonly message?: string
}

/** A Python that has a session of requests-oauthlib; its errors are errors here. */
export const openPython = (python: string) => {
  const child = spawn(python, [script], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    /** @throws Error with the name of the client's error and what it says */
    ask: async <Result>(act: string, given: unknown = {}): Promise<Result> => {
      child.stdin.write(`${JSON.stringify({ do: act, with: given })}\n`)
      const { value, done } = await lines.next()
      if (done === true) throw new Error('Python has ended.')
      const { result, error, message } = JSON.parse(value) as Told
      if (error !== undefined) throw new Error(`${error}: ${message}`)
      return result as Result
    },
    close: (): void => {
      child.stdin.end()
    },
  }
}

export type Python = ReturnType<typeof openPython>
