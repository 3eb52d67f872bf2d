/**
 * `login-lab` and `login-lab/embed` where there is no page: a site generator renders pages in Node, and imports
 * what they import. Elements are left as they stand in the text.
 */

/** @throws Error always: there is nothing that an element could be in */
const absent = function absent(): never {
  throw new Error('There is no page here. Make this element in a browser, after define().')
}

/** Stand for the classes of the two elements, so that a class may extend them. */
export { absent as LoginLab, absent as LoginLabEmbed }

/** Does nothing: no element can be defined here. */
export const define = (): void => undefined
