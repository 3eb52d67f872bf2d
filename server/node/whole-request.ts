/**
 * A request whose body has arrived whole. Read as text, which is how forms and JSON are read here,
 * it costs no stream, and streams cost more than all else in a small request; read in any other way
 * it is what the platform makes of it.
 */
export class WholeRequest extends Request {
  readonly #bytes: Uint8Array<ArrayBuffer>
  readonly #init: RequestInit
  #platform: Request | undefined
  #wasRead = false

  constructor(url: string, init: RequestInit, bytes: Uint8Array<ArrayBuffer>) {
    super(url, init)
    this.#init = init
    this.#bytes = bytes
  }

  /** The same request with a stream for a body. Throws TypeError when the text was read already. */
  get #streamed(): Request {
    if (this.#wasRead) throw new TypeError('The body has been read already.')
    return (this.#platform ??= new Request(this.url, { ...this.#init, body: this.#bytes }))
  }

  override get body(): Request['body'] {
    return this.#wasRead ? null : this.#streamed.body
  }

  override get bodyUsed(): boolean {
    return this.#wasRead || this.#platform?.bodyUsed === true
  }

  override async text(): Promise<string> {
    if (this.#platform !== undefined) return this.#platform.text()
    if (this.#wasRead) throw new TypeError('The body has been read already.')
    this.#wasRead = true
    return new TextDecoder().decode(this.#bytes)
  }

  override async json(): Promise<unknown> {
    return this.#streamed.json()
  }

  override async arrayBuffer(): Promise<ArrayBuffer> {
    return this.#streamed.arrayBuffer()
  }

  override async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return this.#streamed.bytes()
  }

  override async blob(): Promise<Blob> {
    return this.#streamed.blob()
  }

  override async formData(): Promise<FormData> {
    return this.#streamed.formData()
  }

  override clone(): Request {
    return this.#streamed.clone()
  }
}
