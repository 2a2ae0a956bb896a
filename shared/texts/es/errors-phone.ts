/** Numbers from the phone’s own restore program. */
export const errorsPhone = {
  'error.9.title': 'El teléfono se desconectó de USB durante la restauración',
  'error.9.meaning':
    'La conexión se perdió mientras se escribía el teléfono, casi siempre en la segunda mitad. Primero cable, puerto y hub; si se repite habiendo cambiado todo, el almacenamiento.',
  'error.14.title': 'La imagen del sistema no llegó entera',
  'error.14.meaning':
    'La gran imagen del sistema se interrumpió o se dañó de camino al teléfono, o el teléfono no tiene sitio para ella. Primero cable, puerto y archivo de firmware, después espacio en el teléfono. Su almacenamiento es la causa menos frecuente.',
  'error.21.title': 'El teléfono no siguió una orden en modo de recuperación',
  'error.21.meaning':
    'Un paso en modo de recuperación no se completó. Primero software de seguridad, archivo hosts y USB, después la batería; el hardware al final.',
} as const
