/** Numbers from the computer: the older stages of a restore, and its USB layer. */
export const errorsHost = {
  'error.1413.title': 'Problemas entre el equipo y el teléfono durante una restauración',
  'error.1413.meaning':
    'iTunes o Finder tiene problemas para hablar con el teléfono al restaurar. Aparece pronto, antes de que funcione el programa de restauración del propio teléfono, y apunta al cable, al puerto USB o a la conexión. No es una señal típica de hardware averiado.',
} as const
