import sanitizeHtml from 'sanitize-html'
import { attributes } from './attributes.mjs'

const { allowedTags, allowedAttributes } = sanitizeHtml.defaults

export const clean = (html) => sanitizeHtml(html)

export const allowed = (html) =>
  sanitizeHtml(html, {
    allowedTags: [...allowedTags, 'img', 'login-lab-embed'],
    allowedAttributes: { ...allowedAttributes, 'login-lab-embed': attributes },
  })
