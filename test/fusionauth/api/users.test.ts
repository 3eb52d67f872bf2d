import { describe, expect, test } from 'vitest'
import { forums, loginId, openLab, store, tenantId, userId } from '../support/lab.ts'
import { bodyOf, codesOf, forTenant, freshId, lives, login, refreshTokenOf } from './support.ts'

const path = `/api/user/${userId}`

describe('Changing a user', () => {
  test('PUT takes away what it leaves out, but no password and no registration', async () => {
    const lab = openLab()
    const { user } = bodyOf<{ user: Record<string, unknown> }>(
      await lab.call('PUT', path, { user: { email: loginId, lastName: 'Lovelace' } }),
    )
    expect(user).toMatchObject({ lastName: 'Lovelace', registrations: [{ applicationId: store }] })
    expect(user).not.toHaveProperty('firstName')
    expect((await login(lab)).status).toBe(200)
  })

  test('An address that somebody else has is refused; one’s own is not', async () => {
    const lab = openLab()
    const eve = { email: 'eve@example.com', password: 'eve-of-old' }
    await lab.call('POST', '/api/user', { user: eve })
    const taken = await lab.call('PATCH', path, { user: { email: 'EVE@example.com' } })
    expect(codesOf(taken)).toEqual([400, '[duplicate]user.email'])
    expect((await lab.call('PATCH', path, { user: { email: loginId } })).status).toBe(200)
  })

  test('Nobody becomes somebody else, nor moves to another tenant', async () => {
    const user = { id: freshId(1), tenantId: freshId(2), active: false }
    const { body } = await openLab().call('PATCH', path, { user })
    expect(JSON.parse(body)).toMatchObject({ user: { id: userId, tenantId, active: true } })
  })

  test('A locked account is unlocked with reactivate=true', async () => {
    const lab = openLab()
    await lab.call('DELETE', path)
    expect((await login(lab)).status).toBe(423)
    await lab.call('PUT', `${path}?reactivate=true`)
    expect((await login(lab)).status).toBe(200)
  })

  test.each([
    [true, false],
    [false, true],
  ])('A lock ends the refresh tokens when onLoginPrevented is %s', async (policy, left) => {
    const lab = openLab({
      tenant: { jwtConfiguration: { refreshTokenRevocationPolicy: { onLoginPrevented: policy } } },
    })
    const token = await refreshTokenOf(lab)
    await lab.call('DELETE', path)
    await lab.call('PUT', `${path}?reactivate=true`)
    expect(await lives(lab, token)).toBe(left)
  })

  test('Somebody deleted for good is gone', async () => {
    const lab = openLab()
    await lab.call('DELETE', `${path}?hardDelete=true`)
    expect((await lab.call('GET', path)).status).toBe(404)
    expect((await login(lab)).status).toBe(404)
  })

  test('An account that has run out is answered with 410', async () => {
    const lab = openLab()
    await lab.call('PATCH', path, { user: { expiry: lab.clock.now() + 1000 } })
    expect((await login(lab)).status).toBe(200)
    lab.clock.advance(1)
    expect((await login(lab)).status).toBe(410)
  })
})

