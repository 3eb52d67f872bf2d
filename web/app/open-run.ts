import { workflowBySlug } from '../../scenarios/catalogue/index.ts'
import type { Profile } from '../../scenarios/model/client.ts'
import { answer, goTo, playByItself } from '../player/navigate.ts'
import type { Playback } from '../player/playback.ts'
import { questionOf } from '../player/questions.ts'
import { RunController } from '../player/run-controller.ts'
import type { OpenRun } from '../player/run/status.ts'
import { openAnywhere, openInPage, openOwn, openWhereMeant } from '../player/run/open.ts'
import { textOf } from '../../scenarios/model/text.ts'
import type { RunHistory } from '../../scenarios/model/history.ts'
import { openKept } from '../player/run/open-kept.ts'
import { openShared } from '../player/run-link/open.ts'
import type { AskedDefences } from '../router/defence-settings.ts'
import { isRunView } from '../router/route.ts'
import type { LabElement } from './lab-host.ts'
import type { RunSource } from './state.ts'

const openers = { page: openInPage, anywhere: openAnywhere, 'as-configured': openWhereMeant }

/** How a source opens runs. */
export const openerOf = (source: RunSource): OpenRun =>
  source.kind === 'given' ? source.open : openers[source.kind]

/** Opens the runs that the state of a lab asks for, one at a time. */
export class RunOpening {
  readonly #host: LabElement
  readonly #gate: (next: number) => boolean
  #controller: RunController | null = null
  /** The lesson that is being read, so that a late one is dropped; null for none. */
  #reading: object | null = null

  /** @param gate see `Playback.gate` */
  constructor(host: LabElement, gate: (next: number) => boolean) {
    this.#host = host
    this.#gate = gate
  }

  /** What plays; null until a run is open. */
  get player(): Playback | null {
    return this.#controller?.playback ?? null
  }

  /** Opens what the state asks for, in place of what was open before; nothing where it asks for none. */
  async open(): Promise<void> {
    const host = this.#host
    this.close()
    const { route, source, kept } = host.state
    const isOwn = route.lessonSource !== ''
    const isThere = isOwn || workflowBySlug(route.workflow) !== undefined
    if (!isThere || !isRunView(route.view)) {
      host.dispatch({ type: 'run-changed', run: { kind: 'none' } })
      await this.#reopenDialog()
      return
    }
    const open = isOwn ? await this.#openerOfLesson(route.lessonSource) : openerOf(source)
    if (open === null) return
    const controller: RunController = new RunController(
      this.#openerFor(route.sharedRun, open, kept?.history ?? null),
      (run) => {
        if (controller === this.#controller) host.dispatch({ type: 'run-changed', run })
      },
    )
    controller.gate = this.#gate
    this.#controller = controller
    host.dispatch({ type: 'run-changed', run: controller.state })
    const { workflow, lesson, seed, profile } = route
    const defences = await this.#understood(route.defences)
    if (controller !== this.#controller) return
    const isOpen = await controller.open({
      workflow,
      ...(lesson !== '' && { lesson }),
      ...(seed !== '' && { seed }),
      ...(profile !== '' && { profile: profile as Profile }),
      defences,
    })
    if (!isOpen) return
    await host.updateComplete
    if (host.state.greets && kept === null) host.dispatch({ type: 'show-tour', isAsked: false })
    await this.#begin()
    await this.#reopenDialog()
  }

  /** Shows the message with this id or number, or the first of this phase; says if there is none. */
  async goTo(step: string): Promise<void> {
    const { player } = this
    if (player === null || (await goTo(player, step))) return
    const { words } = this.#host.state
    this.#host.dispatch({ type: 'notify', notice: words.ui.lab.noMessage(step) })
  }

  /** Tries at once to get a lost run back. */
  async retry(): Promise<void> {
    await this.#controller?.retry()
  }

  /** The news that the run has moved has been read. */
  acknowledge(): void {
    this.#controller?.acknowledge()
  }

  close(): void {
    this.#reading = null
    this.#controller?.close()
    this.#controller = null
  }

  /** How the run of the own lesson at an address is opened; null when there is none, or it is late. */
  async #openerOfLesson(source: string): Promise<OpenRun | null> {
    const reading = {}
    this.#reading = reading
    const { dispatch, state } = this.#host
    const path = state.kept?.path ?? null
    dispatch({ type: 'run-changed', run: { kind: 'opening' } })
    const opener = await import('./own-lesson.ts').then(
      ({ openLesson }) =>
        openLesson({ source, path }, openOwn, (own) => {
          if (reading === this.#reading) dispatch({ type: 'lesson-read', own })
        }),
      () => textOf('problem.not-started'),
    )
    if (reading !== this.#reading) return null
    if (typeof opener === 'function') return opener
    dispatch({ type: 'run-changed', run: { kind: 'failed', problem: opener } })
    return null
  }

  #openerFor(sharedRun: string, open: OpenRun, history: RunHistory | null): OpenRun {
    if (history !== null) return openKept(history, open, () => this.#tellNotKept())
    if (sharedRun === '') return open
    return openShared(sharedRun, open, (unknown) =>
      this.#host.dispatch({ type: 'unknown-found', unknown }),
    )
  }

  #tellNotKept(): void {
    const { words } = this.#host.state
    this.#host.dispatch({ type: 'notify', notice: words.ui.lab.notKept })
  }

  /** The defences that exist, as far as they exist; what is unknown of them is told. */
  async #understood(asked: AskedDefences): Promise<AskedDefences> {
    if (Object.keys(asked).length === 0) return asked
    const { understood } = await import('../features/defend/asked.ts')
    const { settings, unknown } = understood(asked)
    for (const one of unknown) this.#host.dispatch({ type: 'unknown-found', unknown: one })
    return settings
  }

  /** Opens what was open over the page, as far as it is there. */
  async #reopenDialog(): Promise<void> {
    const dialog = this.#host.state.kept?.dialog ?? null
    if (dialog === null) return
    await this.#host.updateComplete
    this.#host.dispatch({ type: 'open-dialog', dialog })
  }

  /** Goes where the state says, once a run is open. */
  async #begin(): Promise<void> {
    const { player } = this
    if (player === null) return
    const { speed, startAt, route, autoplay, kept } = this.#host.state
    if (speed !== 1) player.setSpeed(speed)
    const question = questionOf(route.ask)
    const length = player.state.run.trace.messages.length
    // A run at a real FusionAuth leaves nothing to begin with; it goes where the address says.
    const isLost = kept !== null && kept.history === null && kept.at > length
    if (isLost) this.#tellNotKept()
    // The address is written a little later than what is kept; another one was asked for since.
    if (kept !== null && !isLost && (kept.step ?? '') === startAt)
      await player.seek(Math.min(kept.at, length))
    else if (startAt !== '') await this.goTo(startAt)
    else if (question !== null && (await answer(player, question))) return
    if (autoplay) playByItself(player)
  }
}
