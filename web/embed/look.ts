/** The style sheet inside `<login-lab-embed>`. A rule of the page for the element goes before `:host`. */
export const styles = `
  :host { display: block; position: relative; aspect-ratio: 100 / 62; min-block-size: 460px; max-block-size: 720px; inline-size: 100%; contain: layout; }
  @media (max-width: 40rem) { :host { min-block-size: 580px } }
  :host([hidden]) { display: none }
  .box { position: absolute; inset: 0; visibility: hidden }
  .box.is-ready { visibility: inherit }
  .box > * { position: absolute; inset: 0; box-sizing: border-box; inline-size: 100%; block-size: 100% }
  iframe { display: block; border: 1px solid #8886; border-radius: 10px; color-scheme: normal; visibility: hidden }
  iframe.is-shown { visibility: inherit }
  button { inline-size: 100%; min-block-size: 200px; font: 600 1rem system-ui, sans-serif; border: 1px solid #8886; border-radius: 10px; background: none; color: inherit; cursor: pointer }
  p { margin: 0.5em 0 }
  p:empty { display: none }
  ::slotted(*) { cursor: pointer }
  @media print { .box { color-scheme: light !important } }
  .busy { cursor: progress }
  .busy::slotted(*), .busy button { cursor: progress; opacity: 0.7 }
`

const length = /^\d{2,4}$/
const ratio = /^\d{1,4}(?:\.\d{1,4})?\s*\/\s*\d{1,4}(?:\.\d{1,4})?$/

/**
 * The rule for a height that the author bounds.
 *
 * @param height CSS pixels, as an attribute has it
 * @param aspect width to height, such as `16 / 9`
 */
export const boundsOf = (height: string | null, aspect: string | null): string => {
  if (height !== null && length.test(height.trim()))
    return `:host { block-size: ${height.trim()}px; min-block-size: 0; max-block-size: none; aspect-ratio: auto }`
  if (aspect !== null && ratio.test(aspect.trim()))
    return `:host { aspect-ratio: ${aspect.trim()}; min-block-size: 0; max-block-size: none }`
  return ''
}

/** Least and greatest height that a frame may ask for, in CSS pixels. */
const heights = [240, 2000] as const

/** The rule for the height that a live player would like; '' for none. */
export const wishedHeight = (wish: number): string => {
  if (!(wish > 0)) return ''
  const height = Math.max(heights[0], Math.min(heights[1], wish))
  return `:host { block-size: ${height}px; min-block-size: 0; max-block-size: none; aspect-ratio: auto }`
}