describe('Finding users', () => {
  const open = async () => {
    const lab = openLab()
    for (const name of ['bea', 'cleo', 'dora']) {
      const user = { email: `${name}@example.com`, password: 'long enough', lastName: 'Winter' }
      await lab.call('POST', '/api/user', { user })
    }
    return lab
  }
  const find = async (search: object) => {
    const response = await (await open()).call('POST', '/api/user/search', { search })
    const { total, users } = bodyOf<{ total: number; users: { email: string }[] }>(response)
    return [total, ...users.map(({ email }) => email.split('@')[0])]
  }

  test.each([
    ['by a part of a text', { queryString: 'CLE' }, [1, 'cleo']],
    ['with a wildcard', { queryString: 'b*@example' }, [1, 'bea']],
    ['everybody', { queryString: '*' }, [4, 'ada', 'bea', 'cleo', 'dora']],
    ['by ids', { ids: [userId, freshId(9)] }, [1, 'ada']],
    [
      'a page at a time',
      { queryString: 'winter', startRow: 1, numberOfResults: 2 },
      [4, 'bea', 'cleo'],
    ],
    [
      'in another order',
      { queryString: 'winter', sortFields: [{ name: 'email', order: 'desc' }] },
      [4, 'dora', 'cleo', 'bea', 'ada'],
    ],
    ['nobody for what looks like a pattern', { queryString: '(a+)+$' }, [0]],
  ])('%s', async (_, search, result) => {
    expect(await find(search)).toEqual(result)
  })

  test.each([
    ['nothing', {}, '[missing]search'],
    ['a query for Elasticsearch', { query: '{}' }, '[invalid]search.query'],
    ['an id that is none', { ids: ['x'] }, '[couldNotConvert]search.ids[0]'],
  ])('A search for %s is refused', async (_, search, code) => {
    const response = await openLab().call('POST', '/api/user/search', { search })
    expect(codesOf(response)).toEqual([400, code])
  })

  test('A tenant header keeps the users of others out', async () => {
    const lab = await open()
    const other = freshId(1)
    await lab.call('POST', `/api/tenant/${other}`, { tenant: { name: 'Other' } })
    const body = { search: { queryString: '*' } }
    const response = await lab.call('POST', '/api/user/search', body, forTenant(other))
    expect(bodyOf(response)).toEqual({ total: 0, users: [] })
  })

  test('Many are locked or deleted at once; a dry run only tells whom', async () => {
    const lab = await open()
    const remove = (body: object) => lab.call('DELETE', '/api/user/bulk', body)
    const dry = await remove({ queryString: 'winter', dryRun: true, hardDelete: true })
    expect(bodyOf(dry)).toMatchObject({ dryRun: true, hardDelete: true, total: 4 })
    expect((await login(lab)).status).toBe(200)
    await remove({ userIds: [userId] })
    expect((await login(lab)).status).toBe(423)
    await remove({ queryString: 'winter', hardDelete: true })
    expect(lab.standIn.memory.users.size).toBe(0)
    expect(codesOf(await remove({}))).toEqual([400, '[missing]search'])
  })
})

describe('Registrations', () => {
  const own = `/api/user/registration/${userId}/${store}`

  test('One is read, changed and taken away, and its refresh tokens go with it', async () => {
    const lab = openLab()
    const token = await refreshTokenOf(lab)
    await lab.call('PATCH', `/api/application/${store}`, {
      application: { roles: [{ name: 'boss' }] },
    })
    const registration = { applicationId: store, roles: ['boss'], timezone: 'Europe/Vienna' }
    const put = await lab.call('PUT', `/api/user/registration/${userId}`, { registration })
    expect(bodyOf(put)).toMatchObject({ registration })
    const patched = await lab.call('PATCH', `/api/user/registration/${userId}`, {
      registration: { applicationId: store, roles: ['customer'], timezone: null },
    })
    expect(bodyOf(patched)).toMatchObject({ registration: { roles: ['boss', 'customer'] } })
    expect((await lab.call('DELETE', own)).status).toBe(200)
    expect((await lab.call('GET', own)).status).toBe(404)
    expect(await lives(lab, token)).toBe(false)
    expect((await login(lab)).status).toBe(202)
  })

  test('A role that the application lacks is refused', async () => {
    const registration = { applicationId: store, roles: ['king'] }
    const lab = openLab()
    for (const method of ['PUT', 'PATCH']) {
      const response = await lab.call(method, `/api/user/registration/${userId}`, { registration })
      expect(codesOf(response)).toEqual([400, '[invalid]registration.roles'])
    }
  })

  test('One that is not there cannot be changed', async () => {
    const registration = { applicationId: forums }
    const response = await openLab().call('PATCH', `/api/user/registration/${userId}`, {
      registration,
    })
    expect(response.status).toBe(404)
  })

  test('An application of another tenant takes no registration', async () => {
    const lab = openLab()
    const other = freshId(1)
    await lab.call('POST', `/api/tenant/${other}`, { tenant: { name: 'Other' } })
    const application = { name: 'Theirs' }
    const made = await lab.call('POST', '/api/application', { application }, forTenant(other))
    const { application: theirs } = bodyOf<{ application: { id: string } }>(made)
    const registration = { applicationId: theirs.id }
    const response = await lab.call('POST', `/api/user/registration/${userId}`, { registration })
    expect(codesOf(response)).toEqual([400, '[invalid]registration.applicationId'])
  })
})
