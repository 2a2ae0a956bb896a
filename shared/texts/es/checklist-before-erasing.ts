/** The questions before anything erases, and what follows from the answers. */
export const checklistBeforeErasing = {
  'erase.title': 'Antes de borrar',
  'erase.answer.yes': 'Sí',
  'erase.answer.no': 'No',
  'erase.answer.unknown': 'No lo sé',
  'erase.backup.ask': '¿Hay una copia de seguridad reciente de este teléfono, en iCloud o en un equipo?',
  'erase.backup.why': 'Después de una restauración que borra, solo una copia de seguridad devuelve los datos.',
  'erase.dataMatters.ask': '¿Hay algo en el teléfono que echarías en falta?',
  'erase.dataMatters.why':
    'Sin copia de seguridad, un profesional aún puede salvarlo; después de borrar no puede nadie.',
  'erase.appleAccount.ask': '¿Tienes a mano la cuenta de Apple con la que el teléfono inició sesión y su contraseña?',
  'erase.appleAccount.why':
    'Después de borrarlo, el teléfono las pide (bloqueo de activación). Sin ellas no se puede usar.',
  'erase.liquid.ask': '¿Estuvo el teléfono en agua u otro líquido?',
  'erase.liquid.why': 'El líquido corroe conexiones y chips; la corriente lo empeora.',
  'erase.drop.ask': '¿Sufrió el teléfono una caída fuerte antes de que empezara esto?',
  'erase.drop.why': 'Una caída puede aflojar conectores; ninguna restauración cura eso.',
  'erase.partReplaced.ask': '¿Se cambió alguna pieza (pantalla, batería, cámara, puerto)?',
  'erase.partReplaced.why':
    'Una pieza que no corresponde o que está suelta puede hacer fallar todas las restauraciones.',
  'erase.noServiceBefore.ask': '¿Mostró antes el teléfono durante mucho tiempo Sin servicio o Buscando?',
  'erase.noServiceBefore.why': 'Eso apunta al módem, que una restauración no cura.',
  'erase.say.update-first':
    'Todavía no se ha probado Actualizar en modo de recuperación. Conserva los datos y va primero.',
  'erase.say.back-up.macos':
    'El teléfono todavía arranca: haz ahora una copia de seguridad. Finder, el teléfono en la barra lateral, General, Realizar copia de seguridad ahora; cifrada, para que incluya las contraseñas.',
  'erase.say.back-up.windows':
    'El teléfono todavía arranca: haz ahora una copia de seguridad. Dispositivos Apple (o iTunes), el teléfono, General o Resumen, Realizar copia de seguridad ahora; cifrada, para que incluya las contraseñas.',
  'erase.say.back-up.linux':
    'El teléfono todavía arranca: haz ahora una copia de seguridad, en el propio teléfono con Ajustes (Configuración), tu nombre, iCloud, Copia en iCloud, Realizar copia de seguridad ahora, o aquí con “idevicebackup2 backup --full” y una carpeta.',
  'erase.say.back-up.any':
    'El teléfono todavía arranca: haz ahora una copia de seguridad. En el propio teléfono: Ajustes (Configuración), tu nombre, iCloud, Copia en iCloud, Realizar copia de seguridad ahora.',
  'erase.say.professional-first':
    'No hay copia de seguridad y los datos importan: acude a un profesional antes de que nada borre. Di que los datos son lo primero.',
  'erase.say.account-first':
    'Busca primero la cuenta de Apple y su contraseña, en iforgot.apple.com o con el dueño anterior. Sin ellas el teléfono borrado queda bloqueado.',
  'erase.say.part-replaced':
    'Se cambió una pieza: si otra restauración falla, haz revisar la pieza antes de seguir probando.',
  'erase.say.no-service':
    'El Sin servicio de antes apunta al módem: una restauración puede fallar por eso, también una que borra.',
  'erase.say.may-erase': 'Ahora nada lo desaconseja. Se borrará todo lo que hay en el teléfono.',
  'erase.way.nearby-device-restore':
    'Quizá sin equipo: los iPhone más nuevos se pueden restaurar con otro iPhone al lado, cuando la pantalla del propio teléfono lo ofrece (no confirmado para tu modelo).',
  'erase.way.nearby-device-restore.needs': 'Un iPhone más nuevo con iOS 18 o posterior junto a otro (no confirmado).',
  'erase.way.recovery-assistant':
    'Quizá sin equipo: los sistemas más nuevos tienen en el propio teléfono un asistente de recuperación que busca fallos y puede ofrecer repararlos (no confirmado para tu modelo).',
  'erase.way.recovery-assistant.needs': 'iOS 26 o posterior (no confirmado).',
} as const
