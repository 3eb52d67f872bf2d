import type { Client, Participant } from '../vocabulary.ts'
import { lessonsOf } from './lessons.ts'
import type { Lesson, Workflow } from './workflow.ts'

export type { Lesson, Workflow }

const webappSlug = (login: string, keep: string): string => `webapp/${login}-${keep}`

const keeps = { 'session+refresh': 'sessions-refresh-tokens-cookies' } as const

const logins = {
  'authorization-code': 'oauth-authorization-code-grant',
  'password-grant': 'oauth-resource-owner-password-credentials-grant',
  native: 'native-login-form-to-application-backend',
} as const

const row = (
  client: Client,
  login: keyof typeof logins,
  keep: keyof typeof keeps,
  sso: boolean,
  title: string,
): Workflow => ({ slug: webappSlug(logins[login], keeps[keep]), title, client, login, keep, sso })

/** The workflows: client × login × keep. A new one is a row here and, at most, a part. */
// oxfmt-ignore
export const workflows: readonly Workflow[] = [
  //   client    login                 keep               SSO
  row('webapp', 'authorization-code', 'session+refresh', true,  'Web app · authorization code grant · session and refresh token'),
  row('webapp', 'password-grant',     'session+refresh', false, 'Web app · password grant · session and refresh token'),
  row('webapp', 'native',             'session+refresh', false, 'Web app · native login form · session and refresh token'),
]

export const workflowBySlug = (slug: string): Workflow | undefined =>
  workflows.find((workflow) => workflow.slug === slug)

/** The lifelines of a workflow, from left to right. */
export const participantsOf = (workflow: Workflow): readonly Participant[] =>
  workflow.client === 'mobile'
    ? ['Mobile', 'Store', 'FusionAuth', 'Hacker']
    : ['Browser', 'Store', 'Forums', 'FusionAuth', 'Hacker']

/** The lessons of a workflow; the first is the whole tour. */
export const lessons = (workflow: Workflow): readonly Lesson[] => lessonsOf(workflow)

export const lessonByName = (workflow: Workflow, name: string): Lesson | undefined =>
  lessonsOf(workflow).find((lesson) => lesson.name === name)
