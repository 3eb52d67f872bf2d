import { loginForm, type Page } from './page.ts'

/** A page of FusionAuth that stands between a login and its end, and that the lesson cannot answer. */
export interface Obstacle {
  /** Becomes part of a message id. */
  readonly name: string
  /** What it is, in a few words for an arrow. */
  readonly label: string
  /** What it is and what to do about it, for the learner. */
  readonly problem: string
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
    label: 'Meets a page that asks for a second factor',
    path: /\/two-factor/,
    fields: /^(twoFactorId|twoFactorMethodId|trustComputer)$/,
    problem:
      'FusionAuth asks for a second factor, and the user of this lesson has none to give. Switch multi-factor login off for the tenant "Login Lab" and its applications, then open the page again.',
  },
  {
    name: 'registration',
    label: 'Meets a page that asks to register',
    path: /\/oauth2\/(authorized-not-registered|register|complete-registration|child-registration|not-registered)/,
    fields: /^(user\.|registration\.)/,
    problem:
      'FusionAuth asks the user to register for this application, or to complete the registration. Run `npm run provision` again, which registers the user of the lesson, then open the page again.',
  },
  {
    name: 'verification',
    label: 'Meets a page that waits for a verification',
    path: /\/(email|phone|registration|identity)\/(verif|sent)|verification-required/,
    fields: /^(verificationId|verificationOneTimeCode)$/,
    problem:
      'FusionAuth waits until the user has confirmed an e-mail address, a phone number or the registration. Mark the user ada@example.com as verified in FusionAuth, or switch the verification off, then open the page again.',
  },
  {
    name: 'password-change',
    label: 'Meets a page that asks for a new password',
    path: /\/password\/(change|forgot|complete|sent)|\/change-password/,
    fields: /^(changePasswordId|passwordConfirm|currentPassword)$/,
    problem:
      'FusionAuth asks the user to change the password before going on. Run `npm run provision` again, which sets the password of the lesson, or take the demand back in FusionAuth, then open the page again.',
  },
  {
    name: 'consent',
    label: 'Meets a page that asks for consent',
    path: /\/oauth2\/consent/,
    fields: /^(scopeConsents|allow|deny)/,
    problem:
      'FusionAuth asks the user for consent to what the application may see. It does so for third-party applications only: make the applications "Login Lab Store" and "Login Lab Forums" first-party, then open the page again.',
  },
]

/** The error that FusionAuth's error page shows as JSON; '' when there is none to read. */
const errorIn = (page: Page): string => {
  try {
    const body: unknown = JSON.parse(page.preformatted)
    if (typeof body !== 'object' || body === null) return ''
    const words = ['error', 'error_reason'].map(
      (name) => Object.entries(body).find(([key]) => key === name)?.[1],
    )
    return words.filter((word): word is string => typeof word === 'string').join(', ')
  } catch {
    return ''
  }
}

const refused = (page: Page): Obstacle => {
  const error = errorIn(page)
  const what = error === '' ? `status ${page.status}` : `${error} (status ${page.status})`
  return {
    name: 'error-page',
    label: 'Meets an error page',
    problem: `FusionAuth shows an error page instead of a login: ${what}. Run \`npm run provision\` again to bring its settings in order, then open the page again.`,
  }
}

const unknown = (page: Page): Obstacle => ({
  name: 'unknown-page',
  label: 'Meets a page it does not know',
  problem: `FusionAuth shows a page that the scripted browser does not know${page.title === '' ? '' : `: "${page.title.slice(0, 80)}"`}, at ${new URL(page.url).pathname}. Look at it in the last message, then answer or remove it in FusionAuth and open the page again.`,
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
