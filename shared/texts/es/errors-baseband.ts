/** Numbers from the modem’s updater. */
export const errorsBaseband = {
  'error.1001.title': 'El módem falló en general',
  'error.1001.meaning': 'No se pudo actualizar el módem. Prueba una vez sin SIM.',
  'error.1002.title': 'El módem no responde bien',
  'error.1002.meaning': 'El teléfono y el módem no se entienden. Casi siempre hardware.',
  'error.1003.title': 'Los datos del módem tienen una forma incorrecta',
  'error.1003.meaning': 'No se pudieron usar los datos del módem. Casi siempre hardware.',
  'error.1004.title': 'El módem rechazó un valor',
  'error.1004.meaning': 'Un número que une el firmware al módem no coincidió: una línea del archivo hosts, o el módem.',
  'error.1005-1009.title': 'No se pudo cargar el firmware del módem',
  'error.1005-1009.meaning':
    'Su cargador de arranque no se inició, o el archivo para él tiene un tamaño incorrecto, falta o no está firmado. Primero un archivo de firmware nuevo, después el módem.',
  'error.1010.title': 'No se pudo iniciar el módem',
  'error.1010.meaning': 'La comunicación con el módem no empezó. Prueba una vez sin SIM.',
  'error.1011.title': 'El cargador de arranque del módem es demasiado antiguo, o hay software dañado',
  'error.1011.meaning': 'El primer programa del módem es demasiado antiguo, o el software del equipo está dañado.',
  'error.1012.title': 'No se pudo verificar el firmware del módem',
  'error.1012.meaning': 'El módem no confirmó su firmware. Casi siempre hardware.',
  'error.1013.title': 'Servidor de firma de Apple bloqueado, o el módem',
  'error.1013.meaning':
    'Apple señaló como causa un gs.apple.com bloqueado o desviado: revisa primero el archivo hosts y el software de seguridad.',
  'error.1014.title': 'La versión del módem no puede volver atrás',
  'error.1014.meaning': 'El módem rechaza una versión anterior. Usa el firmware más nuevo.',
  'error.1015.title': 'El software del módem no puede volver atrás',
  'error.1015.meaning': 'El firmware es más antiguo que el del módem. Usa el más nuevo.',
  'error.1016-1021.title': 'No se pudo preparar el módem para este teléfono',
  'error.1016-1021.meaning':
    'Falló su memoria fija, sus fusibles, su firmware personalizado o su preparación. Casi siempre hardware.',
  'error.1050.title': 'Una respuesta equivocada en lugar del servidor de firma de Apple',
  'error.1050.meaning':
    'Otra cosa respondió por gs.apple.com: revisa el archivo hosts, el proxy y el software de seguridad.',
} as const
