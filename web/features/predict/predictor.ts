import { isRight, questionsOf, type Question } from '../../../scenarios/predict/index.ts'
import type { RunState } from '../../../scenarios/model/run.ts'
import type { Trace } from '../../../scenarios/model/trace.ts'
import type { LessonTelling } from '../../player/lesson-telling.ts'
import { ownQuestionsOf } from '../../../scenarios/own-lessons/questions.ts'
import { remember, remembered } from '../../ui/remember.ts'
import { isJsonObject, jsonObject } from '../../../scenarios/model/json.ts'

const storage = 'login-lab.predict'

/** Right or not, by run and question. */
type GivenAnswers = Readonly<Record<string, Readonly<Record<string, boolean>>>>

const isAnswers = (value: unknown): value is GivenAnswers =>
  isJsonObject(value) && Object.values(value).every(isJsonObject)

const load = (): GivenAnswers => {
  const kept = jsonObject(remembered(storage) ?? '')
  return isAnswers(kept) ? kept : {}
}

/** An own lesson has no name that would tell it from others, so its title does. */
const runOf = ({ workflow, lesson, seed, profile }: Trace, own: LessonTelling | null): string =>
  [workflow, lesson, seed, profile, ...(own === null ? [] : [JSON.stringify(own.of.title)])].join(
    ' ',
  )

/** Branches have ids of one run only, so their answers are kept with that. */
const keyOf = ({ branch, branches }: RunState, { id }: Question): string =>
  branches[0]?.id === branch ? id : `${branch}:${id}`

/** The answers on further branches of one run, by branch and question; they are kept with the run. */
export interface BranchAnswers {
  get(): Readonly<Record<string, boolean>>
  set(answers: Readonly<Record<string, boolean>>): void
}

const ofThisVisit = (): BranchAnswers => {
  let answers: Readonly<Record<string, boolean>> = {}
  return {
    get: () => answers,
    set: (now) => {
      answers = now
    },
  }
}

/** Right answers among those given. */
export interface Score {
  readonly right: number
  readonly all: number
}

/** The questions of a run, and what they were found in. */
interface AskedQuestions {
  readonly of: Trace['messages']
  readonly lesson: LessonTelling | null
  readonly questions: readonly Question[]
}

/** Knows the questions of a run and what was answered; keeps it in this browser, and nowhere else. */
export class Predictor {
  #answers = load()
  readonly #ofBranches: BranchAnswers
  readonly #lesson: () => LessonTelling | null
  readonly #skipped = new Set<string>()
  #asked: AskedQuestions | null = null

  /** @param lesson the own lesson that is played; null for one of the catalogue */
  constructor(
    ofBranches: BranchAnswers = ofThisVisit(),
    lesson: () => LessonTelling | null = () => null,
  ) {
    this.#ofBranches = ofBranches
    this.#lesson = lesson
  }

  /** The first question before message `n` that was neither answered nor skipped; null for none. */
  openAt(run: RunState, n: number): Question | null {
    const answers = this.#answersTo(run)
    const isOpen = (question: Question): boolean => {
      const key = keyOf(run, question)
      return question.n === n && answers[key] === undefined && !this.#skipped.has(key)
    }
    return this.#questions(run).find(isOpen) ?? null
  }

  /** Takes an answer down; true when it is right. */
  answer(run: RunState, question: Question, chosen: ReadonlySet<string>): boolean {
    const right = isRight(question, chosen)
    const given = { [keyOf(run, question)]: right }
    const key = runOf(run.trace, this.#lesson())
    if (run.branches[0]?.id === run.branch)
      this.#keep({ ...this.#answers, [key]: { ...this.#answers[key], ...given } })
    else this.#ofBranches.set({ ...this.#ofBranches.get(), ...given })
    return right
  }

  /** Does not ask it again in this visit. */
  skip(run: RunState, question: Question): void {
    this.#skipped.add(keyOf(run, question))
  }

  score(run: RunState): Score {
    const answers = Object.values(this.#answersTo(run))
    return { right: answers.filter(Boolean).length, all: answers.length }
  }

  /** Asks everything of this run again. */
  retry({ trace }: RunState): void {
    this.#skipped.clear()
    this.#ofBranches.set({})
    const { [runOf(trace, this.#lesson())]: _, ...others } = this.#answers
    this.#keep(others)
  }

  /** Forgets the answers of all runs. */
  forget(): void {
    this.#skipped.clear()
    this.#ofBranches.set({})
    this.#keep({})
  }

  #answersTo({ trace }: RunState): Readonly<Record<string, boolean>> {
    return { ...this.#answers[runOf(trace, this.#lesson())], ...this.#ofBranches.get() }
  }

  #keep(answers: GivenAnswers): void {
    this.#answers = answers
    remember(storage, JSON.stringify(answers))
  }

  #questions({ trace, plan }: RunState): readonly Question[] {
    const lesson = this.#lesson()
    if (this.#asked?.of !== trace.messages || this.#asked.lesson !== lesson) {
      // An author who asks nothing leaves the questions to the lab.
      const isAsking = lesson !== null && (lesson.of.questions ?? []).length > 0
      const questions = isAsking
        ? ownQuestionsOf(lesson.of, trace, lesson.say)
        : questionsOf(trace, plan)
      this.#asked = { of: trace.messages, lesson, questions }
    }
    return this.#asked.questions
  }
}
