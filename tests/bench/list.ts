import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** One benchmark: its file here exports one function whose name begins with `bench` and gives a `BenchReport`. */
export type Benchmark = {
  /** Also the file's name. */
  readonly name: string
  /** What the figures are, for the page. */
  readonly means: string
  readonly nodeOptions?: readonly string[]
  /** After this it counts as hanging; 300 s unless told. */
  readonly longestMs?: number
}

const ALL: readonly Benchmark[] = [
  {
    name: 'usb-to-screen',
    means: `The app (\`buildApp\`, the serve door, its history on disk) runs in one Node process on a stand-in for the USB library whose
events the bench fires; a headless Chromium shows the first screen. From just before the event is fired to the frame that
shows the mode's words (“Recovery mode”, “Not on USB”): the text was in the document and the frame with it had been drawn by the
page. What the compositor and a real display add is not in it. 60 plugs and 60 pulls per row, apart by random pauses, through
normal, recovery and DFU. The bare listener sits on the same emitter and is called before ours. The strings of a device are not in it: the
mode comes from the USB ids, the name follows when the strings have been read.`,
  },
  {
    name: 'guide-answers',
    means: `Guides into DFU by hand (Home button family), in real time, started through the calls that the screen makes. The stand-in
bus pulls the phone in the middle of the hold. *Tone*: until the page has started the tone (the event \`handhold:cue\`); what the sound card adds
is not in it. *Screen*: until the frame with the next phase had been drawn. *Timed cue*: how late the page gives the cues whose moment is
known ahead (first action, next one announced, release) against the planned moment on the engine's clock. 30 drops and 50 timed cues per row, so
a p95 rests on the two or three slowest.`,
  },
  {
    name: 'count',
    means: `The large count during guides for a phone without a Home button (lead-in 5 s, two clicks, 3 s after the drop), until 30 s have been
counted, with both cores busy. At each painted frame the number in the document is compared with what was truly left of the phase as the engine
planned it, on the engine's clock; a wrong number counts as far off as the moment when it was or becomes right. “In its first frame” is how long
after its due moment each new number was first painted: frames that the busy computer did not paint at all are in it. The worst painted frame is one after which
the page was not given a core before it could be looked at.`,
  },
  {
    name: 'first-screen',
    means: `The built serve door is started as a process of its own; from just before that to the moment when the first screen's field had been drawn and can
be typed into, in a new window without a cache of a browser that runs already. Beside it the same with a Node server that serves one field and nothing else.
Nine starts each, in turns, after one that is not counted.`,
  },
  {
    name: 'appends',
    means: `Events through the journal's port until the last one is in the file, beside the same rows with bare better-sqlite3 into the same table: a commit for each,
and one commit for all. Medians of five rounds in turns.`,
  },
  {
    name: 'history',
    // filling it alone takes minutes where others use the cores too
    longestMs: 900_000,
    means: `100,000 cases and 1,000,000 attempts in one file. Each question as the screen asks it, from the call to its checked rows in the thread that
serves the screen (the work is done on another one), beside the same SQL in the \`sqlite3\` shell on the same file, with its own timer. 30 rounds each
after one that is not counted. The shell is Debian's, of another version of SQLite than the app's.`,
  },
  {
    name: 'memory',
    nodeOptions: ['--expose-gc', '--min-semi-space-size=16'],
    means: `The real adapter, loop and history on disk with an open case, on the stand-in bus: ten phones on ports of their own are plugged and pulled, and one screen is told
every State. Measured after 1,500 cycles of warm-up, and again after 1,000 more, each time once everything is written and collection was forced five
times. The heap is the app's figure; the process as a whole also holds what V8 and SQLite keep for themselves. V8's young generation has its full size
from the start (\`--min-semi-space-size=16\`), or the process would grow once by about 16 MB, at no certain moment, without holding more.`,
  },
  {
    name: 'read-log',
    means: `A made log of 200 MB, read in a process of its own, beside \`grep -c error\` on the same file. Medians of five rounds in turns; the memory is the
largest of the reading processes.`,
  },
  {
    name: 'usb-lab',
    means: `The USB lab's virtual iPhone on a real Linux kernel in an emulated computer (QEMU without KVM: several times slower than a real one), all in one
run of it. *Plugging in*: from just before the phone is put into its socket to the event that our adapter states; the kernel's own enumeration,
half a second and more, is in both. The bare listener is a libusb program in C that prints a line. *Nothing attached*: in an app that runs from the adapter's
start to its first list; for the two programs from their start, and Node's start is slow under emulation. \`irecovery -q\` asks six times, a second apart, before
it says so. Skipped, with the reason, where the lab cannot run.`,
  },
  {
    name: 'ipsw',
    means: `A made firmware file is checked in a process of its own, beside \`unzip -t\` on the same file; the memory is that of the checking process.`,
  },
  {
    name: 'coach',
    means: `Simulated people on the virtual iPhone who follow the coach, beside the same people with other instructions; how right the verdicts are. The same seeds
give the same figures on any machine.`,
  },
]

/** Every benchmark whose file is there. */
export const benchmarks = (): Benchmark[] =>
  ALL.filter(({ name }) => existsSync(join(import.meta.dirname, `${name}.ts`)))
