import { noMetrics, type Metrics } from '../../server/node/operations/metrics.ts'

/** What happened to runs, in order. */
export const countRuns = (): { readonly metrics: Metrics; readonly counted: string[] } => {
  const counted: string[] = []
  return {
    counted,
    metrics: {
      ...noMetrics,
      runOpened: () => counted.push('opened'),
      runRemade: () => counted.push('remade'),
      runFolded: () => counted.push('folded'),
      runEnded: () => counted.push('ended'),
      refused: (kind) => counted.push(`refused: ${kind}`),
    },
  }
}
