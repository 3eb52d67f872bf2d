import { markup } from '../markup.ts'

/** The look of the hosted pages: our own, in the page itself, so that nothing is loaded. */
export const pageStyle = markup`<style>
:root { color-scheme: light; font: 16px/1.5 system-ui, sans-serif; color: #1e2a3b }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #eef1f6 }
main { box-sizing: border-box; width: min(26rem, calc(100vw - 2rem)); margin: 2rem 0; padding: 2rem; background: #fff; border: 1px solid #d5dbe5; border-radius: 12px; box-shadow: 0 8px 30px rgb(30 42 59 / 8%) }
h1 { margin: 0 0 .25rem; font-size: 1.5rem; line-height: 1.2 }
p { margin: 0 0 1.25rem; color: #4a5872 }
.brand { display: flex; align-items: center; gap: .6rem; margin: 0 0 1.5rem; font-weight: 600; color: #b93a08 }
.brand::before { content: ''; width: 1.1rem; height: 1.1rem; border: .28rem solid currentcolor; border-radius: 50% }
label { display: block; font-weight: 600 }
.field { margin: 0 0 1rem }
.field input { box-sizing: border-box; width: 100%; margin-top: .25rem; padding: .6rem .7rem; font: inherit; color: inherit; background: #fff; border: 1px solid #8793a8; border-radius: 8px }
.field input[aria-invalid] { border-color: #b42318 }
.box { display: flex; align-items: center; gap: .5rem; margin: 0 0 1.25rem; font-weight: 400 }
.box input { width: 1.1rem; height: 1.1rem; margin: 0; accent-color: #b93a08 }
button { width: 100%; padding: .7rem; font: inherit; font-weight: 600; color: #fff; background: #b93a08; border: 0; border-radius: 8px; cursor: pointer }
ul { margin: 0 0 1.25rem; padding-left: 1.25rem }
.quiet { margin-top: .6rem; color: #1e2a3b; background: #e3e8f0 }
.quiet:hover { background: #d3dae6 }
button:not(.quiet):hover { background: #942e07 }
input:focus-visible, button:focus-visible { outline: 3px solid #f7a477; outline-offset: 1px }
.error { margin: 0 0 1rem; padding: .6rem .8rem; color: #8f1d14; background: #fdecea; border: 1px solid #f3b8b2; border-radius: 8px }
.note { margin: .25rem 0 0; font-size: .9rem; color: #b42318 }
pre { margin: 0; padding: 1rem; white-space: pre-wrap; overflow-wrap: anywhere; font-size: .85rem; background: #f4f6fa; border-radius: 8px }
iframe { display: none }
</style>`
