import { describe } from 'vitest'
import { tourSuite } from './tour.suite.ts'

describe('The stand-in in Node', tourSuite)
