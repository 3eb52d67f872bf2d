import { describe } from 'vitest'
import { bridgeSuite } from './bridge.suite.ts'

describe('The bridge in a page', bridgeSuite)
