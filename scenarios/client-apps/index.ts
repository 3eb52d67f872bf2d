import type { Programs } from '../engine/script/page-script.ts'
import { mobile } from './mobile.ts'
import { spa } from './spa.ts'

/** The programs of the two companies' own clients; pages name them in `data-program`. */
export const clientPrograms: Programs = new Map([
  ['spa', spa],
  ['mobile', mobile],
])
