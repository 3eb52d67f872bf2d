import { describe, test } from 'vitest'
import { type Contract, ids } from './support/contract.ts'

/** Answers that FusionAuth's documents leave open or tell in two ways: part of the contract. */
export const answerPoints = (lab: () => Contract): void => {
  describe('Answers that are not told in full', { timeout: 60_000 }, () => {
    test('`iss` in an error that goes to the application', async () => {
      const path = lab().authorizePath({ prompt: 'none', state: 'xyz' })
      const response = await fetch(lab().origin + path, { redirect: 'manual' })
      const answer = new URL(response.headers.get('location') ?? 'none:').searchParams
      lab().settle(
        'iss of an error',
        { error: answer.get('error'), iss: answer.get('iss') === lab().origin },
        {
          documented: { error: 'login_required' },
          inferred: { error: 'login_required', iss: true },
        },
      )
    })

    test('the page at the root', async () => {
      const response = await fetch(`${lab().origin}/`, { redirect: 'manual' })
      const type = response.headers.get('content-type')?.split(';')[0] ?? null
      lab().settle('the root', [response.status, type], { inferred: [200, 'text/html'] })
    })

    test('the metadata of an unknown tenant', async () => {
      const { status } = await lab().get(`/.well-known/openid-configuration/${ids.user}`)
      lab().settle('metadata of an unknown tenant', status, { inferred: 404 })
    })

    test('pages of a login that did not begin', async () => {
      const paths = ['/oauth2/two-factor-methods', '/oauth2/register', '/oauth2/passwordless']
      const statuses = await Promise.all(paths.map(async (path) => (await lab().get(path)).status))
      lab().settle('pages of a login that did not begin', statuses, { inferred: [404, 404, 404] })
    })

    // The server is asked as it is: where it has a mail server, a mail goes to an example address.
    test('a forgotten password, with a mail and without', async () => {
      const { loginId } = lab().userCredentials
      const ask = (sendForgotPasswordEmail: boolean) =>
        lab()
          .client.forgotPassword({ loginId, sendForgotPasswordEmail })
          .then(({ statusCode }) => statusCode)
          .catch(({ statusCode }: { readonly statusCode: number }) => statusCode)
      const statuses = [await ask(true), await ask(false)]
      lab().settle('forgotten password without a mail server', statuses, { inferred: [200, 200] })
    })

    test('an application that verifies registrations without a mail template', async () => {
      const application = { name: 'Login Lab contract mail', verifyRegistration: true }
      const failed = await lab()
        .client.createApplication('', { application })
        .then(({ statusCode }) => [statusCode, null])
        .catch(({ statusCode, exception }) => [
          statusCode,
          Object.keys((exception as { fieldErrors?: object }).fieldErrors ?? {}),
        ])
      lab().settle('verifyRegistration', failed, {
        documented: [400, ['application.verificationEmailTemplateId']],
      })
    })
  })
}
