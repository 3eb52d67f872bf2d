import { html } from 'lit'

/** The way home, with the name and the sign: a message and its answer between two lifelines. */
export const brand = html`<a class="brand" href="./">
  <svg viewBox="0 0 24 24" aria-hidden="true">
    <path class="lane" d="M5 3v18M19 3v18" />
    <path class="out" d="M5 8.5h11M12.5 5l3.5 3.5-3.5 3.5" />
    <path class="in" d="M19 16H9" />
    <circle class="dot" cx="8" cy="16" r="1.75" />
  </svg>
  <span>Login Lab</span>
</a>`
