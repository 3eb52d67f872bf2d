import { keepsSession } from '../../../scenarios/catalogue/workflows.ts'
import type { House } from '../house.ts'
import type { Keeping } from '../keeping.ts'
import { keepBearer } from './bearer.ts'
import { keepJwt } from './jwt.ts'
import { isKnownByCookie } from './needs.ts'
import { keepSession } from './session.ts'

/** The keep of a workflow, by its row. */
export const keepingOf = (house: Omit<House, 'keeping'>): Keeping => {
  if (!isKnownByCookie(house.settings)) return keepBearer(house)
  return keepsSession(house.settings) ? keepSession(house) : keepJwt(house)
}
