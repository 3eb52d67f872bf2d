/**
 * Stands in for Node's `url` module, which the FusionAuth client's CommonJS build asks for: in a page
 * its two classes are globals.
 */
const { URL, URLSearchParams } = globalThis

export { URL, URLSearchParams }
