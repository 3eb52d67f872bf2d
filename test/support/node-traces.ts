import type { TestProject } from 'vitest/node'
import { played, slugs } from './play.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** JSON of each workflow's tour, as Node plays it. */
    nodeTraces: Readonly<Record<string, string>>
  }
}

/** Plays every tour in Node and hands the traces to the tests that run in a browser. */
export default async (project: TestProject): Promise<void> => {
  const traces = await Promise.all(
    Object.values(slugs).map(async (workflow): Promise<[string, string]> => [
      workflow,
      JSON.stringify(await played({ workflow })),
    ]),
  )
  project.provide('nodeTraces', Object.fromEntries(traces))
}
