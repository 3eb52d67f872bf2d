import { describe, expect, test } from 'vitest'
import { notCopiedHere } from '../../../server/fusionauth/stand-in/not-copied.ts'
import { describedPaths, isThere, readDescription } from '../openapi/description.ts'
import {
  application,
  applicationId,
  defaultTheme,
  key,
  loaded,
  post,
  registration,
  userId,
} from './bakery.ts'

const id = (n: number): string => `b0000000-0000-4000-8000-${String(n).padStart(12, '0')}`

/** Two of a type: one under an id of the file, one under an id that FusionAuth gives. */
const two = (path: string, wrapper: string, object: object, name = 'name'): readonly unknown[] => {
  const body = (value: string) => ({ [wrapper]: { [name]: value, ...object } })
  return [post(`${path}/${id(1)}`, body('one')), post(path, body('two'))]
}

const entityType = `/api/entity/type/${id(1)}`

/** Every type of object of the description that a set-up makes, after what it needs. */
const requests: readonly unknown[] = [
  application(),
  registration,
  ...two('/api/api-key', 'apiKey', {}),
  post('/api/application', { application: { name: 'Mill' } }),
  ...two(`/api/application/${applicationId}/role`, 'role', {}),
  ...two(`/api/application/${applicationId}/scope`, 'scope', {}),
  ...two('/api/connector', 'connector', { type: 'Generic' }),
  ...two('/api/consent', 'consent', { defaultMinimumAgeForSelfConsent: 13 }),
  ...two('/api/email/template', 'emailTemplate', { defaultSubject: 'Hi' }),
  ...two('/api/entity/type', 'entityType', {}),
  ...two(`${entityType}/permission`, 'permission', {}),
  ...two('/api/entity', 'entity', { type: { id: id(1) } }),
  post(`/api/entity/${id(1)}/grant`, { grant: { userId, permissions: ['one'] } }),
  ...two('/api/form/field', 'field', { control: 'text' }, 'key'),
  ...two('/api/form', 'form', { steps: [{ fields: [id(1)] }], type: 'registration' }),
  ...two('/api/group', 'group', {}),
  post('/api/group/member', { members: { [id(1)]: [{ userId }] } }),
  ...two('/api/identity-provider', 'identityProvider', { type: 'OpenIDConnect' }),
  ...two('/api/ip-acl', 'ipAccessControlList', { entries: [{ action: 'Allow' }] }),
  ...two('/api/key/generate', 'key', { algorithm: 'RS256' }),
  post(`/api/key/import/${id(2)}`, { key: { name: 'three', secret: 'hush' } }),
  post('/api/key/import', { key: { name: 'four', secret: 'hush' } }),
  ...two('/api/lambda', 'lambda', { body: 'function populate() {}', type: 'JWTPopulate' }),
  ...two('/api/message/template', 'messageTemplate', { type: 'SMS' }),
  ...two('/api/messenger', 'messenger', { type: 'Generic' }),
  post('/api/reactor', { licenseId: 'none' }),
  post('/api/theme', { sourceThemeId: defaultTheme, theme: { name: 'one' } }),
  ...two('/api/theme', 'theme', {}),
  ...two('/api/user-action', 'userAction', {}),
  ...two('/api/user-action-reason', 'userActionReason', { code: 'X' }, 'text'),
  post(`/api/user/${id(1)}`, { user: { email: 'one@example.com', password: 'flour and water' } }),
  post('/api/user', { user: { email: 'two@example.com', password: 'flour and water' } }),
  post('/api/user/registration', {
    registration: { applicationId },
    user: { email: 'three@example.com', password: 'flour and water' },
  }),
  post('/api/user/action', {
    action: { actioneeUserId: id(1), actionerUserId: userId, userActionId: id(1) },
  }),
  ...two('/api/user/consent', 'userConsent', { consentId: id(1), userId }, 'status'),
  ...two('/api/user/family', 'familyMember', { role: 'Adult', userId }, 'name'),
  ...two('/api/webhook', 'webhook', { url: 'https://example.com/hook' }, 'description'),
  // Last: with a second tenant, each request would have to say which one it means.
  post(`/api/tenant/${id(1)}`, { tenant: { name: 'One' } }),
  post('/api/tenant', { tenant: { name: 'Two' } }),
]

const urls = requests.map((request) => (request as { readonly url: string }).url)

/** What is asked of an API by POST and makes nothing that a set-up could want. */
const makesNothing = [
  '/api/jwt/refresh',
  '/api/jwt/vend',
  '/api/login',
  '/api/logout',
  '/api/user/bulk',
  '/api/user/change-password',
  '/api/user/change-password/{changePasswordId}',
  '/api/user/forgot-password',
  '/api/user/verify-email',
  '/api/user/verify-registration',
]

const matches = (template: string, url: string): boolean =>
  new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[0-9a-f-]{36}')}$`).test(url)

describe('Every object type of FusionAuth’s OpenAPI description', () => {
  test('is made by a Kickstart file, and what has no effect is counted in one line', async () => {
    const { notes } = await loaded(requests, { apiKeys: [{ key, keyManager: true }] })
    expect(notes[0]).toBe(
      'Kept without effect: 2 connectors, 2 consents, 2 e-mail templates, 2 entities, ' +
        '1 grant of an entity, 2 entity types, 2 entity permissions, 2 forms, 2 form fields, ' +
        '2 groups, 1 list of group members, 2 identity providers, 2 IP access control lists, ' +
        '2 lambdas, 2 message templates, 2 messengers, 1 licence, 3 themes, ' +
        '2 reasons of user actions, 2 consents of users, 2 families, 2 webhooks.',
    )
  })

  test.skipIf(!isThere)('is in that file, or its API is said not to be copied', () => {
    const { checkFor } = readDescription()
    const missed = describedPaths()
      .filter((path) => path.startsWith('/api/') && checkFor('POST', path) !== undefined)
      .filter((path) => !path.endsWith('/search') && !makesNothing.includes(path))
      .filter((path) => notCopiedHere(path) === undefined)
      .filter((template) => !urls.some((url) => matches(template, url)))
    expect(missed).toEqual([])
  })
})
