import { english } from './english.ts'
import type { Stories } from './story.ts'

export const spanish: Stories = english
