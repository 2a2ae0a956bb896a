/** What to do after recovery or DFU, in Apple's own programs, by the computer's system; and how it went. */
export const screensHandover = {
  'handover.recovery.title.macos': 'Ahora abre Finder y elige Actualizar',
  'handover.recovery.title.windows': 'Ahora abre Dispositivos Apple o iTunes y elige Actualizar',
  'handover.recovery.title.linux': 'El teléfono está listo para una actualización',
  'handover.recovery.data':
    'Actualizar instala el sistema de nuevo y conserva los datos. Elige Restaurar solo si Actualizar ha fallado.',
  'handover.recovery.macos.1': 'Abre Finder y elige el teléfono en la barra lateral, en Ubicaciones.',
  'handover.recovery.macos.2':
    'Una ventana dice que hay un problema con el teléfono que obliga a actualizarlo o restaurarlo.',
  'handover.recovery.macos.3': 'Elige Actualizar. No Restaurar.',
  'handover.recovery.macos.4':
    'No toques el cable hasta que termine. Si la descarga tarda más de 15 minutos, el teléfono puede salir de recuperación por sí solo: deja que la descarga termine y entra de nuevo en recuperación.',
  'handover.recovery.windows.1': 'Abre Dispositivos Apple. Si no está instalado, abre iTunes. Solo uno de los dos.',
  'handover.recovery.windows.2':
    'Una ventana dice que hay un problema con el teléfono que obliga a actualizarlo o restaurarlo.',
  'handover.recovery.windows.3': 'Elige Actualizar. No Restaurar.',
  'handover.recovery.windows.4':
    'No toques el cable hasta que termine. Si la descarga tarda más de 15 minutos, el teléfono puede salir de recuperación por sí solo: deja que la descarga termine y entra de nuevo en recuperación.',
  'handover.recovery.linux.1':
    'Apple no tiene programa de restauración para Linux. Lo más seguro es un Mac o un equipo con Windows: conecta allí el teléfono; sigue en recuperación.',
  'handover.recovery.linux.2':
    'Aquí puede hacerlo el programa libre idevicerestore. Sin su opción de borrado actualiza y conserva los datos; con ella, borra.',
  'handover.recovery.linux.3': 'No toques el cable hasta que termine.',
  'handover.recovery-restore.title.macos': 'Ahora abre Finder y elige Restaurar',
  'handover.recovery-restore.title.windows': 'Ahora abre Dispositivos Apple o iTunes y elige Restaurar',
  'handover.recovery-restore.title.linux': 'El teléfono está listo para una restauración',
  'handover.recovery-restore.data':
    'Restaurar borra todo lo que hay en el teléfono. Si aún no se ha probado Actualizar, pruébalo primero: conserva los datos.',
  'handover.recovery-restore.macos.1': 'Abre Finder y elige el teléfono en la barra lateral, en Ubicaciones.',
  'handover.recovery-restore.macos.2':
    'Una ventana dice que hay un problema con el teléfono que obliga a actualizarlo o restaurarlo.',
  'handover.recovery-restore.macos.3':
    'Elige Restaurar y confirma. A partir de aquí los datos del teléfono se pierden.',
  'handover.recovery-restore.macos.4': 'No toques el cable hasta que el teléfono te salude.',
  'handover.recovery-restore.windows.1':
    'Abre Dispositivos Apple. Si no está instalado, abre iTunes. Solo uno de los dos.',
  'handover.recovery-restore.windows.2':
    'Una ventana dice que hay un problema con el teléfono que obliga a actualizarlo o restaurarlo.',
  'handover.recovery-restore.windows.3':
    'Elige Restaurar y confirma. A partir de aquí los datos del teléfono se pierden.',
  'handover.recovery-restore.windows.4': 'No toques el cable hasta que el teléfono te salude.',
  'handover.recovery-restore.linux.1':
    'Apple no tiene programa de restauración para Linux. Lo más seguro es un Mac o un equipo con Windows: conecta allí el teléfono; sigue en recuperación.',
  'handover.recovery-restore.linux.2':
    'Aquí restaura el programa libre idevicerestore con su opción de borrado. A partir de entonces los datos del teléfono se pierden.',
  'handover.recovery-restore.linux.3': 'No toques el cable hasta que el teléfono te salude.',
  'handover.dfu.title.macos': 'Ahora abre Finder y elige Restaurar',
  'handover.dfu.title.windows': 'Ahora abre Dispositivos Apple o iTunes y elige Restaurar',
  'handover.dfu.title.linux': 'El teléfono está listo para una restauración',
  'handover.dfu.data':
    'En DFU solo se ofrece Restaurar, y borra todo lo que hay en el teléfono. Mientras no lo hayas elegido, los datos siguen ahí: salir con los botones los conserva.',
  'handover.dfu.macos.1': 'Abre Finder. La pantalla del teléfono sigue negra; es correcto.',
  'handover.dfu.macos.2':
    'Una ventana dice que se encontró un teléfono en recuperación y que hay que restaurarlo antes de poder usarlo.',
  'handover.dfu.macos.3':
    'Elige el teléfono en la barra lateral, después Restaurar, y confirma. A partir de aquí los datos del teléfono se pierden.',
  'handover.dfu.macos.4': 'No toques el cable hasta que el teléfono te salude.',
  'handover.dfu.windows.1':
    'Abre Dispositivos Apple. Si no está instalado, abre iTunes. Solo uno de los dos. La pantalla del teléfono sigue negra; es correcto.',
  'handover.dfu.windows.2':
    'Una ventana dice que se encontró un teléfono en recuperación y que hay que restaurarlo antes de poder usarlo.',
  'handover.dfu.windows.3': 'Elige Restaurar y confirma. A partir de aquí los datos del teléfono se pierden.',
  'handover.dfu.windows.4': 'No toques el cable hasta que el teléfono te salude.',
  'handover.dfu.linux.1':
    'Apple no tiene programa de restauración para Linux. Lo más seguro es un Mac o un equipo con Windows: el teléfono sigue en DFU mientras se traslada, hasta donde aguante la batería.',
  'handover.dfu.linux.2':
    'Aquí puede restaurar el programa libre idevicerestore. A partir de entonces los datos del teléfono se pierden.',
  'handover.dfu.linux.3': 'No toques el cable hasta que el teléfono te salude.',
  'handover.how': '¿Cómo va?',
  'handover.how.restoring': '¿Cómo terminó?',
  'handover.restoring': 'Se está restaurando ahora',
  'handover.worked': 'Funcionó',
  'handover.failed': 'Falló',
  'handover.restoring.title': 'No toques el cable',
  'handover.restoring.lead':
    'Empezó: {when}. Suele tardar de 10 a 30 minutos después de la descarga. Mantén el equipo despierto y enchufado, y no cierres Finder, Dispositivos Apple ni iTunes.',
  'handover.restoring.leaves':
    'Durante una restauración el teléfono sale de USB y vuelve varias veces. No es un fallo.',
  'restore-wait.away':
    'El teléfono lleva {duration} fuera de USB. Se reinicia entre las partes de una restauración, y los programas de Apple lo esperan hasta 10 minutos.',
  'restore-wait.away.over':
    'El teléfono lleva {duration} fuera de USB, más de los 10 minutos que esperan los programas de Apple. Mira si su ventana ya muestra un error.',
  'restore-wait.dfu':
    'El teléfono lleva {duration} en DFU. La restauración lo arranca desde aquí; los programas de Apple esperan hasta 10 minutos.',
  'restore-wait.dfu.over':
    'El teléfono lleva {duration} en DFU, más de los 10 minutos que esperan los programas de Apple. Mira si su ventana ya muestra un error; después de esto suele ser 4014.',
  'restore-wait.recovery':
    'El teléfono lleva {duration} en recuperación. Desde aquí se arranca el sistema de restauración; los programas de Apple esperan hasta 10 minutos.',
  'restore-wait.recovery.over':
    'El teléfono lleva {duration} en recuperación, más de los 10 minutos que esperan los programas de Apple. Mira si su ventana ya muestra un error; después de esto suele ser 4013.',
  'restore-wait.restore':
    'El sistema de restauración lleva {duration} en marcha. Lo habitual son nueve o diez minutos; nadie ha dicho cuánto puede tardar.',
  'restore-wait.normal':
    'USB muestra desde hace {duration} un teléfono en marcha. El sistema de restauración y el propio del teléfono se ven igual ahí; los distinguen la barra del teléfono y la ventana de la restauración.',
  'restore-drop.title':
    '{count, plural, one {Ha salido de USB una vez hasta ahora} other {Ha salido de USB # veces hasta ahora}}',
  'restore-drop.from': '{when}, desde “{mode}”',
  'restore-drop.from.percent': '{when}, desde “{mode}”, al {percent} %',
  'handover.failed.which': '¿Qué código muestra la ventana?',
  'handover.failed.none': 'Déjalo vacío si no hay ninguno.',
  'handover.failed.send': 'Anotarlo y seguir',
  'handover.failed.back': 'Atrás',
  'handover.failed.again': 'El último intento falló sin código. El plan sigue aquí.',
  'handover.failed.again.code': 'El último intento falló con {code}. El plan sigue aquí.',
  'handover.out.recovery': 'Mejor salir de recuperación',
  'handover.out.recovery.what': 'Un reinicio con los botones saca el teléfono de recuperación. Conserva los datos.',
  'handover.out.recovery.go': 'Guíame para salir de recuperación',
  'handover.out.dfu': 'Mejor salir de DFU',
  'handover.out.dfu.what': 'Un reinicio con los botones saca el teléfono de DFU. Conserva los datos.',
  'handover.out.dfu.go': 'Guíame para salir de DFU',
} as const
