import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

/**
 * What the sources cite has to be what holds today: a draft that was published has a number, and a
 * specification that was replaced has a successor.
 */

const root = fileURLToPath(new URL('..', import.meta.url))
const own = join('test', 'citations.test.ts')

const rooms = ['scenarios', 'server', 'web', 'test'].flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((name) =>
    join(room, name),
  ),
)

const texts = ['README.md', 'CHANGELOG.md', '.github/CONTRIBUTING.md', 'compose.yaml', ...rooms]
  .filter((path) => /\.(ts|mjs|md|json|html|css|yaml)$/.test(path) && path !== own)
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))

/** Every place where a text stands, as `path: what stands there`. */
const found = (pattern: RegExp): readonly string[] =>
  texts.flatMap(({ path, text }) =>
    [...text.matchAll(pattern)].map(([match]) => `${path}: ${match}`),
  )

/** What was published in the meantime, and under which names it was known until then. */
const published: readonly (readonly [rfc: string, ...formerly: readonly string[]])[] = [
  ['RFC 10025', 'draft-ietf-httpbis-rfc6265bis', '6265bis', 'RFC 6265', 'rfc6265'],
  [
    'RFC 10017',
    'draft-ietf-oauth-browser-based-apps',
    'OAuth 2.0 for Browser-Based Applications (draft)',
    'OAuth 2.0 for Browser-Based Apps (draft)',
  ],
  ['RFC 9728', 'draft-ietf-oauth-resource-metadata'],
  [
    'RFC 9700',
    'draft-ietf-oauth-security-topics',
    'OAuth 2.0 Security Best Current Practice (draft)',
  ],
  ['RFC 9470', 'draft-ietf-oauth-step-up-authn-challenge'],
  ['RFC 9449', 'draft-ietf-oauth-dpop'],
  ['RFC 9396', 'draft-ietf-oauth-rar'],
  ['RFC 9207', 'draft-ietf-oauth-iss-auth-resp'],
  ['RFC 9126', 'draft-ietf-oauth-par'],
  ['RFC 9101', 'draft-ietf-oauth-jwsreq'],
  ['RFC 9068', 'draft-ietf-oauth-access-token-jwt'],
  ['RFC 8707', 'draft-ietf-oauth-resource-indicators'],
  ['RFC 8252', 'draft-ietf-oauth-native-apps'],
]

const plain = (text: string): string => text.replace(/[.()[\]]/g, String.raw`\$&`)

test.each(published)('%s is cited by its number, and by no former name', (_, ...formerly) => {
  const names = formerly.map((name) => `${plain(name)}(?![\\w])`).join('|')
  expect(found(new RegExp(names, 'gi'))).toEqual([])
})

test('WebAuthn is cited by the level that is a Recommendation since 2026', () => {
  expect(found(/source: '[^'\n]*WebAuthn[^'\n]*'/g).length).toBeGreaterThan(0)
  expect(found(/source: '[^'\n]*WebAuthn(?! Level 3')[^'\n]*'|WebAuthn Level [12]\b/g)).toEqual([])
})

/** Drafts that were still drafts when they were last looked up, in November 2026. */
const stillDrafts = ['draft-ietf-httpbis-layered-cookies', 'draft-ietf-oauth-v2-1']

test('every draft that is cited by name is known to be still a draft', () => {
  const cited = texts.flatMap(
    ({ text }) => text.match(/\bdraft-(?:ietf|irtf)-[a-z\d]+(-[a-z\d]+)*/g) ?? [],
  )
  expect([...new Set(cited.map((name) => name.replace(/-\d\d$/, '')))].toSorted()).toEqual(
    stillDrafts,
  )
})
