/** How a step's state was earned, the link test, and the try after a step. */
export const verification = {
  'earned.title.proved': 'Demostrado',
  'earned.title.likely': 'Probable, no demostrado',
  'earned.title.said-by-you': 'Lo dijiste tú',
  'earned.title.checking': 'En comprobación',
  'earned.title.failed': 'Hecho, y no ayudó',
  'earned.port-moved': 'Demostrado por USB: el teléfono pasó del puerto {from} al {to}.',
  'earned.hub-gone':
    'Demostrado por USB: el teléfono estaba detrás de un hub en {from} y ahora está conectado directamente en {to}.',
  'earned.port-same-hub':
    'USB muestra el teléfono en {to} en lugar de {from}, los dos detrás del mismo hub. Si ese hub está dentro del equipo, es otro puerto; si está sobre la mesa, no.',
  'earned.port-other-speed':
    'USB muestra el teléfono en {to} en lugar de {from}, a otra velocidad. Un mismo conector puede verse así con otro cable, de modo que solo es probable que sea otro puerto.',
  'earned.port-other-bus':
    'USB muestra el teléfono en {to} en lugar de {from}. Solo cambia el número del bus, lo que también puede causar una base conectada de nuevo.',
  'earned.no-hub': 'Demostrado por USB: ningún hub entre el equipo y el teléfono, que está en el puerto {port}.',
  'earned.both-restarted':
    'Este equipo se inició de nuevo, y el teléfono salió de USB durante {seconds} segundos y volvió: probablemente un reinicio. USB por sí solo no puede demostrar el del teléfono.',
  'earned.both-restarted.proved':
    'Demostrado: se vio el teléfono en un modo de arranque y después respondió su sistema, y este equipo se inició de nuevo.',
  'earned.phone-restarted.proved':
    'Demostrado: se vio el teléfono en un modo de arranque y después respondió su sistema. Este equipo todavía no se inició de nuevo.',
  'earned.phone-restarted':
    'El teléfono salió de USB durante {seconds} segundos y volvió: probablemente un reinicio. Este equipo todavía no se inició de nuevo.',
  'earned.computer-restarted.proved':
    'Demostrado en este equipo: se inició de nuevo. Todavía no se ha visto reiniciarse al teléfono.',
  'earned.computer-restarted.likely':
    'Este equipo probablemente se inició de nuevo; un reloj corregido puede verse igual. Todavía no se ha visto reiniciarse al teléfono.',
  'earned.guide-restart':
    'El teléfono salió de USB y volvió mientras se guiaba el reinicio: probablemente un reinicio. El del equipo se ve cuando Handhold se abre de nuevo.',
  'earned.said': 'Lo dijiste tú. No había ningún teléfono en USB, así que no se pudo ver nada.',
  'earned.said.before': 'Dijiste que se intentó antes de este caso. No cuenta como lo que ayudó.',
  'earned.said.not-seen': 'Lo dijiste tú. USB no ha visto salir al teléfono desde que empezó este paso.',
  'earned.said.cable':
    'Lo dijiste tú. USB vio salir al teléfono durante {seconds, plural, one {# segundo} other {# segundos}} y volver en el puerto {port}; no puede distinguir un cable de otro.',
  'earned.said.left-and-returned':
    'Lo dijiste tú. USB vio salir al teléfono durante {seconds, plural, one {# segundo} other {# segundos}} y volver en el puerto {port}.',
  'waiting.A3': 'Esperando a que el teléfono aparezca en otro puerto. USB lo muestra ahora en {port}.',
  'waiting.A3.away': 'El teléfono ha salido de USB. Esperando a que aparezca en otro puerto.',
  'waiting.A3.from': 'El teléfono estaba en {port} cuando falló. Cuenta en cuanto USB lo muestre en otro puerto.',
  'waiting.A4':
    'Esperando a que el teléfono se conecte directamente. USB muestra {hubs, plural, one {# hub} other {# hubs}} de por medio.',
  'waiting.A4.away': 'El teléfono ha salido de USB. Esperando a que se conecte directamente.',
  'waiting.A2': 'USB todavía no ha visto salir al teléfono. Cambia el cable ahora.',
  'waiting.A2.away': 'El teléfono ha salido de USB. Conéctalo con el otro cable.',
  'waiting.A2.returned':
    'El teléfono salió y volvió en el puerto {port}. USB no puede distinguir un cable de otro: es lo único que solo tú sabes.',
  'waiting.A5':
    'Esperando a que el teléfono salga de USB y vuelva. El reinicio de este equipo se ve cuando Handhold se abre de nuevo.',
  'waiting.ticks': 'Este paso se marca solo.',
  'waiting.cannot-see': 'USB no puede mostrar este paso aquí, así que cuenta como dicho por ti.',
  'case.card': 'Mostrar todo sobre él',
  'step-state.seen': 'visto en este equipo',
  'practice-screen.plug-elsewhere': 'Conectarlo a otro puerto',
  'step.already-there.erases': 'Antes de que borre, unas preguntas. Deciden si conviene continuar.',
  'step.already-there.questions': 'A las preguntas de antes de borrar',
  'retry.title': 'Ahora intenta la restauración de nuevo',
  'retry.title.elsewhere': '¿Cómo fue en el otro equipo?',
  'retry.lead.elsewhere':
    'Si allí funcionó, algo en este equipo lo impedía. Si allí también falló, su código distingue entre este equipo y el teléfono.',
  'retry.lead.macos':
    'Haz clic otra vez en Actualizar o Restaurar en Finder, lo mismo que antes. Handhold observa USB mientras tanto.',
  'retry.lead.windows':
    'Haz clic otra vez en Actualizar o Restaurar en Dispositivos Apple o iTunes, lo mismo que antes. Handhold observa USB mientras tanto.',
  'retry.lead.linux': 'Ejecuta otra vez idevicerestore, lo mismo que antes. Handhold observa USB mientras tanto.',
  'retry.done': 'Hecho: {step}',
  'retry.worked': 'Funcionó',
  'retry.failed': 'Falló de nuevo: ¿qué código?',
  'retry.later': 'Ahora no, siguiente paso',
  'link-test.title': 'Prueba de conexión',
  'link-test.waiting': 'Empieza cuando el teléfono vuelva a USB.',
  'link-test.running':
    'Observando la conexión durante un minuto: {drops, plural, =0 {ninguna desconexión hasta ahora} one {# desconexión hasta ahora} other {# desconexiones hasta ahora}}. No hace falta que esperes.',
  'link-test.grade.clean-at-idle':
    'Limpia en reposo: ninguna desconexión en un minuto. Eso no demuestra que el cable sea bueno: una restauración envía gigabytes.',
  'link-test.grade.drops':
    'El teléfono salió de USB {drops, plural, one {# vez} other {# veces}} en ese minuto. Si no lo desconectaste tú, falla el cable o el puerto.',
  'link-test.grade.transfer-errors':
    'Ninguna desconexión, pero se perdieron datos por el camino. El cable, sus conectores o el puerto fallan.',
  'link-test.grade.slow':
    'Ninguna desconexión, pero la conexión va solo a {speed, number} Mbit/s, lo que apunta a un contacto: cable, conector o puerto.',
  'link-test.grade.cannot-test': 'No se pudo probar la conexión: {why}',
  'link-test.why.no-events': 'este equipo no comunica cada cambio en USB.',
  'link-test.why.mode-changed':
    'el teléfono cambió de modo mientras tanto, lo que es propio de una restauración o un reinicio.',
  'link-test.why.no-phone': 'el teléfono no está en USB.',
  'link-test.why.app-restarted': 'Handhold o el equipo se interrumpió.',
  'link-test.why.other-phone': 'hay otro teléfono en este puerto.',
  'link-test.transfers.running': 'Enviando unos pocos datos al teléfono. Tarda unos segundos.',
  'link-test.transfers.ok':
    '{done, plural, one {# pequeña transferencia} other {# pequeñas transferencias}} de ida y vuelta; ninguna falló.',
  'link-test.transfers.failed': 'Fallaron {errors, number} de {all, number} pequeñas transferencias.',
  'link-test.transfers.not': 'Las transferencias no se pueden probar: {why}',
  'link-test.transfers.why.mode': 'en este modo nunca se envía nada a un teléfono.',
  'link-test.transfers.why.restore-runs':
    'puede que haya una restauración en marcha en el teléfono, y entonces no se le envía nada.',
  'link-test.transfers.why.guide-runs': 'hay una guía en marcha.',
  'link-test.transfers.why.no-id': 'el teléfono no dice quién es.',
  'link-test.transfers.why.busy': 'otro programa tiene el teléfono.',
  'link-test.transfers.why.no-permission': 'este equipo no deja que Handhold abra el teléfono.',
  'link-test.transfers.why.refused': 'el teléfono no acepta peticiones ahora.',
  'link-test.transfers.why.no-service': 'el servicio que habla con los teléfonos en marcha no llega a él.',
  'link-test.transfers.why.gone': 'el teléfono dejó USB mientras tanto.',
  'link-test.speed': '{speed, number} Mbit/s',
  'diagnosis.title': 'Lo que parece ahora',
  'diagnosis.lead': 'Tras {code}: qué apunta a cada causa. Es una estimación, y cada línea dice qué la cambiaría.',
  'diagnosis.for': 'Porque',
  'diagnosis.from-row': 'El propio código de error apunta a ella.',
  'diagnosis.change': 'La cambiaría',
  'diagnosis.hardware': '¿El hardware o la conexión?',
  'diagnosis.more': 'Menos probables ({count})',
} as const
