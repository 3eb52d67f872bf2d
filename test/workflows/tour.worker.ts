import { played } from '../support/play.ts'

/** Plays a tour inside a Web Worker and posts its trace as JSON. */
self.addEventListener('message', ({ data }: MessageEvent<string>) => {
  played({ workflow: data }).then(
    (trace) => self.postMessage({ trace: JSON.stringify(trace) }),
    (error: unknown) => self.postMessage({ problem: String(error) }),
  )
})
