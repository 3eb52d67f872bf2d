import { isHosted, type WorkflowShape } from '../model/workflow-shape.ts'
import { keepsRefreshToken, keepsSession } from '../machine/credentials.ts'
import { type Defence, defenceIds } from './defence.ts'
import { canProve } from './presets.ts'
import { type Concern, type DefenceId, switches } from '../model/defence-settings.ts'

type AppliesTo = (shape: WorkflowShape) => boolean

const inBrowser: AppliesTo = ({ client }) => client !== 'mobile'
const hosted: AppliesTo = isHosted
/** The application’s server redeems the code; an app on a phone is a client of its own. */
const code: AppliesTo = ({ client, login }) => login === 'authorization-code' && client !== 'mobile'
const anyCode: AppliesTo = ({ login }) => login === 'authorization-code'
/** Tokens come from FusionAuth’s token endpoint, for a client that has a secret. */
const secretClient: AppliesTo = (shape) => code(shape) || shape.login === 'password-grant'
/** Somebody holds a refresh token. */
const renews: AppliesTo = (shape) => keepsRefreshToken(shape) || shape.backend === 'bff'
const atFusionAuth: AppliesTo = ({ client, login }) =>
  client === 'spa' && login === 'native-at-fusionauth'
/** Cookies of FusionAuth’s that a script of another site has to set and send. */
const acrossSites: AppliesTo = (shape) => atFusionAuth(shape) && shape.fusionauth === 'own-site'
const refreshCookie: AppliesTo = ({ client, sessionStrategy }) =>
  client !== 'mobile' && sessionStrategy.endsWith('refresh')
const ownCookies: AppliesTo = (shape) =>
  inBrowser(shape) && shape.sessionStrategy !== 'jwt-local-storage' && !setByProxy(shape)
/** The JWT lies in FusionAuth’s own cookie, which the application only reads. */
const setByProxy: AppliesTo = ({ sessionStrategy, fusionauth }) =>
  sessionStrategy === 'jwt-cookie' && fusionauth === 'parent-domain'

/** Which workflows have what a switch is about. */
const concerned: Readonly<Record<Concern, AppliesTo>> = {
  any: () => true,
  browser: inBrowser,
  session: keepsSession,
  'own-cookies': ownCookies,
  'refresh-cookie': refreshCookie,
  'cookies-across-sites': acrossSites,
  'hosted-login': hosted,
  code: anyCode,
  'server-side-code': code,
  'confidential-client': secretClient,
  'confidential-client-refreshes': (shape) => secretClient(shape) && renews(shape),
  'client-of-code-or-refresh-token': (shape) =>
    code(shape) || (secretClient(shape) && renews(shape)),
  'refresh-token': renews,
  'refresh-token-or-hosted-login': (shape) => renews(shape) || hosted(shape),
  'application-refreshes': (shape) => renews(shape) && !atFusionAuth(shape),
  'can-prove': canProve,
}

/** Every switch: whose it is, how it is called there, and who asks for it. */
export const defences: Readonly<Record<DefenceId, Defence>> = Object.fromEntries(
  defenceIds.map((id): [DefenceId, Defence] => {
    const [, where, setting, source, concerns = 'any'] = switches[id]
    return [id, { id, where, setting, source, appliesTo: concerned[concerns] }]
  }),
) as Record<DefenceId, Defence>
