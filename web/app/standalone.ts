import { html, type TemplateResult } from 'lit'
import type { Words } from '../i18n/catalogue.ts'
import { told } from '../i18n/told.ts'
import type { Text } from '../../scenarios/model/text.ts'

/** While a run opens: nothing at first, then what is waited for. */
export const opening = ({ ui: { lab } }: Words): TemplateResult =>
  html`<div class="standalone" role="status">
    <p class="late">${lab.starting}</p>
    <p class="late later quiet">${lab.stillStarting}</p>
  </div>`

/** Why a run could not open, and the ways on. */
export const failed = (problem: Text, words: Words, again: () => void): TemplateResult => {
  const { lab } = words.ui
  const isOffline = !navigator.onLine
  return html`<div class="standalone" role="alert">
    <h2>${lab.notStarted}</h2>
    <p>${isOffline ? lab.offline : told(problem, words)}</p>
    <div class="variants">
      <button type="button" @click=${again}>${lab.tryAgain}</button>
      <a href="./">${lab.toStart}</a>
    </div>
  </div>`
}
