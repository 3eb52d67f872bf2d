import type { RequestParameters } from './parameters.ts'

/** What an authorization request may ask for (OAuth 2.0 Multiple Response Types §3, §4; no hybrids). */
export type ResponseType = 'code' | 'id_token' | 'token' | 'id_token token'

/** The way in which an answer travels (Multiple Response Types §2.1, Form Post Response Mode §1). */
export type ResponseMode = 'query' | 'fragment' | 'form_post'

const responseTypes: readonly ResponseType[] = ['code', 'id_token', 'token', 'id_token token']
const responseModes: readonly ResponseMode[] = ['query', 'fragment', 'form_post']

/** The words of `response_type` in any order; undefined for a type that is not offered. */
export const readResponseType = (text: string | undefined): ResponseType | undefined => {
  const words = (text ?? '').split(' ').toSorted().join(' ')
  return responseTypes.find((offered) => offered === words)
}

const usual = (responseType: ResponseType | undefined): ResponseMode =>
  responseType === undefined || responseType === 'code' ? 'query' : 'fragment'

/** Whether a mode may carry this answer: tokens never stand in a query (Multiple Response Types §3). */
export const mayTravel = (
  mode: string | undefined,
  responseType: ResponseType | undefined,
): mode is ResponseMode =>
  responseModes.some((offered) => offered === mode) &&
  (mode !== 'query' || usual(responseType) === 'query')

/** The mode of the answer; one that is not offered gives way to the usual one, to carry the refusal. */
export const responseModeOf = (parameters: RequestParameters): ResponseMode => {
  const responseType = readResponseType(parameters.get('response_type'))
  const asked = parameters.get('response_mode')
  return mayTravel(asked, responseType) ? asked : usual(responseType)
}
