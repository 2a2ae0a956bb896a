import type { CueRecord } from '../../renderer/ui/cues/use-cues.ts'

/** What the page showed from a moment on. Times are the page's `performance.now()`. */
export type Seen = {
  readonly kind: 'seen'
  /** The words of the first phone's mode. */
  readonly mode: string | null
  readonly stage: string | null
  readonly phase: string | null
  /** It stood in the document, and the frame with it had been drawn. */
  readonly inPageMs: number
  readonly paintedMs: number
}
export type CueGiven = { readonly kind: 'cue'; readonly cue: CueRecord }

/** One painted frame with a count in it: what it said, and when the frame had been drawn. */
export type CountFrame = { readonly phase: string; readonly shown: number; readonly paintedMs: number }
export type PageNews = Seen | CueGiven

/** Runs in the page: tells `benchNews` whenever mode, stage or phase on screen change, and of every cue. */
export function watchPage(): void {
  const tell = (news: PageNews) => void Reflect.get(window, 'benchNews')(news)
  /** A task that is queued from a frame's callback runs when that frame has been drawn. */
  const afterPaint = (then: () => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', () => {
        port1.close()
        then()
      })
      port1.start()
      port2.postMessage(null)
    })
  let before = ''
  const look = () => {
    const inPageMs = performance.now()
    const mode = document.querySelector('.phone-panel .mode-badge')?.textContent.trim() ?? null
    const guide = document.querySelector<HTMLElement>('.guide')
    const { stage = null, phase = null } = guide === null ? {} : guide.dataset
    const now = [mode, stage, phase].join('|')
    if (now === before) return
    before = now
    afterPaint(() => tell({ kind: 'seen', mode, stage, phase, inPageMs, paintedMs: performance.now() }))
  }
  new MutationObserver(look).observe(document, {
    ...{ subtree: true, childList: true, characterData: true },
    ...{ attributes: true, attributeFilter: ['data-stage', 'data-phase'] },
  })
  document.addEventListener('handhold:cue', (event) => {
    if (event instanceof CustomEvent) tell({ kind: 'cue', cue: event.detail })
  })
}

/** Runs in the page: keeps every painted frame that shows a count, until `countFrames` is asked for them. */
export function recordCounts(): void {
  const frames: CountFrame[] = []
  Reflect.set(window, 'benchCounts', frames)
  const { port1, port2 } = new MessageChannel()
  // after the frame was drawn; what it drew is still there
  port1.addEventListener('message', () => {
    const text = document.querySelector('[data-testid="guide-count"]')?.textContent ?? ''
    const guide = document.querySelector<HTMLElement>('.guide')
    const phase = guide?.dataset['phase'] ?? guide?.dataset['stage'] ?? ''
    if (text !== '') frames.push({ phase, shown: Number(text), paintedMs: performance.now() })
  })
  port1.start()
  const onFrame = () => {
    port2.postMessage(null)
    requestAnimationFrame(onFrame)
  }
  requestAnimationFrame(onFrame)
}
