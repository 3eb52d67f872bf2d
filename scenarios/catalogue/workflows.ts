import type { ClientType, SessionStrategy, Login } from '../model/client.ts'
import type { Participant } from '../model/participant.ts'
import type { WorkflowShape } from '../model/workflow-shape.ts'
import type { Workflow } from '../model/workflow.ts'
import { type Text, textOf } from '../model/text.ts'

type WorkflowRest = Pick<Workflow, 'sso' | 'published'> &
  Partial<Pick<Workflow, 'fusionauth' | 'backend'>>

/** A row of the table; its title is put together from what it says. */
export const row = (
  client: ClientType,
  login: Login,
  sessionStrategy: SessionStrategy,
  { sso, published, fusionauth = 'own-site', backend = 'api' }: WorkflowRest,
  name: string,
): Workflow => ({
  slug: `${client}/${name}`,
  title: textOf('workflow', { client, login, sessionStrategy, fusionauth, backend }),
  client,
  login,
  sessionStrategy,
  sso,
  published,
  fusionauth,
  backend,
})

const alone = (published: number) => ({ sso: false, published })
const shared = (published: number | null) => ({ sso: true, published })

/**
 * The workflows: client × login × session strategy, with the number of arrows in the published diagram. A new one
 * is a row here and, at most, a part.
 */
// oxfmt-ignore
export const workflows: readonly Workflow[] = [
  row('webapp', 'authorization-code',   'session+refresh',   shared(44), 'oauth-authorization-code-grant-sessions-refresh-tokens-cookies'),
  row('webapp', 'password-grant',       'session+refresh',   alone(42),  'oauth-resource-owner-password-credentials-grant-sessions-refresh-tokens-cookies'),
  row('webapp', 'native',               'session+refresh',   alone(42),  'native-login-form-to-application-backend-sessions-refresh-tokens-cookies'),
  row('webapp', 'authorization-code',   'session',           shared(32), 'oauth-authorization-code-grant-sessions'),
  row('webapp', 'authorization-code',   'jwt+refresh',       shared(37), 'oauth-authorization-code-grant-jwts-refresh-tokens-cookies'),
  row('webapp', 'password-grant',       'session',           alone(30),  'oauth-resource-owner-password-credentials-grant-sessions'),
  row('webapp', 'password-grant',       'jwt+refresh',       alone(35),  'oauth-resource-owner-password-credentials-grant-jwts-refresh-tokens-cookies'),
  row('webapp', 'native',               'session',           alone(30),  'native-login-form-to-application-backend-sessions'),
  row('webapp', 'native',               'jwt+refresh',       alone(35),  'native-login-form-to-application-backend-jwts-refresh-tokens-cookies'),

  row('spa',    'authorization-code',   'session',           shared(44), 'oauth-authorization-code-grant-sessions'),
  row('spa',    'authorization-code',   'session+refresh',   shared(56), 'oauth-authorization-code-grant-sessions-refresh-tokens-cookies'),
  row('spa',    'authorization-code',   'jwt+refresh',       shared(49), 'oauth-authorization-code-grant-jwts-refresh-tokens-cookies'),
  row('spa',    'authorization-code',   'session',           { ...shared(null), backend: 'bff' }, 'oauth-authorization-code-grant-backend-for-frontend'),
  row('spa',    'password-grant',       'session',           alone(32),  'oauth-resource-owner-password-credentials-grant-sessions'),
  row('spa',    'password-grant',       'session+refresh',   alone(44),  'oauth-resource-owner-password-credentials-grant-sessions-refresh-tokens-cookies'),
  row('spa',    'password-grant',       'jwt+refresh',       alone(37),  'oauth-resource-owner-password-credentials-grant-jwts-refresh-tokens-cookies'),
  row('spa',    'native',               'session',           alone(32),  'native-login-form-to-application-backend-sessions'),
  row('spa',    'native',               'session+refresh',   alone(44),  'native-login-form-to-application-backend-sessions-refresh-tokens-cookies'),
  row('spa',    'native',               'jwt+refresh',       alone(37),  'native-login-form-to-application-backend-jwts-refresh-tokens-cookies'),
  row('spa',    'native-at-fusionauth', 'jwt-cookie',        alone(42),  'native-login-form-to-fusionauth-jwts-refresh-tokens-cookies'),
  row('spa',    'native-at-fusionauth', 'jwt-cookie',        { ...alone(36), fusionauth: 'parent-domain' }, 'native-login-form-to-fusionauth-same-domain-jwts-refresh-tokens-cookies'),
  row('spa',    'native-at-fusionauth', 'jwt-local-storage', alone(33),  'native-login-form-to-fusionauth-jwts-local-storage-refresh-tokens-cookies'),
  row('spa',    'implicit',             'session',           shared(45), 'oauth-implicit-grant-sessions'),
  row('spa',    'implicit',             'jwt-cookie',        shared(38), 'oauth-implicit-grant-jwts-cookies'),
  row('spa',    'implicit',             'jwt-local-storage', shared(31), 'oauth-implicit-grant-jwts-local-storage'),

  row('mobile', 'authorization-code',   'jwt+refresh',       shared(null), 'oauth-authorization-code-grant-pkce-jwts-refresh-tokens'),
  row('mobile', 'password-grant',       'jwt+refresh',       alone(22),  'oauth-resource-owner-password-credentials-grant-jwts-refresh-tokens'),
  row('mobile', 'native',               'jwt+refresh',       alone(22),  'native-login-form-to-application-backend-jwts-refresh-tokens'),
  row('mobile', 'native-at-fusionauth', 'jwt+refresh',       alone(20),  'native-login-form-to-fusionauth-jwts-refresh-tokens'),
]

export const workflowBySlug = (slug: string): Workflow | undefined =>
  workflows.find((workflow) => workflow.slug === slug)

/** What a workflow is called; one that is unknown here, by its slug. */
export const workflowTitle = (slug: string): Text =>
  workflowBySlug(slug)?.title ?? textOf('quoted', { text: slug })

/** The lifelines of a workflow, from left to right. A mobile app that redirects opens a browser. */
export const participantsOf = ({ client, login }: WorkflowShape): readonly Participant[] => {
  if (client !== 'mobile') return ['Browser', 'Store', 'Forums', 'FusionAuth', 'Hacker']
  return login === 'authorization-code'
    ? ['Mobile', 'Browser', 'Store', 'FusionAuth', 'Hacker']
    : ['Mobile', 'Store', 'FusionAuth', 'Hacker']
}
