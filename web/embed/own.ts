import { folderIn } from './host.ts'

/** The element that runs this script; null for a module. */
export const script = document.currentScript

const source = script instanceof HTMLScriptElement ? script.src : ''

/** Where this script came from: the folder of the lab that it embeds. */
export const base = new URL('.', source || (folderIn(new Error().stack ?? '') ?? document.baseURI))
