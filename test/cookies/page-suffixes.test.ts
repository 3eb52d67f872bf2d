/** @module-tag exhaustive */

import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { beforeAll, describe, expect, test } from 'vitest'
import { hostsOfRuns } from '../../scenarios/catalogue/addresses.ts'
import { lessons, workflows } from '../../scenarios/catalogue/index.ts'
import * as whole from '../../scenarios/engine/site.ts'
import type { Trace } from '../../scenarios/model/trace.ts'
import { publicSuffixes } from '../../server/node/plugins/public-suffixes.ts'
import { tries } from '../attacks/support.ts'
import { openRun } from '../../server/run.ts'
import { played, slugs } from '../support/play.ts'

/** `site.ts` as it is built for a page whose runs have hosts of these names. */
const builtFor = async (names: readonly string[]): Promise<typeof whole> => {
  const [result] = [
    await build({
      configFile: false,
      logLevel: 'silent',
      plugins: [publicSuffixes(names, 'every-host')],
      build: {
        write: false,
        lib: {
          entry: fileURLToPath(new URL('../../scenarios/engine/site.ts', import.meta.url)),
          formats: ['es'],
        },
      },
    }),
  ].flat()
  const code = result !== undefined && 'output' in result ? result.output[0].code : ''
  return (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as typeof whole
}

/** Hosts of all addresses and Domain attributes in a trace. */
const hostsIn = ({ messages }: Trace): readonly string[] =>
  messages.flatMap(({ http }) => [
    URL.parse(http?.url ?? '')?.hostname ?? '',
    ...(http?.headers ?? []).flatMap(([, value]) => [
      ...[...value.matchAll(/\bdomain=\.?([^;\s]+)/gi)].map((found) => found[1] ?? ''),
      ...[...value.matchAll(/https?:\/\/([^/\s:;,"']+)/g)].map((found) => found[1] ?? ''),
    ]),
  ])

describe('The public suffixes that a page knows', () => {
  let page: typeof whole
  beforeAll(async () => {
    page = await builtFor(hostsOfRuns)
  })

  test('say of each host in a lesson or an attack what the whole list says', async () => {
    const traces = await Promise.all([
      ...workflows.flatMap((workflow) =>
        lessons(workflow).map(({ name }) => played({ workflow: workflow.slug, lesson: name })),
      ),
      ...tries.map(([{ id }, { slug }]) => played({ workflow: slug, lesson: `attack-${id}` })),
    ])
    const hosts = new Set(traces.flatMap(hostsIn).filter((host) => host !== ''))
    expect(hosts).toContain('store.example.com')
    for (const host of hosts) {
      expect([host, page.registrableDomain(host)]).toEqual([host, whole.registrableDomain(host)])
      expect([host, page.isPublicSuffix(host)]).toEqual([host, whole.isPublicSuffix(host)])
    }
  })

  test.each([
    'com',
    'io',
    'example',
    'example.com',
    'a.b.example.com',
    'fusionauth.io',
    '127.0.0.1',
  ])('say of %s what the whole list says', (host) => {
    expect(page.registrableDomain(host)).toBe(whole.registrableDomain(host))
    expect(page.isPublicSuffix(host)).toBe(whole.isPublicSuffix(host))
  })

  test.each(['shop.co.uk', 'a.github.io', 'example.co.uk', 'evilexample.com'])(
    'take %s, where nobody answers, for no host of a run',
    (host) => {
      for (const name of ['store.example.com', 'evil.example', 'example.fusionauth.io'])
        expect(page.sameSite(`https://${host}/`, `https://${name}/`)).toBe(false)
    },
  )

  test('hold for private rules, wildcards and exceptions', async () => {
    const names = ['github.io', 'ck', 'kawasaki.jp', 'co.uk']
    const hosts = ['a.github.io', 'github.io', 'x.y.ck', 'y.ck', 'www.ck', 'a.www.ck', 'a.co.uk']
    const cities = ['city.kawasaki.jp', 'a.city.kawasaki.jp', 'a.b.kawasaki.jp', 'jp', 'uk']
    const built = await builtFor(names)
    for (const host of [...hosts, ...cities]) {
      expect([host, built.registrableDomain(host)]).toEqual([host, whole.registrableDomain(host)])
      expect([host, built.isPublicSuffix(host)]).toEqual([host, whole.isPublicSuffix(host)])
    }
  })
})

describe('A run whose hosts have to be known', () => {
  test.each(workflows.map(({ slug }) => slug))('opens: %s', async (workflow) => {
    const run = await openRun({ workflow }, { hosts: hostsOfRuns, rehearse: false })
    expect(run.state.decisionPoints.at(-1)?.next).not.toBe(null)
    run.close()
  })

  test('does not open with a host of which nothing is known', async () => {
    const opening = openRun({ workflow: slugs.code }, { hosts: ['example.com', 'example'] })
    await expect(opening).rejects.toThrow(/nothing of example\.fusionauth\.io/)
  })
})
