import { loginForm, type Page } from './page.ts'
import { type Text, textOf } from '../model/text.ts'
import { jsonObject } from '../model/json.ts'

/** A page of FusionAuth that stands between a login and its end, and that the lesson cannot answer. */
export interface Obstacle {
  /** Becomes part of a message id. */
  readonly name: string
  /** What it is, in a few words for an arrow. */
  readonly label: Text
  /** What it is and what to do about it, for the learner. */
  readonly problem: Text
}

interface ObstacleKind extends Obstacle {
  readonly path: RegExp
  /** Names of controls that give it away under any address. */
  readonly fields: RegExp
}

/** Addresses and names of FusionAuth's hosted pages (theme templates of 1.68). First match wins. */
const kinds: readonly ObstacleKind[] = [
  {
    name: 'two-factor',
    label: textOf('note.asked-second-factor'),
    path: /\/two-factor/,
    fields: /^(twoFactorId|twoFactorMethodId|trustComputer)$/,
    problem: textOf('problem.second-factor'),
  },
  {
    name: 'registration',
    label: textOf('note.asked-registration'),
    path: /\/oauth2\/(authorized-not-registered|register|complete-registration|child-registration|not-registered)/,
    fields: /^(user\.|registration\.)/,
    problem: textOf('problem.registration'),
  },
  {
    name: 'verification',
    label: textOf('note.asked-verification'),
    path: /\/(email|phone|registration|identity)\/(verif|sent)|verification-required/,
    fields: /^(verificationId|verificationOneTimeCode)$/,
    problem: textOf('problem.verification'),
  },
  {
    name: 'password-change',
    label: textOf('note.asked-new-password'),
    path: /\/password\/(change|forgot|complete|sent)|\/change-password/,
    fields: /^(changePasswordId|passwordConfirm|currentPassword)$/,
    problem: textOf('problem.password-change'),
  },
  {
    name: 'consent',
    label: textOf('note.asked-consent'),
    path: /\/oauth2\/consent/,
    fields: /^(scopeConsents|allow|deny)/,
    problem: textOf('problem.consent'),
  },
]

/** The error that FusionAuth's error page shows as JSON; '' when there is none to read. */
const errorIn = (page: Page): string => {
  const body = jsonObject(page.preformatted) ?? {}
  return [body['error'], body['error_reason']].filter((word) => typeof word === 'string').join(', ')
}

const refused = (page: Page): Obstacle => {
  return {
    name: 'error-page',
    label: textOf('note.error-page'),
    problem: textOf('problem.error-page', { error: errorIn(page), status: page.status }),
  }
}

const unknown = (page: Page): Obstacle => ({
  name: 'unknown-page',
  label: textOf('note.unknown-page'),
  problem: textOf('problem.unknown-page', {
    title: page.title.slice(0, 80),
    path: new URL(page.url).pathname,
  }),
})

/**
 * What stands in the way on a page of FusionAuth's own; null for a login form, whatever its status.
 * Anything else is an obstacle, since a login that ends there has not come to its end.
 */
export const obstacleOf = (page: Page): Obstacle | null => {
  const path = new URL(page.url).pathname
  const names = page.forms.flatMap(({ fields }) => fields.map(({ name }) => name))
  const byFields = kinds.find(({ fields }) => names.some((name) => fields.test(name)))
  if (byFields !== undefined) return byFields
  if (loginForm(page)?.fields.some(({ type }) => type === 'password') === true) return null
  if (page.status >= 400) return refused(page)
  const byPath = kinds.find((kind) => kind.path.test(path))
  if (byPath !== undefined) return byPath
  return loginForm(page) === undefined ? unknown(page) : null
}
