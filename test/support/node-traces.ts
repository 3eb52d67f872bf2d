import type { TestProject } from 'vitest/node'
import { carried } from './carried.ts'
import { played } from './play.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** JSON of the tours that a page plays too, as Node plays them. */
    nodeTraces: Readonly<Record<string, string>>
  }
}

/** Plays these tours in Node and hands the traces to the tests that run in a browser. */
export default async (project: TestProject): Promise<void> => {
  const traces = await Promise.all(
    carried.map(async (workflow): Promise<[string, string]> => [
      workflow,
      JSON.stringify(await played({ workflow })),
    ]),
  )
  project.provide('nodeTraces', Object.fromEntries(traces))
}
