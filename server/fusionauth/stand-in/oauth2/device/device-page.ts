import type { StandInHandler } from '../../instance.ts'
import { markup, type Markup, nothing } from '../../markup.ts'
import { replyPage, replyRedirect } from '../../reply.ts'
import { loadClient } from '../client.ts'
import { onPage } from '../on-page.ts'
import { page } from '../page.ts'
import { formOf, type RequestParameters, queryOf, readParameters } from '../parameters.ts'
import { checkCsrf, csrfField } from '../pre-session.ts'
import { OAuthRefusal } from '../refusal.ts'
import { loadByUserCode } from './device-codes.ts'
import { devicePagePath } from './names.ts'

const hidden = (parameters: RequestParameters): readonly Markup[] =>
  ['client_id', 'tenantId'].map(
    (name) => markup`<input type="hidden" name="${name}" value="${parameters.get(name) ?? ''}">`,
  )

const startPage = (parameters: RequestParameters, error: string, protection: Markup): Markup =>
  page(
    'Connect a device',
    markup`<h1>Connect a device</h1>
<p>Type the code that your device shows.</p>
${error === '' ? nothing : markup`<p class="error" role="alert">${error}</p>\n`}<form action="${devicePagePath.start}" method="POST">
${hidden(parameters)}
${protection}
<div class="field"><label for="user_code">Code</label>
<input type="text" id="user_code" name="user_code" value="${parameters.get('user_code') ?? ''}" autocomplete="off" autocapitalize="characters" spellcheck="false"></div>
<button>Submit</button>
</form>`,
  )

/** GET /oauth2/device: asks for the code, filled in when the address brings one. */
export const showDevicePage: StandInHandler = onPage((instance, exchange) => {
  const parameters = readParameters(queryOf(exchange))
  loadClient(instance, exchange, parameters, parameters.get('client_id'))
  return replyPage(exchange, startPage(parameters, '', csrfField(instance, exchange)))
})

/** POST /oauth2/device: on to the login with a good code, the form again with any other. */
export const submitUserCode: StandInHandler = onPage(async (instance, exchange) => {
  const parameters = readParameters(await formOf(exchange))
  checkCsrf(instance, exchange, parameters)
  const clientId = parameters.get('client_id')
  const { application, tenant } = loadClient(instance, exchange, parameters, clientId)
  try {
    const userCode = parameters.get('user_code') ?? ''
    const found = loadByUserCode(instance, application, userCode)
    const query = new URLSearchParams({
      client_id: application.id,
      redirect_uri: instance.origin + devicePagePath.complete,
      response_type: 'code',
      scope: found.scopes.join(' '),
      tenantId: tenant.id,
      user_code: found.userCode,
    })
    return replyRedirect(exchange, `/oauth2/authorize?${query.toString()}`)
  } catch (refusal) {
    if (!(refusal instanceof OAuthRefusal)) throw refusal
    const again = startPage(parameters, refusal.message, csrfField(instance, exchange))
    return replyPage(exchange, again)
  }
})

/** GET /oauth2/device-complete: the end of a login that was for a device. */
export const showDeviceComplete: StandInHandler = onPage((_, exchange) => {
  const failed = readParameters(queryOf(exchange)).get('error')
  const content =
    failed === undefined
      ? markup`<h1>Your device is connected</h1>
<p role="status">You can close this window and go back to your device.</p>`
      : markup`<h1>Your device is not connected</h1>
<p role="alert">${failed}. Ask your device for a new code.</p>`
  return replyPage(exchange, page('Device', content))
})
