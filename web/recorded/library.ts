import {
  type CompactRecording,
  type CompactWords,
  type RecordingPart,
} from '../../scenarios/recorded/compact.ts'
import { runsHeader } from '../../server/runs-header.ts'
import { fileAt } from './files.ts'

/** Where recordings come from. A page asks for each once, however many players show it. */
export interface Library {
  /**
   * The lessons of a workflow that are in a part.
   *
   * @throws NotRecorded when there is no such workflow; Error when it does not come
   */
  recording(workflow: string, part: RecordingPart): Promise<CompactRecording>
  /** What is told of a part in a language. @throws Error when it does not come */
  words(language: string, part: RecordingPart): Promise<CompactWords>
  /** Its server has runs at a real FusionAuth, as far as it was asked. */
  readonly isReal: boolean
}

/** There is no recording of that name. */
export class NotRecorded extends Error {
  constructor(address: string) {
    super(`Nothing is recorded at ${address}.`)
    this.name = 'NotRecorded'
  }
}

/** What gzip begins with (RFC 1952 §2.3.1). */
const isPacked = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

/**
 * Reads JSON that is packed with gzip. A server that takes the packing for its own has already undone
 * it, so what is not packed is read as it is.
 */
const readPacked = async (response: Response): Promise<unknown> => {
  const bytes = await response.arrayBuffer()
  if (!isPacked(new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength))))
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Response(unpacked).json()
}

/**
 * The recordings of a lab.
 *
 * @param lab folder of the lab, with a slash at its end
 */
export const createLibrary = (lab: URL, fetcher: typeof fetch = fetch): Library => {
  const asked = new Map<string, Promise<unknown>>()
  let isReal = false
  const load = async (path: string): Promise<unknown> => {
    const address = fileAt(lab, path)
    const response = await fetcher(address, { credentials: 'omit' })
    isReal = response.headers.get(runsHeader) === 'fusionauth'
    if (response.status === 404) throw new NotRecorded(address)
    if (!response.ok) throw new Error(`${address} answers ${response.status}.`)
    return readPacked(response)
  }
  const get = (path: string): Promise<unknown> => {
    const known = asked.get(path)
    if (known !== undefined) return known
    const coming = load(path)
    asked.set(path, coming)
    // What did not come is asked for again by the next one.
    coming.catch(() => asked.delete(path))
    return coming
  }
  return {
    get isReal() {
      return isReal
    },
    recording: (workflow, part) => get(`${workflow}.${part}`) as Promise<CompactRecording>,
    words: (language, part) => get(`words.${language}.${part}`) as Promise<CompactWords>,
  }
}
