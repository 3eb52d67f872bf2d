import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * The sources of the rooms whose problems and deeds reach the page, one text for each file; and the reasons that
 * no rest can show, since nothing is under way at a rest.
 */
export const sources = (): readonly string[] => [
  `'Another step is still under way.'`,
  ...['server', 'web', 'scenarios/attacks', 'scenarios/engine'].flatMap((room) => {
    const folder = fileURLToPath(new URL(`../../../${room}`, import.meta.url))
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
  }),
]
