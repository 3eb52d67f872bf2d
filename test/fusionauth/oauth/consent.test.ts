import { expect, test } from 'vitest'
import {
  authorizePath,
  fieldsOf,
  header,
  type Lab,
  logIn,
  loginId,
  openLab,
  password,
  queryOf,
  redeem,
} from '../support/lab.ts'

const asking = (consentMode: 'AlwaysPrompt' | 'RememberDecision' | 'NeverPrompt') =>
  openLab({ oauth: { relationship: 'ThirdParty', consentMode } })

const actionOf = (page: string): string =>
  (/<form action="([^"]*)"/.exec(page)?.[1] ?? '').replaceAll('&amp;', '&')

/** Logs in, and answers the page that asks. */
const decide = async (lab: Lab, action: 'allow' | 'cancel', fields = {}) => {
  const page = await logIn(lab, fields)
  expect(page.status).toBe(200)
  return lab.visit(actionOf(page.body), { ...fieldsOf(page.body), action })
}

test('A third-party application asks for consent before any code is given', async () => {
  const page = await logIn(asking('AlwaysPrompt'), { scope: 'openid email' })
  expect([page.status, header(page, 'location')]).toEqual([200, undefined])
  expect(page.body).toContain('Store asks for access')
  expect(page.body).toContain('See your email address')
})

test('Who allows brings the code back', async () => {
  const lab = asking('AlwaysPrompt')
  const code = queryOf(await decide(lab, 'allow')).get('code') ?? ''
  expect((await redeem(lab, code)).status).toBe(200)
})

test('Who cancels brings access_denied back, and no code', async () => {
  const query = queryOf(await decide(asking('AlwaysPrompt'), 'cancel'))
  expect([
    query.get('error'),
    query.get('error_reason'),
    query.get('state'),
    query.get('code'),
  ]).toEqual(['access_denied', 'consent_canceled', 'xyz', null])
})

test('A decision serves once', async () => {
  const lab = asking('AlwaysPrompt')
  const page = await logIn(lab)
  const cookie = lab.jar.get('fusionauth.li') ?? ''
  const fields = { ...fieldsOf(page.body), action: 'allow' }
  expect((await lab.visit(actionOf(page.body), fields)).status).toBe(302)
  lab.jar.set('fusionauth.li', cookie)
  expect((await lab.visit(actionOf(page.body), fields)).status).toBe(400)
})

test('A remembered decision asks no more, unless more is asked for', async () => {
  const lab = asking('RememberDecision')
  await decide(lab, 'allow')
  expect(queryOf(await logIn(lab)).has('code')).toBe(true)
  expect((await logIn(lab, { scope: 'openid email' })).status).toBe(200)
})

test('A remembered decision runs out', async () => {
  const lab = asking('RememberDecision')
  await decide(lab, 'allow')
  lab.clock.advance(2_592_000)
  expect((await logIn(lab)).body).toContain('asks for access')
})

test('With prompt=consent a remembered decision is asked for again', async () => {
  const lab = asking('RememberDecision')
  await decide(lab, 'allow')
  expect((await logIn(lab, { prompt: 'consent' })).body).toContain('asks for access')
})

test('With prompt=none a missing consent goes back to the application', async () => {
  const lab = asking('AlwaysPrompt')
  await decide(lab, 'allow')
  const query = queryOf(await logIn(lab, { prompt: 'none' }))
  expect([query.get('error'), query.get('error_reason')]).toEqual([
    'consent_required',
    'consent_required',
  ])
})

test('An application that never prompts, or is of the house, does not ask', async () => {
  expect(queryOf(await logIn(asking('NeverPrompt'))).has('code')).toBe(true)
  expect(queryOf(await logIn(openLab(), { prompt: 'consent' })).has('code')).toBe(true)
})

test('Nobody decides for somebody who has not logged in', async () => {
  const lab = asking('AlwaysPrompt')
  const page = await logIn(lab)
  lab.jar.clear()
  const stolen = await lab.visit(actionOf(page.body), { action: 'allow' })
  expect([stolen.status, header(stolen, 'location')]).toEqual([400, undefined])
  expect((await lab.visit(authorizePath())).status).toBe(200)
})

test('Two visits of the consent hop at once bring one code', async () => {
  const lab = openLab()
  const page = await lab.visit(authorizePath())
  const posted = { ...fieldsOf(page.body), loginId, password }
  const hop = header(await lab.visit('/oauth2/authorize', posted), 'location') ?? ''
  const answers = await Promise.all([lab.visit(hop), lab.visit(hop), lab.visit(hop)])
  const statuses = answers.map(({ status }) => status)
  expect(statuses.toSorted((one, other) => one - other)).toEqual([302, 400, 400])
  expect(lab.standIn.memory.codes.rows.size).toBe(1)
})
