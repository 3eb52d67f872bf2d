import { cookiesThroughFetch } from './cookies.suite.ts'

cookiesThroughFetch()
