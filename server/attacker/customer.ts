import { hackerName } from '../../scenarios/attacks/people.ts'
import type { Account, World } from '../../scenarios/engine/ports.ts'
import type { FusionAuthHost } from '../fusionauth/host.ts'
import type { Ids } from '../fusionauth/ids.ts'

/** The Hacker as a customer like any other. */
const hackerAccount: Account = {
  loginId: 'mallory@evil.example',
  password: 'nobody-will-ever-know',
  name: hackerName,
}

/** The Hacker joins once, in the middle of a run. */
export const enrolment = (
  { enrol }: Pick<FusionAuthHost, 'enrol'>,
  ids: Ids,
): Pick<World, 'enrolHacker'> => {
  const { loginId: email, password, name: fullName } = hackerAccount
  const [firstName = '', lastName = ''] = fullName.split(' ')
  let isEnrolled = false
  return {
    enrolHacker: async () => {
      const user = { id: ids.hacker, email, password, firstName, lastName, fullName }
      const registrations = [{ applicationId: ids.Store }, { applicationId: ids.Forums }]
      if (!isEnrolled) await enrol({ user, registrations })
      isEnrolled = true
      return hackerAccount
    },
  }
}
