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

/** The same address, played by the stand-in in this page; it names the same run, so it is loaded anew. */
const inPage = (): string => {
  const address = new URL(location.href)
  address.searchParams.set('run', 'page')
  return `${address.search}${address.hash}`
}

/** Why a run could not open, and the ways on. */
export const failed = (problem: Text, words: Words, again: () => void): TemplateResult => {
  const { lab } = words.ui
  const isOffline = !navigator.onLine
  return html`<div class="standalone" role="alert">
    <h2>${lab.notStarted}</h2>
    <p>${isOffline ? lab.offline : told(problem, words)}</p>
    <div class="variants">
      ${
        problem.code === 'problem.fusionauth-defence'
          ? html`<a class="go" target="_self" href=${inPage()}>${lab.onStandIn}</a>`
          : html`<button type="button" @click=${again}>${lab.tryAgain}</button>`
      }
      <a href="./">${lab.toStart}</a>
    </div>
  </div>`
}
