import type { StandInHandler, Instance } from '../instance.ts'
import type { Grant } from '../memory/application.ts'
import { type Caller, loadCaller } from './client-authentication.ts'
import { deviceGrant } from './device/names.ts'
import { exchangeCode } from './grant-code.ts'
import { exchangeDeviceCode } from './grant-device.ts'
import { exchangeCredentials } from './grant-password.ts'
import { exchangeRefreshToken } from './grant-refresh.ts'
import { formOf, isForm, type RequestParameters, readParameters } from './parameters.ts'
import {
  disabledGrantType,
  missingGrantType,
  missingGrantTypeOfNoForm,
  repeatedParameter,
  unknownGrantType,
} from './refusals.ts'
import { type Granted, respondWithTokens } from './token-response.ts'

type Exchanging = (
  instance: Instance,
  caller: Caller,
  parameters: RequestParameters,
) => Granted | Promise<Granted>

// prettier-ignore
const grants: readonly (readonly [Grant, Exchanging])[] = [
  ['authorization_code', exchangeCode],          // RFC 6749 §4.1
  ['password',           exchangeCredentials],   // RFC 6749 §4.3
  ['refresh_token',      exchangeRefreshToken],  // RFC 6749 §6
  [deviceGrant,          exchangeDeviceCode],    // RFC 8628 §3.4
]

const checkGrantEnabled = ({ application }: Caller, grant: Grant): void => {
  if (!application.oauthConfiguration.enabledGrants.includes(grant)) throw disabledGrantType(grant)
}

/**
 * POST /oauth2/token. Only the body counts: a secret in the address is not seen (RFC 6749 §2.3.1). A
 * body that is no form has no parameters (fusionauth-typescript-client #21).
 */
export const issueTokens: StandInHandler = async (instance, exchange) => {
  if (!isForm(exchange)) throw missingGrantTypeOfNoForm()
  const parameters = readParameters(await formOf(exchange))
  if (parameters.repeated[0] !== undefined) throw repeatedParameter(parameters.repeated[0])
  const grantType = parameters.get('grant_type')
  if (grantType === undefined) throw missingGrantType()
  const known = grants.find(([name]) => name === grantType)
  if (known === undefined) throw unknownGrantType(grantType)
  const [grant, perform] = known
  const caller = loadCaller(instance, exchange, parameters)
  checkGrantEnabled(caller, grant)
  return respondWithTokens(instance, exchange, await perform(instance, caller, parameters))
}
