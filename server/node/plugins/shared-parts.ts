import type { Rolldown } from 'vite'

/** What files are called that several parts of the pages need. */
const sharedPart = 'part'

/**
 * How modules that several parts of the pages share come to files. By itself each set of parts gets a file
 * of its own, and many are tiny; those of less than 1,000 bytes go with the nearest. With 1,500, the page
 * for frames would load what it may never need.
 */
export const sharedParts: Pick<Rolldown.OutputOptions, 'codeSplitting' | 'chunkFileNames'> = {
  codeSplitting: {
    groups: [
      {
        name: sharedPart,
        minShareCount: 2,
        entriesAware: true,
        entriesAwareMergeThreshold: 1000,
      },
    ],
  },
  // Rolldown names them after all who need them, and each name stands in every file that imports it.
  chunkFileNames: ({ name }) =>
    `assets/${name.startsWith(`${sharedPart}~`) ? sharedPart : '[name]'}-[hash].js`,
}
