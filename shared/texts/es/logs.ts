/** Sentences about logs of restores, firmware files, and what is asked of a phone over its own connection. */
export const logs = {
  'ipsw.problem.empty': 'El archivo está vacío.',
  'ipsw.problem.not-a-zip': 'El archivo no es de firmware: no empieza como uno.',
  'ipsw.problem.truncated': 'Falta el final del archivo, como tras una descarga interrumpida.',
  'ipsw.problem.damaged-directory': 'La lista de contenidos dentro del archivo está dañada.',
  'ipsw.problem.damaged-entry': '“{entry}” dentro del archivo está dañado.',
  'ipsw.problem.hostile':
    'El archivo está construido como no lo está ningún archivo de firmware de Apple ({detail}). No se debe usar.',
  'ipsw.problem.nested': 'El firmware está empaquetado una vez más: hace falta “{entry}”, dentro del archivo.',
  'ipsw.problem.no-manifest': 'El archivo es un zip, pero no contiene firmware: falta “{detail}”.',
  'ipsw.problem.manifest-unreadable': 'No se puede leer “{detail}” dentro del archivo.',
  'ipsw.problem.missing': 'Falta “{entry}” dentro del archivo.',
  'log.tool.itunes': 'iTunes',
  'log.tool.apple-devices': 'Dispositivos Apple',
  'log.tool.idevicerestore': 'idevicerestore',
  'log.phone': 'Teléfono',
  'log.phase.dfu': 'En DFU',
  'log.phase.recovery': 'En recuperación',
} as const
