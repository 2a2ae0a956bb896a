/** The command line’s sentences about errors and plans. */
export const errorsCommands = {
  'command.explain.usage':
    'explain <code> --json    Says what an error code means, and the steps that help. Negative codes as --code=-1 or after --.',
  'command.explain.needs-code': 'Name one error code, for example 4013. Negative codes as --code=-1 or after --.',
  'command.explain.one-code': 'Name one error code only. Put a whole sentence in quotation marks.',
  'command.plan.usage':
    'plan --code=4013 [--product iPhone12,1] [--os macos|windows|linux] [--evidence FILE] --json    Gives the steps in order, with a reason for each place. The evidence file is described in docs/evidence.md.',
  'command.plan.unknown-product': 'The model “{product}” is not known. A model looks like iPhone12,1.',
  'command.plan.other-device': 'There is no plan for “{product}”: plans are for iPhone, iPad and iPod touch.',
  'command.plan.unknown-os': 'The system “{os}” is not known. The systems are: {systems}.',
  'command.plan.evidence-unreadable': 'The evidence file “{file}” cannot be read: {reason}',
  'command.plan.evidence-no-file': 'The evidence “{file}” is not a file that can be read to its end.',
  'command.plan.evidence-too-long': 'The evidence file “{file}” is too long to be one.',
  'command.plan.evidence-shape': 'The evidence file “{file}” is not as expected at “{place}”: {reason}',
  'error.unknown.title': 'Handhold does not know code {code}',
  'error.unknown.meaning':
    'No row of the catalogue names {code}. The steps are the default order: cheapest and safest first, nothing that erases before everything that keeps the data.',
} as const
