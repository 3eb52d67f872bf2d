/**
 * `login-lab` and `login-lab/embed` where there is no page: a site generator renders pages in Node, and imports
 * what they import. Elements are left as they stand in the text.
 */

/** Stands for the class of `<login-lab>`. */
export class LoginLab {}

/** Stands for the class of `<login-lab-embed>`. */
export class LoginLabEmbed {}

/** Does nothing: no element can be defined here. */
export const define = (): void => undefined
