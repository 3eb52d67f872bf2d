import { headerOf } from '../engine/wire.ts'
import type { Difference } from '../model/difference.ts'
import { apart, differ, type MessagePair } from './pair.ts'
import { proxyName } from '../model/proxy.ts'
import { textOf } from '../model/text.ts'
import type { HeaderList } from '../model/wire.ts'

/** What the way between two machines adds, and what is compared elsewhere. */
const ignored = new Set([
  'date',
  'server',
  'via',
  'connection',
  'keep-alive',
  'content-length',
  'content-encoding',
  'transfer-encoding',
  'vary',
  'etag',
  'location',
  'set-cookie',
])

/** Headers whose very value decides what a browser or a client does. */
const weighed = ['cache-control', 'content-type', 'referrer-policy', 'x-frame-options'] as const

const normal = (value: string | null): string | null =>
  value?.toLowerCase().replaceAll(/\s+/g, '') ?? null

/** What was changed by the proxy that Login Lab itself puts before FusionAuth is told. */
const isByProxy = ([name, value]: HeaderList[number]): boolean =>
  name === 'via' && value.includes(proxyName)

/** Which headers an answer has, and what the ones say that matter. */
export const headerDifferences = (pair: MessagePair): readonly Difference[] => {
  const names = ({ headers }: MessagePair['expected']['http']): readonly string[] => [
    ...new Set(
      headers
        .filter((header) => !ignored.has(header[0]) || isByProxy(header))
        .map(([name]) => name),
    ),
  ]
  const { lost, gained } = apart(names(pair.expected.http), names(pair.observed.http))
  const value = (side: 'expected' | 'observed', name: string) =>
    headerOf(pair[side].http.headers, name)
  return [
    ...lost.map((name) =>
      differ(
        pair,
        'header',
        name,
        { expected: value('expected', name), observed: null },
        textOf('difference.header-missing', { name }),
      ),
    ),
    ...gained.map((name) =>
      differ(
        pair,
        'header',
        name,
        { expected: null, observed: 'present' },
        textOf('difference.header-extra', { name }),
        name === 'via' ? textOf('explained.proxy') : null,
      ),
    ),
    ...weighed.flatMap((name) => {
      const [expected, observed] = [value('expected', name), value('observed', name)]
      if (expected === null || observed === null || normal(expected) === normal(observed)) return []
      const sentence = textOf('difference.header-value', { name, expected, observed })
      return [differ(pair, 'header', name, { expected, observed }, sentence)]
    }),
  ]
}
