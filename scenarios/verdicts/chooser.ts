import type { Workflow } from '../model/workflow.ts'
import type { ClientType, SessionStrategy } from '../model/client.ts'
import type { DefenceId } from '../model/defence-settings.ts'

/** The questions, in order, each with its answers. */
export const questions = {
  client: ['webapp', 'spa', 'mobile'],
  applications: ['one', 'several'],
  secret: ['server', 'no-server'],
  ending: ['at-once', 'weeks'],
} as const

export type ChooserQuestion = keyof typeof questions
export type ChooserAnswer<Asked extends ChooserQuestion> = (typeof questions)[Asked][number]

/** What was answered so far; a question that makes no difference is not asked. */
export type Answers = { readonly [Asked in ChooserQuestion]?: ChooserAnswer<Asked> }

/** Why a workflow is what the answers lead to. */
export type AdviceReason =
  | 'code'
  | 'single-sign-on'
  | 'ready-for-more'
  | 'ends-at-once'
  | 'lasts'
  | 'refresh-token-on-server'
  | 'tokens-on-server'
  | 'needs-a-server'
  | 'system-browser'
  | 'device'
  | 'jwt-until-exp'

/** Where the answers lead. */
export interface Advice {
  readonly slug: string
  readonly reasons: readonly AdviceReason[]
  /** Switches that belong to it. */
  readonly defences: readonly DefenceId[]
  /** What many take instead: to compare with. */
  readonly instead: string
}

/** Who an application is when it runs on a server of one's own: nothing to ask. */
const hasServer = ({ client, secret }: Answers): boolean =>
  client === 'webapp' || secret === 'server'

/** The questions that these answers leave to be asked, the first one next; none when all is known. */
export const openQuestions = (answers: Answers): readonly ChooserQuestion[] =>
  (Object.keys(questions) as readonly ChooserQuestion[]).filter((question) => {
    if (answers[question] !== undefined) return false
    if (question === 'secret') return answers.client !== 'webapp' && answers.client !== 'mobile'
    if (question === 'ending') return answers.client !== 'spa' || answers.secret !== 'no-server'
    return true
  })

/** The questions that were, or are, to be answered, in order. */
export const askedQuestions = (answers: Answers): readonly ChooserQuestion[] => {
  const next = openQuestions(answers)[0]
  return (Object.keys(questions) as readonly ChooserQuestion[]).filter(
    (question) => answers[question] !== undefined || question === next,
  )
}

const isAnswer = (question: ChooserQuestion, text: string): boolean =>
  (questions[question] as readonly string[]).includes(text)

/** Reads `spa.several.server`; what makes no sense there ends it. */
export const readAnswers = (text: string): Answers => {
  let answers: Answers = {}
  for (const word of text.split('.')) {
    const question = openQuestions(answers)[0]
    if (question === undefined || !isAnswer(question, word)) break
    answers = { ...answers, [question]: word }
  }
  return answers
}

/** The same as text. */
export const writeAnswers = (answers: Answers): string =>
  askedQuestions(answers)
    .flatMap((question) => answers[question] ?? [])
    .join('.')

/** The answers with another one given; those that came after it are asked again where they must be. */
export const answer = (answers: Answers, question: ChooserQuestion, given: string): Answers => {
  const before: Answers = Object.fromEntries(
    (Object.keys(questions) as readonly ChooserQuestion[])
      .filter((one) => answers[one] !== undefined && one !== question)
      .map((one) => [one, answers[one]]),
  )
  const next: Answers = { ...before, [question]: given }
  return readAnswers(
    (Object.keys(questions) as readonly ChooserQuestion[])
      .filter((one) => one !== 'secret' || next.client === 'spa')
      .flatMap((one) => next[one] ?? [])
      .join('.'),
  )
}

const sessionStrategyFor = ({ client, ending }: Answers): SessionStrategy => {
  if (client === 'mobile') return 'jwt+refresh'
  return ending === 'weeks' ? 'session+refresh' : 'session'
}

const reasonsFor = (answers: Answers): readonly AdviceReason[] => {
  const { client, applications, ending } = answers
  const ends = ending === 'at-once'
  const isMobile = client === 'mobile'
  return [
    'code',
    applications === 'several' ? 'single-sign-on' : 'ready-for-more',
    ...(isMobile ? (['system-browser', 'device'] as const) : []),
    ...(isMobile && ends ? (['jwt-until-exp'] as const) : []),
    ...(!isMobile && ends ? (['ends-at-once'] as const) : []),
    ...(client === 'spa' && ends ? (['tokens-on-server'] as const) : []),
    ...(ending === 'weeks' ? (['lasts'] as const) : []),
    ...(ending === 'weeks' && !isMobile ? (['refresh-token-on-server'] as const) : []),
    ...(hasServer(answers) || isMobile
      ? []
      : (['needs-a-server', 'tokens-on-server', 'ends-at-once'] as const)),
  ]
}

const switchesFor = ({ client, ending }: Answers): readonly DefenceId[] => {
  if (client === 'mobile') return ['rotation', 'reuse-detection', 'jwt-minutes']
  return ending === 'weeks' ? ['refresh-token-place', 'host-prefix'] : ['host-prefix', 'same-site']
}

const find = (
  workflows: readonly Workflow[],
  client: ClientType,
  wanted: (workflow: Workflow) => boolean,
): string =>
  (
    workflows.find((one) => one.client === client && wanted(one)) ??
    workflows.find((one) => one.client === client)
  )?.slug ?? ''

/** Where the answers lead; null while there is something to ask. */
export const adviceFor = (answers: Answers, workflows: readonly Workflow[]): Advice | null => {
  const { client } = answers
  if (client === undefined || openQuestions(answers).length > 0) return null
  const sessionStrategy = sessionStrategyFor(answers)
  const wantsProxy = client === 'spa' && sessionStrategy === 'session'
  const instead: (workflow: Workflow) => boolean =
    client === 'spa' && !hasServer(answers)
      ? ({ login, fusionauth }) => login === 'native-at-fusionauth' && fusionauth === 'own-site'
      : client === 'mobile'
        ? ({ login }) => login === 'native-at-fusionauth'
        : (one) => one.login === 'native' && one.sessionStrategy === sessionStrategy
  return {
    slug: find(
      workflows,
      client,
      (one) =>
        one.login === 'authorization-code' &&
        one.sessionStrategy === sessionStrategy &&
        (one.backend === 'bff') === wantsProxy,
    ),
    reasons: reasonsFor(answers),
    defences: switchesFor(answers),
    instead: find(workflows, client, instead),
  }
}
