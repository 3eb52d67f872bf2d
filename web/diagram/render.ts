import type { MermaidConfig } from 'mermaid'

/** How a picture is set; lengths in CSS pixels. */
export interface PictureOptions {
  /** Unique on the page: the markers' ids begin with it. */
  readonly id: string
  /** Space between two lifelines when no label needs more. */
  readonly lane: number
  readonly fontSize: number
  readonly fontFamily: string
}

/** Mermaid adds this to every label's width; the rest of a lane is the width of its participant. */
const gap = 10

const configuration = ({ lane, fontSize, fontFamily }: PictureOptions): MermaidConfig => ({
  startOnLoad: false,
  securityLevel: 'strict',
  theme: 'base',
  look: 'classic',
  maxTextSize: 500_000,
  deterministicIds: true,
  fontFamily,
  fontSize,
  sequence: {
    useMaxWidth: false,
    mirrorActors: false,
    showSequenceNumbers: true,
    width: lane - gap,
    height: 24,
    actorMargin: gap,
    diagramMarginX: 16,
    diagramMarginY: 0,
    boxMargin: 20,
    noteMargin: 6,
    bottomMarginAdj: 8,
    messageFontSize: fontSize,
    messageFontFamily: fontFamily,
    noteFontSize: fontSize,
    noteFontFamily: fontFamily,
    actorFontSize: fontSize,
    actorFontFamily: fontFamily,
  },
})

/**
 * Draws a Mermaid sequence diagram; the only place that knows Mermaid, loaded when it is first
 * needed. Without a container: inside a shadow root Mermaid finds nothing.
 *
 * @returns SVG text
 * @throws Error when Mermaid cannot read or draw the text
 */
export const drawPicture = async (text: string, options: PictureOptions): Promise<string> => {
  const { default: mermaid } = await import('mermaid')
  mermaid.initialize(configuration(options))
  const { svg } = await mermaid.render(options.id, text)
  return svg
}
