import { hackerName } from '../../scenarios/attacks/people.ts'
import type { Account, World } from '../../scenarios/engine/ports.ts'
import type { FusionAuthHost } from '../fusionauth/host.ts'
import type { Ids } from '../fusionauth/ids.ts'

const hackerId = '6c6f6769-6e20-4c61-8200-0000000000fa'

/** The Hacker as a customer like any other. */
const hackerAccount: Account = {
  loginId: 'mallory@evil.example',
  password: 'nobody-will-ever-know',
  name: hackerName,
}

/** The Hacker joins once, in the middle of a run. */
export const enrolment = (host: FusionAuthHost, ids: Ids): Pick<World, 'enrolHacker'> => {
  const { enrol } = host
  if (enrol === undefined) return {}
  const { loginId: email, password, name: fullName } = hackerAccount
  const [firstName = '', lastName = ''] = fullName.split(' ')
  let isEnrolled = false
  return {
    enrolHacker: () => {
      const user = { id: hackerId, email, password, firstName, lastName, fullName }
      const registrations = [{ applicationId: ids.Store }, { applicationId: ids.Forums }]
      if (!isEnrolled) enrol({ user, registrations })
      isEnrolled = true
      return Promise.resolve(hackerAccount)
    },
  }
}
