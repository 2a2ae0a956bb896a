/** The command line’s sentences about logs of restores and firmware files. */
export const logs = {
  'command.read-log.usage':
    'read-log FILE --json    Says what the log of a restore tells: tool, phone, firmware, phases, the real error and what speaks for which cause. Reads logs of Finder, iTunes, Apple Devices, Apple Configurator, idevicerestore, futurerestore and 3uTools.',
  'command.read-log.needs-file': 'Name one log file.',
  'command.read-log.one-file': 'Name one log file only.',
  'command.read-log.not-a-log': '“{file}” is not the log of a restore, or nothing in it could be recognised as one.',
  'command.read-log.unreadable': 'The log “{file}” cannot be read: {reason}',
  'command.check-ipsw.usage':
    'check-ipsw FILE [--product iPhone12,1] [--cpid 8030 --bdid 04] [--quick] --json    Says whether a firmware file is whole, which phones it is for, and whether it is for this one. Reads the whole file, which can take some minutes; with --quick only its structure.',
  'command.check-ipsw.needs-file': 'Name one firmware file.',
  'command.check-ipsw.one-file': 'Name one firmware file only.',
  'command.check-ipsw.unreadable': 'The firmware file “{file}” cannot be read: {reason}',
  'command.check-ipsw.unknown-product': 'The model “{product}” is not known. A model looks like iPhone12,1.',
  'command.check-ipsw.wrong-ids': 'A chip id has four hexadecimal digits and a board id two; both are needed together.',
  'ipsw.problem.empty': 'The file is empty.',
  'ipsw.problem.not-a-zip': 'The file is not a firmware file: it does not begin as one.',
  'ipsw.problem.truncated': 'The end of the file is missing, as after a download that stopped.',
  'ipsw.problem.damaged-directory': 'The list of contents inside the file is damaged.',
  'ipsw.problem.damaged-entry': '“{entry}” inside the file is damaged.',
  'ipsw.problem.hostile':
    'The file is built in a way that no firmware file from Apple is ({detail}). It should not be used.',
  'ipsw.problem.nested': 'The firmware is packed once more: “{entry}” inside the file is what is needed.',
  'ipsw.problem.no-manifest': 'The file is a zip, but holds no firmware: “{detail}” is missing.',
  'ipsw.problem.manifest-unreadable': '“{detail}” inside the file cannot be read.',
  'ipsw.problem.missing': '“{entry}” is missing inside the file.',
} as const
