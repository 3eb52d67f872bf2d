import type { ArticleErratumId, ErratumId } from '../model/table-ids.ts'
import type { Workflow } from '../model/workflow.ts'

const ofArticle: Readonly<Record<ArticleErratumId, (workflow: Workflow) => boolean>> = {
  E13: ({ client, login }) => client === 'spa' && login === 'password-grant',
  E14: ({ client, login }) => client === 'webapp' && login === 'password-grant',
  E15: ({ client, login, sessionStrategy }) =>
    client === 'webapp' && login === 'authorization-code' && sessionStrategy === 'session',
  E18: ({ client, login }) => client === 'spa' && login === 'native-at-fusionauth',
  E19: ({ client, login, sessionStrategy, fusionauth }) =>
    client === 'spa' &&
    login === 'native-at-fusionauth' &&
    sessionStrategy === 'jwt-cookie' &&
    fusionauth === 'own-site',
  E21: ({ login, sessionStrategy }) =>
    login === 'native-at-fusionauth' && sessionStrategy === 'jwt-local-storage',
}

/** What the published article of a workflow gets wrong beside its diagram. */
export const errataOf = (workflow: Workflow): readonly ErratumId[] =>
  workflow.published === null
    ? []
    : (Object.keys(ofArticle) as ArticleErratumId[]).filter((id) => ofArticle[id](workflow))
