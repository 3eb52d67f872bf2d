import { defenceIds } from '../../scenarios/defences/defence.ts'
import { readDefences } from '../../scenarios/defences/read.ts'
import type { LabElement } from '../api/lab-element.ts'
import { readSwitches, type Switches } from './text.ts'

/** The switches that a lab is asked for, as far as they exist; what is strange about them is told. */
export const askedDefences = (lab: LabElement): Switches => {
  const asked = Object.entries(readSwitches(lab.defences))
  const known = asked.filter(([name, value]) => {
    const read = readDefences({ [name]: value })
    if (read.ok) return true
    lab.strange = [
      ...lab.strange,
      read.why === 'name'
        ? { name: 'defence', value: name, known: defenceIds }
        : { name, value: String(value), known: [read.wanted] },
    ]
    return false
  })
  return Object.fromEntries(known)
}
