/** Least and greatest height that a frame may ask for, in CSS pixels. */
export const heights = [240, 2000] as const

/** The style sheet inside `<login-lab-embed>`. */
export const styles = `
  :host { display: block; position: relative; min-block-size: 200px; container-type: inline-size }
  :host([hidden]) { display: none }
  div { position: absolute; inset: 0; overflow: hidden; visibility: hidden }
  .ready { position: static; visibility: inherit }
  iframe { display: block; inline-size: 100%; block-size: 560px; border: 1px solid #8886; border-radius: 10px; box-sizing: border-box; color-scheme: normal }
  button { inline-size: 100%; min-block-size: 200px; font: 600 1rem system-ui, sans-serif; border: 1px solid #8886; border-radius: 10px; background: none; color: inherit; cursor: pointer }
  ::slotted(*) { cursor: pointer }
  .busy::slotted(*), .busy button { cursor: progress; opacity: 0.7 }
`
