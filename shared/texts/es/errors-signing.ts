/** Numbers from preparing and signing the firmware. `{status}` is what the server itself said. */
export const errorsSigning = {
  'error.3194.title': 'Apple no firma este firmware para este teléfono',
  'error.3194.meaning':
    'Estado {status} del servidor de firma (3100 + {status} = 3194): esta versión no se firma, o ya no, para este teléfono, o una línea del archivo hosts desvía la pregunta. Ningún cable ni puerto puede curarlo.',
} as const
