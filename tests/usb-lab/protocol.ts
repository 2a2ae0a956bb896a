// What the suite inside says to the runner outside: lines of JSON behind a mark, among the plain lines of a log.

const MARK = '@usb-lab '

/** How one rule ended. `detail` is the reason of a skip, or what went wrong. */
export type RuleResult = {
  readonly room: string
  readonly sentence: string
  readonly outcome: 'passed' | 'failed' | 'skipped'
  readonly tookMs: number
  readonly detail: string
}

export type Message =
  | { readonly kind: 'started'; readonly node: string; readonly kernel: string }
  | { readonly kind: 'result'; readonly result: RuleResult }
  /** A figure worth keeping in the report. */
  | { readonly kind: 'figure'; readonly name: string; readonly value: number; readonly unit: string }
  /** The app runs inside and waits for a browser; the runner writes the visit's file into the results when it has finished. */
  | { readonly kind: 'door'; readonly visit: VisitName; readonly url: string; readonly phones: string }
  /** Said again and again: a rule may take its time, a machine that hangs says nothing. */
  | { readonly kind: 'alive' }
  | { readonly kind: 'finished' }

/** `whole`: the app with all rights. `mux`: beside Debian's usbmuxd. `restricted`: an ordinary user, and no udev daemon. */
export type VisitName = 'whole' | 'mux' | 'restricted'

/** What the runner writes when the browser has left. */
export const doneFile = (visit: VisitName): string => `browser-done-${visit}`

/** Figures that somebody outside picks out of the report. */
export const FIGURES = {
  plugs: 'plugs that were measured',
  attachOurs: "from plugging in to the app's event, median",
  attachBare: 'from plugging in to a bare libusb listener, median',
  laterMedian: "the app's event after the bare listener's, median",
  laterP95: "the app's event after the bare listener's, p95",
  questions: 'questions that were measured',
  nothingAdapter: 'nothing attached: the adapter of an app that runs, median',
  nothingOurs: 'nothing attached: the first line of `handhold watch --json`, median',
  nothingTheirs: 'nothing attached: the end of `irecovery -q`, median',
} as const

export const writeMessage = (message: Message): string => `${MARK}${JSON.stringify(message)}`

/** The message in a line, or `null` for a line of the log. */
export const readMessage = (line: string): Message | null => {
  if (!line.startsWith(MARK)) return null
  // Written by `writeMessage` of the same checkout.
  return JSON.parse(line.slice(MARK.length)) as Message
}
