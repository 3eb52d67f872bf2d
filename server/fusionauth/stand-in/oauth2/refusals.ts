/** One function for each refusal of the OAuth endpoints. */
export * from './refusals/authorize.ts'
export * from './refusals/client.ts'
export * from './refusals/device.ts'
export * from './refusals/inspect.ts'
export * from './refusals/token.ts'
