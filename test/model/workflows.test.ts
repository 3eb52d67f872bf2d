/** @module-tag exhaustive */

import { describe, expect, test } from 'vitest'
import { workflows, type Workflow } from '../../scenarios/catalogue/index.ts'
import type { RunConfig } from '../../scenarios/engine/run-config.ts'
import { prepareRun } from '../../server/run.ts'
import { partings } from './workflow/agree.ts'
import { coverOf, isOfAttacks, type Move, transitionsOf, waysThrough } from './workflow/explore.ts'
import type { Scope } from './workflow/scope.ts'
import { scopesOf } from './workflow/scopes.ts'

/**
 * How much is played. Usually each scope in so many workflows that every login and every session
 * strategy of each client is among them; `MODEL_PATHS=each` plays every scope in every workflow. In a
 * scope so many ways that each transition is taken; `MODEL_PATHS=all` takes every way to every
 * decision point and on from there.
 */
const asked = process.env['MODEL_PATHS'] ?? 'kinds'
const isWhole = asked === 'all'

/** Milliseconds that one scope may take. */
const patience = isWhole ? 3_600_000 : 120_000

const configOf = async (
  { slug: workflow }: Workflow,
  { defences = {}, profile = 'fidelity' }: Scope,
): Promise<RunConfig> =>
  (await prepareRun({ workflow, defences, profile }, { rehearse: false })).config

const taken = ({ taken: transitions }: Move): readonly string[] => transitions

/** What is found out about a scope of a workflow. */
interface Explored {
  readonly config: RunConfig
  /** The ways that are played. */
  readonly chosen: readonly (readonly Move[])[]
  /** What is taken on any way at all. */
  readonly transitions: ReadonlySet<string>
}

const known = new Map<string, Explored>()

/** A scope of a workflow, explored once. */
const explore = async (workflow: Workflow, scope: Scope): Promise<Explored> => {
  const key = `${workflow.slug} ${scope.name}`
  const before = known.get(key)
  if (before !== undefined) return before
  const config = await configOf(workflow, scope)
  const ways = waysThrough(config, scope)
  const explored: Explored = {
    config,
    chosen: isWhole ? ways : coverOf(ways, taken),
    transitions: new Set(ways.flatMap((way) => way.flatMap(taken))),
  }
  known.set(key, explored)
  return explored
}

const scopes = [...new Set(workflows.flatMap(scopesOf))]

const kindsOf = ({ client, login, sessionStrategy }: Workflow): readonly string[] => [
  `${client} ${login}`,
  `${client} ${sessionStrategy}`,
]

/** So few workflows that every kind is among them; another one begins for each scope. */
const standIns = (scope: Scope, turn: number): readonly Workflow[] => {
  const fitting = workflows.filter((workflow) => scopesOf(workflow).includes(scope))
  const left = new Set(fitting.flatMap(kindsOf))
  const chosen: Workflow[] = []
  for (const news of [2, 1])
    for (const workflow of [...fitting.slice(turn), ...fitting.slice(0, turn)]) {
      const kinds = kindsOf(workflow).filter((kind) => left.has(kind))
      if (kinds.length < news) continue
      chosen.push(workflow)
      for (const kind of kinds) left.delete(kind)
    }
  return chosen
}

const cases = scopes.flatMap((scope, index) =>
  (asked === 'kinds' ? standIns(scope, index * 3) : workflows)
    .filter((workflow) => scopesOf(workflow).includes(scope))
    .map((workflow) => [workflow.slug, scope.name, workflow, scope] as const),
)

test.each(cases)(
  'machine, model and world agree after every step: %s, %s',
  async (_, __, workflow, scope) => {
    const { config, chosen } = await explore(workflow, scope)
    expect(chosen.length).toBeGreaterThan(0)
    const found: string[] = []
    for (const way of chosen) found.push(...(await partings(workflow, config, way, scope.profile)))
    expect(found).toEqual([])
  },
  patience,
)

describe('the ways that are played', () => {
  test('take every transition of the machines but those of whole attacks', async () => {
    const there = new Set<string>()
    const reached = new Set<string>()
    for (const [, , workflow, scope] of cases) {
      const { config, chosen } = await explore(workflow, scope)
      for (const transition of transitionsOf(config)) there.add(transition)
      for (const way of chosen) for (const transition of way.flatMap(taken)) reached.add(transition)
    }
    const left = [...there].filter((transition) => !reached.has(transition))
    // Attacks are played whole, and take theirs in attacks.test.ts.
    expect(left.filter((transition) => !isOfAttacks(transition))).toEqual([])
    expect([...reached].filter((transition) => !there.has(transition))).toEqual([])
  }, 120_000)

  test('reach every state of the machines but those of whole attacks', async () => {
    const [workflow] = workflows
    // Keys are replaced where users hold JWTs.
    const withJwts = workflows.find(({ sessionStrategy }) => sessionStrategy.startsWith('jwt'))
    if (workflow === undefined || withJwts === undefined) throw new Error('the catalogue is empty')
    const states = new Set<string>()
    for (const one of [workflow, withJwts])
      for (const scope of scopesOf(one))
        for (const transition of (await explore(one, scope)).transitions) {
          const [from = '', , to = ''] = transition.split(' ')
          states.add(from).add(`${from.split('.')[0] ?? ''}.${to}`)
        }
    const config = await configOf(workflow, scopesOf(workflow)[0] as Scope)
    const everything = new Set(
      transitionsOf(config)
        .filter((transition) => !isOfAttacks(transition))
        .map((one) => one.split(' ')[0] ?? ''),
    )
    expect([...everything].filter((state) => !states.has(state))).toEqual([])
  })
})

describe('the comparison', () => {
  const [seed] = workflows
  const [alone] = seed === undefined ? [] : scopesOf(seed)
  const bent = async (bend: (config: RunConfig) => RunConfig): Promise<readonly string[]> => {
    if (seed === undefined || alone === undefined) throw new Error('nothing to play')
    const { config, chosen } = await explore(seed, alone)
    const found: string[] = []
    for (const way of chosen) found.push(...(await partings(seed, bend(config), way)))
    return found
  }

  test(
    'notices a machine whose sessions are thought to live shorter than they do',
    async () => {
      const found = await bent((config) => ({
        ...config,
        input: {
          ...config.input,
          settings: { ...config.input.settings, 'session-idle-minutes': 15 },
        },
      }))
      expect(found.length).toBeGreaterThan(0)
    },
    patience,
  )

  test(
    'notices a world in which a refresh token is revoked behind the machine’s back',
    async () => {
      const found = await bent((config) => ({
        ...config,
        openWorld: async (ports) => {
          const world = await config.openWorld(ports)
          let calls = 0
          return {
            ...world,
            deliver: async (request, exchange) => {
              const response = await world.deliver(request, exchange)
              if (request.url.endsWith('/shopping-cart') && ++calls === 1)
                await world.revokeRefreshTokens('Store')
              return response
            },
          }
        },
      }))
      expect(found.some((one) => one.includes('renewable'))).toBe(true)
    },
    patience,
  )
})
