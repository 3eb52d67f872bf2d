import type { Workflow } from '../model/workflow.ts'

/** Known mistakes and gaps of the published diagrams; each language says what is shown instead. */
export type DiagramErratumId =
  | 'E1'
  | 'E2'
  | 'E3'
  | 'E4'
  | 'E5'
  | 'E6'
  | 'E7'
  | 'E8'
  | 'E9'
  | 'E10'
  | 'E11'
  | 'E12'
  | 'E16'
  | 'E17'
  | 'E20'
  | 'E22'
  | 'E24'
  | 'E25'
  | 'E26'
  | 'E27'

/** What the articles around the diagrams get wrong; no arrow shows it. */
type ArticleErratumId = 'E13' | 'E14' | 'E15' | 'E18' | 'E19' | 'E21'

export type ErratumId = DiagramErratumId | ArticleErratumId

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
