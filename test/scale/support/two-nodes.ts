import { type Redis, startRedis } from '../../support/redis.ts'
import { startNginx } from './nginx.ts'
import { createNode, type LabNode } from './nodes.ts'

/** Two nodes with one Redis, behind nginx. */
export interface TwoNodes {
  readonly redis: Redis
  readonly nodes: readonly [LabNode, LabNode]
  /** Where nginx answers. */
  readonly port: number
  stop(): Promise<void>
}

export const startTwoNodes = async (
  env: Readonly<Record<string, string>> = {},
): Promise<TwoNodes> => {
  const redis = await startRedis()
  const settings = { REDIS_URL: redis.url, ...env }
  const nodes = [await createNode(settings), await createNode(settings)] as const
  await Promise.all(nodes.map((node) => node.start()))
  const nginx = await startNginx(nodes.map(({ port }) => port))
  return {
    redis,
    nodes,
    port: nginx.port,
    stop: async () => {
      await nginx.stop()
      await Promise.all(nodes.map((node) => node.kill()))
      await redis.remove()
    },
  }
}
