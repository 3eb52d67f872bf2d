import type { None } from './param.ts'

/** What a page itself says when a run cannot be reached or made. */
export interface PageTexts {
  readonly 'problem.unable': None
  readonly 'problem.not-started': None
  readonly 'problem.not-started-in-page': None
  readonly 'problem.page-stopped': None
  readonly 'problem.no-answer': None
  readonly 'problem.server-silent': None
  readonly 'problem.server-status': { readonly status: number }
  readonly 'problem.no-server': None
}
