import { idle } from '../../ui/idle.ts'

/** Milliseconds after which a page has drawn what it shows first, and needs the line for nothing else. */
const settled = 2_000

/** Files fetched at a time, so that what the page itself asks for need not wait for them. */
const atOnce = 2

const list = 'prefetch.json'

/** Entries that a page keeps of what it has loaded; browsers keep 250 by themselves. */
const mostEntries = 2_000

const wasFetched = (): boolean =>
  performance.getEntriesByType('resource').some(({ name }) => name.endsWith(`/${list}`))

const bring = async (path: string): Promise<void> => {
  const response = await fetch(path, { priority: 'low' })
  await response.arrayBuffer()
}

/**
 * Brings everything that the page may load later into the browser's cache, once: with the engine's
 * Worker and the lazy parts there, the run goes on when the server has gone. The build lists them
 * (`vite.config.ts`); without a list, as under Vite's own server, only the engine is fetched.
 *
 * @param engine address of the Worker's script
 */
export const prefetchAssets = async (engine: string): Promise<void> => {
  performance.setResourceTimingBufferSize(mostEntries)
  try {
    await new Promise((resolve) => {
      setTimeout(resolve, settled)
    })
    await idle()
    // Without the engine nothing goes on, so it comes before the rest.
    await bring(engine)
    if (wasFetched()) return
    const answer = await fetch(list)
    const waiting = answer.ok ? [...((await answer.json()) as readonly string[])] : []
    const work = async (): Promise<void> => {
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) await bring(path)
    }
    await Promise.all(Array.from({ length: atOnce }, work))
  } catch {
    // The server has gone before everything was there: what is missing is told when it is wanted.
  }
}
