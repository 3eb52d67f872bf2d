import { expect, test } from 'vitest'
import { openLab, store } from '../support/lab.ts'
import { codesOf } from './support.ts'

const template = '6d61696c-0000-4000-8000-000000000001'
const missing = [400, '[blank]application.verificationEmailTemplateId']

test('An application with verifyRegistration needs verificationEmailTemplateId', async () => {
  const lab = openLab()
  const make = (application: object) => lab.call('POST', '/api/application', { application })
  const application = { name: 'Bakery', verifyRegistration: true }
  expect(codesOf(await make(application))).toEqual(missing)
  const made = await make({ ...application, verificationEmailTemplateId: template })
  expect(made.status).toBe(200)
})

test('So does one that is changed to verify registrations, and one that loses its template', async () => {
  const lab = openLab()
  const patch = (application: object) =>
    lab.call('PATCH', `/api/application/${store}`, { application })
  expect(codesOf(await patch({ verifyRegistration: true }))).toEqual(missing)
  const whole = { verifyRegistration: true, verificationEmailTemplateId: template }
  expect((await patch(whole)).status).toBe(200)
  expect(codesOf(await patch({ verificationEmailTemplateId: null }))).toEqual(missing)
})

test('One that does not verify registrations needs none', async () => {
  const lab = openLab()
  const application = { name: 'Bakery', verifyRegistration: false }
  expect((await lab.call('POST', '/api/application', { application })).status).toBe(200)
})
