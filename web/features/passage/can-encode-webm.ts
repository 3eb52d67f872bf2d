/** Whether this browser may make a WebM: it needs WebCodecs. Which codecs it has is known when it is asked. */
export const canEncodeWebm = (): boolean =>
  typeof VideoEncoder === 'function' && typeof VideoFrame === 'function'
