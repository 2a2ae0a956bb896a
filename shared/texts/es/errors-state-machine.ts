/** Numbers from the computer following the phone from mode to mode. */
export const errorsStateMachine = {
  'error.4005.title': 'El teléfono no volvió después de escribirse',
  'error.4005.meaning':
    'El sistema se escribió y el equipo esperó en vano a que el teléfono arrancara con él. Aparece al final. Un teléfono que después arranca con normalidad solo fue lento: mira antes de intentarlo de nuevo.',
  'error.4013.title': 'El teléfono se desconectó y volvió en modo de recuperación',
  'error.4013.meaning':
    'Durante una actualización o restauración el teléfono dejó de hablar con Finder (macOS), Dispositivos Apple o iTunes (Windows) y se desconectó. El equipo esperaba su programa de restauración y encontró de nuevo el modo de recuperación. Se clasifica como error de comunicación de hardware, pero a menudo la causa es pequeña: cable, puerto, software antiguo, un fallo pasajero. El momento del fallo dice más que el número.',
  'error.4014.title': 'El teléfono se desconectó y volvió en modo DFU',
  'error.4014.meaning':
    'De la misma familia que 4013, con casi los mismos remedios: el equipo esperaba el programa de restauración del teléfono y encontró DFU. O falló el arranque de ese programa, o algo más empujó allí al teléfono: otro programa que se apropió de él, botones presionados, poca batería.',
} as const
