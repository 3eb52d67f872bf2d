import { describe, expect, test } from 'vitest'
import {
  application,
  applicationId,
  attempt,
  loaded,
  objectId,
  post,
  problemOf,
  shown,
  userId,
} from './bakery.ts'

describe('Built-in values', () => {
  test.each([
    ['FUSIONAUTH_FORM[adminUser]_ID', 'form'],
    ['FUSIONAUTH_FORM[adminRegistration]_ID', 'form'],
    ['FUSIONAUTH_LAMBDA[OpenIDReconcile]_ID', 'lambda'],
    ['FUSIONAUTH_LAMBDA[SAMLv2Reconcile]_ID', 'lambda'],
    ['FUSIONAUTH_LAMBDA[AppleReconcile]_ID', 'lambda'],
    ['FUSIONAUTH_LAMBDA[FacebookReconcile]_ID', 'lambda'],
    ['FUSIONAUTH_LAMBDA[GoogleReconcile]_ID', 'lambda'],
    ['FUSIONAUTH_LAMBDA[TwitterReconcile]_ID', 'lambda'],
    ['TENANT_MANAGER_ID', 'application'],
    ['FUSIONAUTH_TENANT_MANAGER_APPLICATION_ID', 'application'],
  ])('#{%s} is the id of a %s that is there', async (name, kind) => {
    const { standIn } = await loaded([application({ name: `#{${name}}` })])
    const id = standIn.memory.applications.get(applicationId)?.name
    expect(await shown(standIn, `/api/${kind}/${id}`)).toHaveProperty(kind)
  })

  test('The variable tenantManagerApplicationId gives the Tenant Manager its id, for variables too', async () => {
    const { standIn } = await loaded(
      [
        post(`/api/user/registration/${userId}`, {
          user: { email: attempt.loginId, password: attempt.password },
          registration: { applicationId: '#{manager}', roles: ['admin'] },
        }),
      ],
      {
        variables: {
          manager: '#{FUSIONAUTH_TENANT_MANAGER_APPLICATION_ID}',
          tenantManagerApplicationId: objectId,
        },
      },
    )
    expect(standIn.memory.users.get(userId)?.registrations[0]?.applicationId).toBe(objectId)
  })

  test('A Tenant Manager id that is no UUID is refused', async () => {
    expect(await problemOf([], { variables: { tenantManagerApplicationId: 'mine' } })).toBe(
      'The variable tenantManagerApplicationId is not a UUID.',
    )
  })

  test('A variable that uses another one is told what to do instead', async () => {
    expect(await problemOf([], { variables: { a: 'x', b: '#{a}' } })).toBe(
      'The variable b uses #{a}, and variables cannot use each other. Write its value out in b, or use both in the requests.',
    )
  })
})
