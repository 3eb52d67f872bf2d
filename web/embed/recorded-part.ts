import type { LabRecorded } from '../recorded/lab-recorded.ts'
import type { Recorded, RecordedOptions } from '../recorded/index.ts'
import type { PlayerMethod } from './embed-media.ts'
import { attributes, isOn, speedOf, wholeLabOf } from './host.ts'
import type { EarlyFiles } from './early-files.ts'
import { filesOf } from '../recorded/files.ts'
import { problems } from './problems.ts'

/** What is loaded when the element comes into view. */
export interface PlayerModule {
  openRecorded(options: RecordedOptions): Promise<Recorded>
  nearestStep(player: LabRecorded, step: string): string
  /** Names that are none of the known ones, but nearly, each with the one that was meant. */
  mistakenNames(
    names: readonly string[],
    known: readonly string[],
  ): readonly (readonly [name: string, meant: string])[]
}

export type LoadPlayer = () => Promise<PlayerModule>

/** Where a small player comes from. */
interface PlayerSource {
  readonly loadPlayer: LoadPlayer
  /** Comes by recordings while the player is on its way. */
  readonly files?: EarlyFiles
}

/** Reads an attribute of the element; null for one that is not there. */
export type ReadAttribute = (name: string) => string | null

/** The small player of an element: how it comes, and what attributes set of it. */
export class RecordedPart {
  readonly player: LabRecorded
  readonly #module: PlayerModule
  readonly #read: ReadAttribute
  readonly #complain: (problem: string) => void

  private constructor(
    module: PlayerModule,
    player: LabRecorded,
    read: ReadAttribute,
    complain: (problem: string) => void,
  ) {
    this.#module = module
    this.player = player
    this.#read = read
    this.#complain = complain
  }

  /**
   * @param complain is told what the author of the page has to mend
   * @returns the player, or a sentence on why there is none
   */
  static async load(
    { loadPlayer, files }: PlayerSource,
    lab: URL,
    read: ReadAttribute,
    complain: (problem: string) => void,
  ): Promise<RecordedPart | string> {
    const workflow = read('workflow') ?? ''
    const lesson = read('lesson') ?? ''
    const language = read('lang')
    const source = read('src') ?? ''
    if (files !== undefined && source === '')
      filesOf(lab, workflow, lesson, language).forEach((file) => files.ask(file))
    const module = await loadPlayer().catch(() => null)
    if (module === null) return problems.noPlayer(lab)
    const made = await module.openRecorded({
      lab,
      workflow,
      lesson,
      language,
      source,
      isInPage: read('run') === 'page',
      ...(files !== undefined && { fetcher: files.fetch }),
    })
    return made.ok ? new RecordedPart(module, made.player, read, complain) : made.problem
  }

  /** Takes what attributes say that may change. */
  dress(lab: URL): void {
    this.player.playbackRate = speedOf(this.#read('speed'))
    this.player.bare = !isOn(this.#read('controls'), true)
    this.player.deaf = this.#read('keyboard') === 'none'
    this.player.offersLive = this.#read('src') === null
    this.player.home = wholeLabOf(lab, this.#read)
  }

  /**
   * To be called once the player is on the page: goes where it is to begin.
   *
   * @param names of the attributes that are set
   * @returns what the author has to mend, in sentences
   */
  async begin(names: readonly string[]): Promise<readonly string[]> {
    const amiss = this.#module
      .mistakenNames(names, attributes)
      .map(([name, meant]) => this.player.words.noAttribute(name, meant))
    const step = this.#read('step')
    const problem = step === null ? '' : await this.#go(step)
    return problem === '' ? amiss : [...amiss, problem]
  }

  /** Plays if that is asked for, unless the reader wants nothing to move by itself. */
  playByItself(): void {
    if (isOn(this.#read('autoplay'), false)) this.player.playByItself()
  }

  /** Shows a message; complains with the nearest one when there is none such. */
  async show(step: string): Promise<void> {
    const problem = await this.#go(step)
    this.player.notice = ''
    if (problem !== '') this.#complain(problem)
  }

  async #go(step: string): Promise<string> {
    const { player } = this
    if (await player.show(step)) return ''
    return player.words.noStep(step, this.#module.nearestStep(player, step))
  }

  /** Calls a method by the name that it has across frames. */
  async call(method: PlayerMethod, [argument]: readonly unknown[]): Promise<unknown> {
    const { player } = this
    if (method === 'seek') return player.seek(argument as never)
    if (method !== 'setPlaybackRate') return player[method]()
    player.playbackRate = argument as number
    return undefined
  }
}
