/** The command line's own sentences: help, wrong use, and lines that cannot be read. */
export const commands = {
  'command.help.intro': 'handhold: what a phone on USB is, and what to do about a restore error.',
  'command.help.usage': 'Usage: handhold COMMAND [options]',
  'command.help.commands': 'Commands:',
  'command.help.more':
    '“handhold COMMAND --help” explains one command. Results go to standard output, messages to standard error.',
  'command.help.exit': 'Exit codes: 0 done, 1 failed, 2 wrong use or unreadable input.',
  'command.unknown': 'There is no command “{name}”. “handhold --help” lists the commands.',
  'command.wrong-use': '{reason}',
  'command.failed': 'The command “{name}” failed: {reason}',

  'command.identify.usage':
    'identify --json    Says what USB devices are. Reads lines of JSON with "vid", "pid" and, where known, "serial" and "product"; writes one line of JSON for each.',
  'command.guide.usage':
    'guide {guides} --product iPhone12,1 [--way manual|assisted] --json    Gives the phases of a guide for one model: what to hold, and what ends each phase.',
  'command.judge.usage':
    'judge [FILE] --json    Judges a recorded attempt, read from FILE or standard input (or one on each line), and says what USB showed and what it likely means.',
  'command.watch.usage':
    'watch --json    Says what happens on USB, one line of JSON for each change, until interrupted.',
  'command.history.usage':
    'history [--search TEXT] [--practice] [--database FILE] --json    Gives the cases with their attempts, newest first.',

  'command.guide.needs-guide': 'Name one guide: {guides}.',
  'command.guide.unknown-guide': 'There is no guide “{guide}”. The guides are: {guides}.',
  'command.guide.needs-product': 'Name the model with --product, for example --product iPhone12,1.',
  'command.guide.unknown-product': 'There is no guide for the model “{product}”.',
  'command.guide.unknown-way': 'There is no way “{way}”. The ways are: manual, assisted.',
  'command.guide.no-such-way': 'The guide “{guide}” has no assisted way: it is done by hand.',
  'command.guide.assumed':
    'The model “{product}” is not known. Its buttons are taken to be those of the newest models.',

  'command.one-file': 'Name one file, or none for standard input.',
  'command.judge.too-long': 'it is longer than any recorded attempt',
  'command.judge.unreadable-file': 'The file “{file}” cannot be read: {reason}',
  'command.judge.not-json': 'The recorded attempt is not JSON: {reason}',
  'command.judge.line': 'Line {line}: ',
  'command.judge.ignored': 'Some recorded events cannot be read and were left out, by their places from 0: {places}',
  'command.judge.not-an-attempt': 'The recorded attempt is not as expected: {reason}',

  'command.watch.unavailable': 'USB cannot be watched: {reason}',
  'command.history.damaged': 'The history file is damaged. Nothing was changed.',
  'command.history.unavailable': 'The history cannot be read: {reason}',

  'identify.problem.line-not-json': 'The line is not JSON.',
  'identify.problem.line-not-object': 'The line is not a JSON object with "vid" and "pid".',
  'identify.problem.line-too-long': 'The line is longer than {limit} characters and was passed over.',
  'identify.problem.vid-unreadable': 'The vendor id is missing or is not four hex digits or a number.',
  'identify.problem.pid-unreadable': 'The product id is missing or is not four hex digits or a number.',
  'identify.problem.serial-not-string': 'The serial is not a string and was passed over.',
  'identify.problem.product-not-string': 'The product is not a string and was passed over.',
} as const
