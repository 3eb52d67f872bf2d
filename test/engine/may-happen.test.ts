import { expect, test } from 'vitest'
import { workflows } from '../../scenarios/catalogue/index.ts'
import { mayHappen } from '../../scenarios/engine/may-happen.ts'
import { countableEvents } from '../../scenarios/model/event.ts'
import { prepareRun } from '../../server/run.ts'
import { waysThrough } from '../model/workflow/explore.ts'
import { scopesOf } from '../model/workflow/scopes.ts'

const clients = ['webapp', 'spa', 'mobile'] as const

test.each(clients)('what may happen in a %s is what XState says of it', async (client) => {
  const workflow = workflows.find((one) => one.client === client)
  if (workflow === undefined) throw new Error(`no workflow of a ${client}`)
  const { config } = await prepareRun({ workflow: workflow.slug }, { rehearse: false })
  const [scope] = scopesOf(workflow)
  if (scope === undefined) throw new Error('nothing to explore')
  const ways = waysThrough(config, scope)
  const snapshots = new Set(ways.flatMap((way) => way.flatMap(({ from, to }) => [from, to])))
  const names = (judge: (event: (typeof countableEvents)[number]) => boolean): string[] =>
    countableEvents.filter(judge).map((event) => JSON.stringify(event))
  for (const snapshot of snapshots)
    expect(names((event) => mayHappen(snapshot, event))).toEqual(
      names((event) => snapshot.can(event)),
    )
})
