/**
 * What keeps published Kickstart files from loading, kind by kind: 86 of them were tried, and in how many
 * a kind comes up was counted. Each kind has a small file of our own here.
 */
import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import {
  application,
  applicationId,
  attempt,
  defaultTheme,
  key,
  objectId,
  patch,
  post,
  registration,
} from './bakery.ts'
import { openFresh, run } from './support.ts'

const published = 86

interface OwnFile {
  readonly requests?: readonly unknown[]
  readonly members?: object
}

type Kind = readonly [kind: string, files: number, file: OwnFile]

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { format: 'pem', type: 'pkcs8' },
  publicKeyEncoding: { format: 'pem', type: 'spki' },
})

const { url, ...withoutUrl } = application()

/** What FusionAuth takes. */
const taken: readonly Kind[] = [
  [
    'themes',
    23,
    {
      requests: [
        post(`/api/theme/${objectId}`, { sourceThemeId: defaultTheme, theme: { name: 'Crusts' } }),
        patch(`/api/theme/${objectId}`, { theme: { stylesheet: 'main { color: brown }' } }),
      ],
    },
  ],
  ['a url without its first slash', 17, { requests: [{ ...withoutUrl, url: url.slice(1) }] }],
  [
    'e-mail templates',
    12,
    { requests: [post('/api/email/template', { emailTemplate: { name: 'Hello' } })] },
  ],
  [
    'lambdas',
    6,
    { requests: [post('/api/lambda', { lambda: { name: 'Fill', type: 'JWTPopulate' } })] },
  ],
  [
    'texts for truth values',
    4,
    {
      requests: [
        application({
          registrationConfiguration: { enabled: 'true' },
          verifyRegistration: 'false',
        }),
      ],
    },
  ],
  ['webhooks', 4, { requests: [post('/api/webhook', { webhook: { url: 'https://a.test/' } })] }],
  [
    'imported keys',
    2,
    { requests: [post(`/api/key/import/${objectId}`, { key: { name: 'Mine', privateKey } })] },
  ],
  [
    'custom scopes',
    2,
    {
      requests: [
        application(),
        post(`/api/application/${applicationId}/scope`, { scope: { name: 'recipes:read' } }),
      ],
    },
  ],
  [
    'entities',
    2,
    {
      requests: [
        post(`/api/entity/type/${objectId}`, { entityType: { name: 'Oven' } }),
        post('/api/entity', { entity: { name: 'Big oven', type: { id: objectId } } }),
      ],
    },
  ],
  ['roles by their names', 2, { requests: [application({ roles: ['baker'] }), registration] }],
  ['supportId', 2, { members: { supportId: 'x' } }],
  [
    'forms',
    2,
    {
      requests: [
        post(`/api/form/field/${objectId}`, { field: { key: 'user.email' } }),
        post('/api/form', { form: { name: 'Join', steps: [{ fields: [objectId] }] } }),
      ],
    },
  ],
  ['groups', 2, { requests: [post('/api/group', { group: { name: 'Crew' } })] }],
  ['a connector', 1, { requests: [post('/api/connector', { connector: { name: 'Old' } })] }],
  ['a licence', 1, { requests: [post('/api/reactor', { licenseId: 'none' })] }],
  [
    'an identity provider',
    1,
    { requests: [post('/api/identity-provider', { identityProvider: { type: 'Google' } })] },
  ],
  [
    'a default for a variable of the environment, of which FusionAuth’s documents know nothing',
    1,
    { members: { variables: { word: '#{ENV.WORD:-hunter2}' } } },
  ],
]

/** What FusionAuth’s documents refuse as well, and the reason that is given. */
const refused: readonly (readonly [...Kind, reason: RegExp])[] = [
  [
    'a first key that is restricted',
    2,
    { members: { apiKeys: [{ key, permissions: { endpoints: { '/api/user': ['GET'] } } }] } },
    /API key 1 may not be restricted/,
  ],
  ['no API key', 1, { members: { apiKeys: [] } }, /has no API key/],
  [
    'a default tenant id that is no UUID',
    1,
    { members: { variables: { defaultTenantId: 'mine' } } },
    /defaultTenantId is not a UUID/,
  ],
  [
    'an application that is used before it is made',
    2,
    { requests: [registration, application()] },
    /Request 1 .* There is no such application/,
  ],
  [
    'a value in `${}`, which is no variable',
    1,
    { requests: [post('/api/application/${applicationId}', { application: { name: 'A' } })] },
    /Request 1 has a \$\{…\} in its url. A variable is written #\{…\}/,
  ],
  [
    'a file that is not there',
    2,
    { requests: [application({ name: '@{none.txt}' })] },
    /includes "none.txt", and there is no such file/,
  ],
  [
    'a variable that another tool was to add',
    1,
    { requests: [application({ name: '#{fromElsewhere}' })] },
    /uses #\{fromElsewhere\}, which has no value. Add it to variables/,
  ],
]

const load = ({ requests = [], members = {} }: OwnFile) =>
  run(openFresh(), { apiKeys: [{ key }], requests, ...members })

const loads = async (file: OwnFile): Promise<boolean> => (await load(file)).ok

const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0)

describe('Each kind of published file that FusionAuth takes loads', () => {
  test.each(taken.slice(0, -1))('%s (in %i files)', async (_, __, file) => {
    expect(await loads(file)).toBe(true)
  })
})

describe('What FusionAuth refuses is refused, with the reason', () => {
  test.each(refused)('%s (in %i files)', async (_, __, file, reason) => {
    const result = await load(file)
    expect(result.ok ? '' : result.problem).toMatch(reason)
    expect(JSON.stringify(result)).not.toContain(attempt.password)
  })
})

test('At least 72 of the 86 published Kickstart files load, and 10 are refused', async () => {
  const lost: number[] = []
  for (const [, files, file] of taken) if (!(await loads(file))) lost.push(files)
  const rightly = sum(refused.map(([, files]) => files))
  expect(rightly).toBe(10)
  // A file may need several kinds; at worst each kind that does not load loses all of its files.
  expect(published - rightly - sum(lost)).toBeGreaterThanOrEqual(72)
})
