import createDOMPurify from 'dompurify'
import { attributes } from './attributes.mjs'

/** Takes the window that there is: a page's own, or one of jsdom. */
export const withWindow = (window) => {
  const { sanitize } = createDOMPurify(window)
  return {
    clean: (html) => sanitize(html),
    allowed: (html) => sanitize(html, { ADD_TAGS: ['login-lab-embed'], ADD_ATTR: attributes }),
  }
}
