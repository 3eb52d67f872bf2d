import { readDefenceSettings } from '../../router/defence-settings.ts'
import { workflowLink } from '../../router/links.ts'
import { writeDefences } from '../../router/write.ts'
import type { Line } from './table.ts'

/** The address that plays an experiment, at the message that decided it. */
export const experimentLink = (
  { workflow, attack }: Line,
  defence: string | undefined,
  at: string | null,
): string => {
  const link = workflowLink(workflow, location.search, `attack-${attack}`)
  const address = writeDefences(new URL(link, location.href), readDefenceSettings(defence ?? ''))
  return `${address.search}${at === null ? '' : `#step=${encodeURIComponent(at)}`}`
}
