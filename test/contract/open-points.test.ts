/**
 * The questions about FusionAuth's wire that its public documents leave open or answer in two ways.
 * Runs against the stand-in, or against FUSIONAUTH_URL with FUSIONAUTH_API_KEY: then what was
 * observed is printed, and only what is documented can fail.
 */
import { afterAll, beforeAll } from 'vitest'
import { type Contract, openContract } from './support/contract.ts'
import { answerPoints } from './answers.suite.ts'
import { apiPoints } from './apis.suite.ts'
import { belongingPoints } from './belongings.suite.ts'
import { claimPoints } from './claims.suite.ts'
import { clientPoints } from './clients.suite.ts'
import { crossSitePoints } from './cross-site.suite.ts'
import { hostedPoints } from './hosted.suite.ts'
import { keyPoints } from './keys.suite.ts'
import { loginPoints } from './logins.suite.ts'
import { markedPoints } from './marks.suite.ts'
import { rulePoints } from './rules.suite.ts'
import { scopePoints } from './scopes.suite.ts'
import { tenantPoints } from './tenants.suite.ts'
import { tokenEndpointPoints } from './token-endpoint.suite.ts'
import { tokenPoints } from './tokens.suite.ts'
import { userPoints } from './users.suite.ts'
import { vendedPoints } from './vended.suite.ts'

let lab: Contract

beforeAll(async () => {
  lab = await openContract()
}, 60_000)

afterAll(() => lab.close())

tokenEndpointPoints(() => lab)
claimPoints(() => lab)
tenantPoints(() => lab)
tokenPoints(() => lab)
keyPoints(() => lab)
rulePoints(() => lab)
scopePoints(() => lab)
apiPoints(() => lab)
belongingPoints(() => lab)
userPoints(() => lab)
crossSitePoints(() => lab)
loginPoints(() => lab)
clientPoints(() => lab)
vendedPoints(() => lab)
hostedPoints(() => lab)
answerPoints(() => lab)
// Last, because it looks at what was asked before.
markedPoints(() => lab)
