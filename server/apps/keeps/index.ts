import { keepsSession } from '../../../scenarios/catalogue/workflows.ts'
import type { House } from '../house.ts'
import type { Keeping } from '../keeping.ts'
import { keepBearer } from './bearer.ts'
import { keepJwt } from './jwt.ts'
import { keepSession } from './session.ts'

/** The keep of a workflow, by its row. */
export const keepingOf = (house: Omit<House, 'keeping'>): Keeping => {
  const { client, keep } = house.settings
  if (client === 'mobile' || keep === 'jwt-local-storage') return keepBearer(house)
  return keepsSession({ keep }) ? keepSession(house) : keepJwt(house)
}
