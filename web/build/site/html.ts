const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' }

/** Text for an element or a quoted attribute. */
export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<"]/g, (one) => names[one] ?? one)

/** An attribute, without quotes where HTML needs none (HTML, “Unquoted attribute value syntax”). */
export const attribute = (name: string, value: string): string =>
  /^[^\s"'=<>`&]+$/.test(value) && !value.endsWith('/')
    ? ` ${name}=${value}`
    : ` ${name}="${escapeHtml(value)}"`
