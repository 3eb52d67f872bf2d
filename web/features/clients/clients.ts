import { elsewhere } from './elsewhere.ts'
import { inNode } from './in-node.ts'
import { inPages } from './in-pages.ts'
import type { ClientGroup, MeasuredClient } from './sent.ts'

/** Every client that was recorded, by where it runs. */
export const clientGroups: Readonly<Record<ClientGroup, readonly MeasuredClient[]>> = {
  page: inPages,
  node: inNode,
  other: elsewhere,
}

export const measuredClients: readonly MeasuredClient[] = Object.values(clientGroups).flat()
