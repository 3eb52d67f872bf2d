import { html, type Markup } from '../markup.ts'
import type { OAuthRefusal } from './refusal.ts'

const style = html`
  <style>
    :root {
      color-scheme: light;
      font:
        16px/1.5 system-ui,
        sans-serif;
      color: #1e2a3b;
    }
    body {
      margin: 0;
      min-height: 100vh;
      display: grid;
      place-items: center;
      background: #eef1f6;
    }
    main {
      box-sizing: border-box;
      width: min(26rem, calc(100vw - 2rem));
      margin: 2rem 0;
      padding: 2rem;
      background: #fff;
      border: 1px solid #d5dbe5;
      border-radius: 12px;
      box-shadow: 0 8px 30px rgb(30 42 59 / 8%);
    }
    .brand {
      display: flex;
      align-items: center;
      gap: 0.6rem;
      margin: 0 0 1.5rem;
      font-weight: 600;
      color: #c2410c;
    }
    .brand::before {
      content: '';
      width: 1.1rem;
      height: 1.1rem;
      border-radius: 50%;
      border: 0.28rem solid currentcolor;
    }
    h1 {
      margin: 0 0 0.25rem;
      font-size: 1.5rem;
      line-height: 1.2;
    }
    p {
      margin: 0 0 1.25rem;
      color: #4a5872;
    }
    label {
      display: block;
      font-weight: 600;
    }
    .field {
      margin: 0 0 1rem;
    }
    .field input {
      box-sizing: border-box;
      width: 100%;
      margin-top: 0.25rem;
      padding: 0.6rem 0.7rem;
      font: inherit;
      color: inherit;
      background: #fff;
      border: 1px solid #8793a8;
      border-radius: 8px;
    }
    .field input[aria-invalid] {
      border-color: #b42318;
    }
    input:focus-visible,
    button:focus-visible {
      outline: 3px solid #f7a477;
      outline-offset: 1px;
    }
    .box {
      display: flex;
      align-items: center;
      gap: 0.5rem;
      margin: 0 0 1.25rem;
      font-weight: 400;
    }
    .box input {
      width: 1.1rem;
      height: 1.1rem;
      accent-color: #c2410c;
    }
    button {
      width: 100%;
      padding: 0.7rem;
      font: inherit;
      font-weight: 600;
      color: #fff;
      background: #c2410c;
      border: 0;
      border-radius: 8px;
      cursor: pointer;
    }
    button:hover {
      background: #9a3412;
    }
    .error {
      margin: 0 0 1rem;
      padding: 0.6rem 0.8rem;
      color: #8f1d14;
      background: #fdecea;
      border: 1px solid #f3b8b2;
      border-radius: 8px;
    }
    .note {
      margin: 0.25rem 0 0;
      color: #b42318;
      font-size: 0.9rem;
    }
    pre {
      overflow: auto;
      margin: 0;
      padding: 1rem;
      background: #f4f6fa;
      border-radius: 8px;
      font-size: 0.85rem;
    }
    iframe {
      display: none;
    }
  </style>
`

/** The frame of every hosted page: one card, no script, nothing loaded from elsewhere. */
export const page = (title: string, content: Markup, head: Markup = html``): Markup =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} | FusionAuth</title>
        ${head}${style}
      </head>
      <body>
        <main>
          <p class="brand">FusionAuth</p>
          ${content}
        </main>
      </body>
    </html> `

/** A refusal that must not redirect: the JSON of the error in a page, as FusionAuth shows it. */
export const errorPage = (refusal: OAuthRefusal): Markup =>
  page(
    'Error',
    html`<h1>Oops</h1>
      <p role="alert">
        The request cannot be answered. Go back to the application and start again.
      </p>
      <pre>${JSON.stringify(refusal.body, null, 2)}</pre>`,
  )
