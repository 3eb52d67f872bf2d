import type { WorkflowShape } from '../model/workflow-shape.ts'
import { keepsSession } from '../machine/credentials.ts'

/** Which workflows an attack can be tried at, where several ask the same. */

/** A server redeems the code: that of a web application, or that of a single-page app. */
export const isServerSide = ({ client, login }: WorkflowShape): boolean =>
  login === 'authorization-code' && client !== 'mobile'

/** The user has a browser, and not an app on a phone. */
export const inBrowser = ({ client }: WorkflowShape): boolean => client !== 'mobile'

/** A session of the application's own opens it. */
export const hasSessionCookie = (shape: WorkflowShape): boolean =>
  inBrowser(shape) && keepsSession(shape)

/** A cookie of the application's own opens it. */
export const hasCookie = (shape: WorkflowShape): boolean =>
  inBrowser(shape) &&
  shape.sessionStrategy !== 'jwt-local-storage' &&
  shape.fusionauth === 'own-site'
