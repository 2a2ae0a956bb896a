/** Numbers from the phone’s own restore program. */
export const errorsPhone = {
  'error.-18.title': 'La biblioteca multimedia del teléfono está dañada',
  'error.-18.meaning':
    'El teléfono se negó porque no se pudo leer su biblioteca multimedia. Comunicado con versiones antiguas de iTunes.',
  'error.-1.title': 'Falló la verificación, a menudo en el módem',
  'error.-1.meaning':
    'El teléfono no pudo confirmar una parte recién escrita, en la práctica a menudo el módem. Si aparece siempre, el software por sí solo no lo cura.',
  'error.1.title': 'El teléfono rechazó un valor',
  'error.1.meaning':
    'Normalmente el firmware no corresponde a este teléfono, es más antiguo que el que tiene, o el software del equipo es demasiado antiguo para él. Más raramente, el módem.',
  'error.2.title': 'Falló la conexión con el teléfono',
  'error.2.meaning':
    'El equipo no pudo llegar a la parte del teléfono que recibe la imagen. Cable o puerto; con firmware modificado, una parte que falta.',
  'error.3.title': 'El teléfono no respondió como uno que se puede restaurar',
  'error.3.meaning':
    'El programa de restauración encontró una pieza que no responde, en la práctica casi siempre el módem. A veces ayuda reiniciar.',
  'error.4.title': 'Software no compatible, o Apple inaccesible',
  'error.4.meaning': 'El software del equipo no conoce este firmware, o no pudo preguntar a los servidores de Apple.',
  'error.5.title': 'Hardware no compatible',
  'error.5.meaning':
    'El firmware dice que no es para este hardware: el archivo equivocado, o una pieza de la placa que informa mal.',
  'error.6.title': 'La operación falló, casi siempre por un fallo del almacenamiento del teléfono',
  'error.6.meaning':
    'El teléfono no pudo escribir o leer su almacenamiento, o lo interrumpió el software de seguridad del equipo. El almacenamiento puede estar fallando.',
  'error.7.title': 'Una confirmación volvió mal',
  'error.7.meaning': 'El equipo y el teléfono perdieron el paso: cable, puerto o hub.',
  'error.8.title': 'El teléfono rechazó un paquete',
  'error.8.meaning': 'El equipo y el teléfono perdieron el paso: cable, puerto o hub.',
  'error.9.title': 'El teléfono se desconectó de USB durante la restauración',
  'error.9.meaning':
    'La conexión se perdió mientras se escribía el teléfono, casi siempre en la segunda mitad. Primero cable, puerto y hub; si se repite habiendo cambiado todo, el almacenamiento.',
  'error.10.title': 'Error de protocolo, a menudo software antiguo en el equipo',
  'error.10.meaning':
    'El equipo y el teléfono no hablan la misma versión. Actualiza el software del equipo; con firmware modificado falta una parte de arranque.',
  'error.11.title': 'Falta un archivo, o el disco del equipo está lleno',
  'error.11.meaning':
    'No se pudo encontrar o descomprimir una parte del firmware. Debe haber al menos 10 GB libres en el equipo.',
  'error.12.title': 'No se pudo abrir un archivo',
  'error.12.meaning':
    'No se pudo abrir en el equipo una parte del archivo de firmware: dañada, movida o sin espacio para descomprimirla.',
  'error.13.title': 'Falló la lectura o escritura por USB',
  'error.13.meaning': 'Se perdieron datos entre el equipo y el teléfono: cable, puerto o software antiguo.',
  'error.14.title': 'La imagen del sistema no llegó entera',
  'error.14.meaning':
    'La gran imagen del sistema se interrumpió o se dañó de camino al teléfono, o el teléfono no tiene sitio para ella. Primero cable, puerto y archivo de firmware, después espacio en el teléfono. Su almacenamiento es la causa menos frecuente.',
  'error.15.title': 'El índice del firmware es incorrecto',
  'error.15.meaning': 'La lista de archivos dentro del firmware no coincide. Descárgalo de nuevo.',
  'error.16.title': 'Sin permiso para leer un archivo',
  'error.16.meaning':
    'El equipo no puede leer un archivo que necesita. Usa una cuenta de administrador normal y un archivo de firmware nuevo.',
  'error.17.title': 'Falta una ruta o imagen en el firmware',
  'error.17.meaning':
    'Falta parte del firmware, por ejemplo porque el equipo entró en reposo al descargar. Descárgalo de nuevo.',
  'error.18.title': 'Sin memoria, o biblioteca multimedia dañada',
  'error.18.meaning':
    'Las fuentes no coinciden: el teléfono se quedó sin memoria, o su biblioteca multimedia está dañada.',
  'error.19.title': 'Un archivo de ajustes del firmware es incorrecto',
  'error.19.meaning': 'No se pudo leer una lista de propiedades del firmware. Descárgalo de nuevo.',
  'error.20.title': 'Firmware más antiguo de lo que permite el teléfono',
  'error.20.meaning':
    'El teléfono rechaza firmware de un nivel de seguridad anterior. Usa el más nuevo y descarta el software de seguridad.',
  'error.21.title': 'El teléfono no siguió una orden en modo de recuperación',
  'error.21.meaning':
    'Un paso en modo de recuperación no se completó. Primero software de seguridad, archivo hosts y USB, después la batería; el hardware al final.',
  'error.22.title': 'No implementado',
  'error.22.meaning': 'El software del equipo no conoce este paso. Actualízalo.',
  'error.23.title': 'El módem comunica un error',
  'error.23.meaning':
    'No se pudo llegar al módem o identificarlo. Prueba sin SIM; si continúa, falla el módem o su conexión.',
  'error.24.title': 'No se encontró un servicio',
  'error.24.meaning':
    'El equipo y el teléfono no encontraron el servicio que necesitaban: actualiza el software y reinicia ambos.',
  'error.25.title': 'No se pudieron recoger los registros',
  'error.25.meaning':
    'El teléfono no pudo entregar sus registros. El fallo real vino antes: reinicia ambos y busca otro número.',
  'error.26.title': 'Falló la comprobación del sistema de archivos',
  'error.26.meaning':
    'El sistema recién escrito no pasó su comprobación: software de seguridad, o almacenamiento que falla.',
  'error.27.title': 'No se pudo montar el sistema de archivos',
  'error.27.meaning':
    'El teléfono no pudo abrir su propio almacenamiento después de escribir. Es probable que el almacenamiento falle.',
  'error.28.title': 'El almacenamiento del teléfono no estuvo listo a tiempo',
  'error.28.meaning':
    'El chip de almacenamiento no respondió. Carga el teléfono y déjalo descansar; si continúa, el almacenamiento o su alimentación.',
  'error.29.title': 'El chip de la propia batería no respondió',
  'error.29.meaning': 'No se pudo actualizar el medidor de la batería, por ejemplo con una batería gastada o ajena.',
  'error.30.title': 'Falló el diario de datos del teléfono',
  'error.30.meaning':
    'No se pudo preparar la partición de datos. Una restauración la prepara de nuevo; la causa puede ser el almacenamiento.',
  'error.31.title': 'Falló la conversión de los datos',
  'error.31.meaning': 'No se pudo convertir la partición de datos para el sistema nuevo.',
  'error.32.title': 'Una suma de comprobación no coincidió',
  'error.32.meaning':
    'Algo de lo escrito no coincide. Primero un archivo de firmware dañado, después el almacenamiento.',
  'error.33.title': 'Falló el cifrado en el teléfono',
  'error.33.meaning': 'El teléfono no pudo preparar su cifrado.',
  'error.34.title': 'No se pudieron crear las claves de los datos',
  'error.34.meaning':
    'El teléfono no pudo crear sus claves. Algunas listas nombran también un disco lleno en el equipo.',
  'error.35.title': 'No se pudo limpiar el almacenamiento',
  'error.35.meaning': 'El chip de almacenamiento falló al prepararse. Es probable que esté averiado.',
  'error.36.title': 'Falló la parte borrable del almacenamiento',
  'error.36.meaning':
    'Una zona especial del chip de almacenamiento, que guarda claves, no respondió. Es probable que esté averiado.',
  'error.37.title': 'No se pudo actualizar el firmware de una pieza',
  'error.37.meaning': 'Una de las piezas del propio teléfono rechazó su firmware.',
  'error.38.title': 'El controlador de infrarrojos no respondió',
  'error.38.meaning': 'Una pieza del teléfono no respondió. El software no lo cura.',
  'error.39.title': 'La partición del sistema tiene un tamaño incorrecto',
  'error.39.meaning': 'El sistema no cabe en su partición: firmware modificado, o almacenamiento que informa mal.',
  'error.40.title': 'El chip de almacenamiento no pudo iniciarse',
  'error.40.meaning':
    'El almacenamiento del teléfono no se inició, a menudo hacia una décima parte de la barra. Descarta primero el software de seguridad; si no, es probable que sea el almacenamiento.',
  'error.41.title': 'No se encontró una partición',
  'error.41.meaning': 'El teléfono no encontró sus particiones. Es probable que falle el almacenamiento.',
  'error.42.title': 'No se pudo formatear el almacenamiento',
  'error.42.meaning': 'Falló la preparación de los volúmenes. Es probable que falle el almacenamiento.',
  'error.43.title': 'Falló la red',
  'error.43.meaning': 'La restauración no pudo llegar a un servidor que necesitaba.',
  'error.44.title': 'Un servidor respondió mal',
  'error.44.meaning': 'No se pudo usar la respuesta de un servidor, o algo la cambió por el camino.',
  'error.45.title': 'La partición del sistema es demasiado grande o pequeña',
  'error.45.meaning': 'El sistema no cabe en su partición: firmware modificado, o almacenamiento que informa mal.',
  'error.46.title': 'Falló la partición del almacenamiento',
  'error.46.meaning': 'El teléfono no pudo dividir su almacenamiento. Es probable que falle el almacenamiento.',
  'error.47.title': 'Falló el formateo',
  'error.47.meaning': 'El teléfono no pudo formatear su almacenamiento. Es probable que falle el almacenamiento.',
  'error.48.title': 'No se aceptó un número de un solo uso',
  'error.48.meaning': 'El teléfono no aceptó el número que le une el firmware: software antiguo, o el módem.',
  'error.50.title': 'El Secure Enclave no se inició',
  'error.50.meaning':
    'El chip de seguridad no pudo iniciarse. Si el número era -50, con signo menos, es una descarga que agotó el tiempo y algo totalmente distinto.',
  'error.51.title': 'Falta firmware para el Secure Enclave',
  'error.51.meaning':
    'No se pudo cargar el firmware del chip de seguridad: primero un archivo dañado, después el chip.',
  'error.52.title': 'No se pudieron guardar los datos de fábrica',
  'error.52.meaning': 'El teléfono guarda datos que unen sus piezas; no había dónde ponerlos.',
  'error.53.title': 'Una pieza no corresponde a este teléfono, o el servidor de Apple la rechazó',
  'error.53.meaning':
    'Se cambió o está dañada una pieza emparejada (Touch ID, Face ID), o la rechazó el servidor con los datos de fábrica. Corregido para muchos teléfonos desde iOS 9.2.1.',
  'error.54.title': 'La memoria del Secure Enclave no respondió',
  'error.54.meaning': 'Falló un chip de memoria junto al chip de seguridad. El software no lo cura.',
  'error.55.title': 'No se pudo emparejar el chip sin contacto',
  'error.55.meaning':
    'El chip de pagos sin contacto no se emparejó; en el iPhone 6 se nombró también el circuito de la cámara o la SIM.',
  'error.56.title': 'No se pudo actualizar el chip sin contacto',
  'error.56.meaning':
    'El chip de pagos sin contacto rechazó su actualización. En el iPad Pro 9.7 con iOS 9.3.2 era un fallo de esa versión, que Apple retiró.',
  'error.57.title': 'No se pudo actualizar una pieza por su línea de depuración',
  'error.57.meaning': 'Una de las piezas del teléfono rechazó su firmware.',
  'error.58.title': 'No se pudo certificar el Secure Enclave',
  'error.58.meaning': 'El chip de seguridad no pasó su certificación.',
  'error.68.title': 'Un estado que las herramientas no nombran',
  'error.68.meaning':
    'Existe un informe: funcionó una restauración que borra. Aquí va primero todo lo que conserva los datos.',
  'error.75.title': 'Probablemente los servidores de Apple estaban saturados',
  'error.75.meaning':
    'No está en la lista de Apple. Se vio cuando los servidores estaban saturados: prueba más tarde, o en otro equipo.',
  'error.100.title': 'Falló la instalación de la imagen del sistema',
  'error.100.meaning': 'Falló el paso que coloca la imagen del sistema. El primer sospechoso es un archivo dañado.',
  'error.1109.title': 'Falló el intercambio con el servidor de Apple',
  'error.1109.meaning': 'Apple lo cuenta entre los errores de red y servidores.',
  'error.1110.title': 'Quizá poco espacio en el teléfono',
  'error.1110.meaning': 'Sin confirmar: se comunicó con teléfonos casi llenos y con una partición de datos dañada.',
} as const
