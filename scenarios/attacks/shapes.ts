import type { Shape } from '../catalogue/workflow.ts'

/** Which workflows an attack can be tried at, where several ask the same. */

/** A server redeems the code: that of a web application, or that of a single-page app. */
export const isServerSide = ({ client, login }: Shape): boolean =>
  login === 'authorization-code' && client !== 'mobile'
