/** Numbers from the computer following the phone from mode to mode. */
export const errorsStateMachine = {
  'error.4000.title': 'El teléfono está bloqueado',
  'error.4000.meaning':
    'La actualización espera el código en la pantalla del teléfono. Desbloquéalo y mantenlo despierto.',
  'error.4005.title': 'El teléfono no volvió después de escribirse',
  'error.4005.meaning':
    'El sistema se escribió y el equipo esperó en vano a que el teléfono arrancara con él. Aparece al final. Un teléfono que después arranca con normalidad solo fue lento: mira antes de intentarlo de nuevo.',
  'error.4010.title': 'El teléfono desapareció antes de terminar su restauración',
  'error.4010.meaning':
    'Salió de USB mientras todavía funcionaba su propio programa de restauración: cable, puerto, hub, después hardware.',
  'error.4013.title': 'El teléfono se desconectó y volvió en modo de recuperación',
  'error.4013.meaning':
    'Durante una actualización o restauración el teléfono dejó de hablar con Finder (macOS), Dispositivos Apple o iTunes (Windows) y se desconectó. El equipo esperaba su programa de restauración y encontró de nuevo el modo de recuperación. Se clasifica como error de comunicación de hardware, pero a menudo la causa es pequeña: cable, puerto, software antiguo, un fallo pasajero. El momento del fallo dice más que el número.',
  'error.4014.title': 'El teléfono se desconectó y volvió en modo DFU',
  'error.4014.meaning':
    'De la misma familia que 4013, con casi los mismos remedios: el equipo esperaba el programa de restauración del teléfono y encontró DFU. O falló el arranque de ese programa, o algo más empujó allí al teléfono: otro programa que se apropió de él, botones presionados, poca batería.',
  'error.4015-4036.title': 'El teléfono no llegó a la siguiente etapa',
  'error.4015-4036.meaning':
    'Sin confirmar: un número de la misma familia que 4013, cuyo significado exacto no se encontró. Se trata como 4013.',
  'error.4037.title': 'El teléfono está bloqueado con su código',
  'error.4037.meaning': 'Desbloquéalo y mantenlo despierto durante la actualización.',
  'error.4041.title': 'El teléfono se queda en recuperación en lugar de arrancar',
  'error.4041.meaning':
    'El equipo esperó a que el teléfono arrancara desde recuperación. Una restauración fallida deja el teléfono configurado en recuperación; devolverlo conserva los datos.',
  'error.4042.title': 'El teléfono no salió de DFU a tiempo',
  'error.4042.meaning':
    'El equipo esperó diez minutos a la siguiente etapa. Visto en Mac con 26.4.1: actualiza y usa otro puerto.',
} as const
