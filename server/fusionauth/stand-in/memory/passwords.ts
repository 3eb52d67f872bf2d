import { problem, type Problem } from '../shape.ts'
import type { Tenant } from './tenant.ts'

/**
 * Everything that a tenant's rules find wrong with a password (`passwordValidationRules`). The codes
 * beyond the length are inferred (asked: "codes of a password") from the names of FusionAuth's
 * messages.
 */
export const passwordProblems = (
  { passwordValidationRules: rules }: Tenant,
  password: string,
  field: string,
): readonly Problem[] => {
  const checks: readonly (readonly [string, boolean, string])[] = [
    ['tooShort', password.length < rules.minLength, `needs at least ${rules.minLength} characters`],
    [
      'tooLong',
      password.length > rules.maxLength,
      `may have at most ${rules.maxLength} characters`,
    ],
    [
      'singleCase',
      rules.requireMixedCase && !(/\p{Ll}/u.test(password) && /\p{Lu}/u.test(password)),
      'needs small and capital letters',
    ],
    [
      'onlyAlpha',
      rules.requireNonAlpha && !/[^\p{L}\p{N}]/u.test(password),
      'needs a character that is neither a letter nor a digit',
    ],
    ['requireNumber', rules.requireNumber && !/\p{N}/u.test(password), 'needs a digit'],
  ]
  return checks
    .filter(([, wrong]) => wrong)
    .map(([kind, , what]) => problem(kind, field, `The [${field}] ${what}.`))
}
