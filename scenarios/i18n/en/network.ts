import { createSay, type TextCatalogue } from '../catalogue.ts'
import { plain } from '../plain.ts'
import type { NetworkText } from '../../model/text.ts'
import type { NetworkTexts } from '../../model/texts/network.ts'

export const network: TextCatalogue<NetworkTexts> = {
  'network.status': ({ status }) => `it answered with status ${status}`,
  'network.refused-status': ({ status }) => `it answered ${status}`,
  'network.no-json': 'its answer could not be read as JSON',
  'network.lacks': ({ status }) => `its answer (${status}) lacks what it should hold`,
  'network.stopped': 'connection refused, FusionAuth is stopped',
  'network.no-such-host': ({ host }) => `no such host: ${host}`,
  'network.cut': 'the connection was cut',
  'network.not-open': 'the world is not open yet',
  'network.many-redirects': ({ count }) => `more than ${count} redirects`,
  'network.circle': 'pages go in a circle',
  'network.cut-off': ({ origin }) =>
    `${origin} broke off in the middle of its answer: the connection was closed before all of it had arrived.`,
  'network.too-large': ({ origin, count }) =>
    `The answer of ${origin} is larger than ${count} bytes and was not read to its end.`,
  'network.host-not-found': ({ host }) =>
    `There is no host ${host}: its name could not be found. Check the address, and the network.`,
  'network.connection-refused': ({ origin }) =>
    `Nothing listens at ${origin}: the connection was refused. Is FusionAuth running there?`,
  'network.no-way': ({ origin }) => `There is no way to ${origin} in this network.`,
  'network.timeout': ({ origin, count }) =>
    `${origin} did not answer in full within ${count} seconds. Is it overloaded, or stuck?`,
  'network.upgraded': ({ origin }) => `${origin} wants to speak something other than HTTP.`,
  'network.no-tls': ({ origin }) =>
    `${origin} does not speak TLS. Is its address http: rather than https:?`,
  'network.bad-header':
    'The request holds a character that no HTTP header may hold, so it was not sent.',
  'network.not-http': ({ origin, code }) =>
    `What ${origin} answers is not HTTP (${code}). Is something else listening there?`,
  'network.damaged': ({ origin, code }) =>
    `The answer of ${origin} is packed, and its packing is damaged (${code}).`,
  'network.certificate': ({ origin, code }) =>
    `The certificate of ${origin} could not be trusted (${code}).`,
  'network.failed': ({ origin, code }) =>
    `The exchange with ${origin} failed${code === '' ? '' : ` (${code})`}.`,
  'network.other-origin': ({ origin }) =>
    `Login Lab talks to ${origin} only, and to no other address.`,
  'cors.missing': ({ header }) => `the answer has no ${header}`,
  'cors.any-origin': ({ header }) => `with credentials ${header} must name the origin, not *`,
  'cors.other-origin': ({ header, allowed, origin }) =>
    `${header} is ${allowed}, and the page is of ${origin}`,
  'cors.credentials': ({ header }) => `the answer does not allow credentials (${header})`,
  'cors.preflight-status': ({ status }) => `the preflight was answered with status ${status}`,
  'cors.not-listed': ({ header, name }) => `${header} does not list ${name}`,
}

/** Without all other texts, for a Worker in which runs run. */
export const sayNetworkEnglish: (reason: NetworkText) => string = createSay({
  ...plain,
  ...network,
})
