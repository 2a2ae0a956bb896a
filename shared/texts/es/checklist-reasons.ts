/** Why a step stands where it stands, and where the plan differs from the published guides. */
export const checklistReasons = {
  'reason.place.A1': 'Gratis y sin riesgo: un software demasiado antiguo para el teléfono falla siempre.',
  'reason.place.A2': 'La causa más frecuente, descartada en dos minutos.',
  'reason.place.A3': 'Tan rápido como el cable, y USB mismo muestra que se hizo.',
  'reason.place.A4': 'Cada hub de por medio hace menos fiables las muchas reconexiones de una restauración.',
  'reason.place.A5': 'Libera los programas colgados en ambos lados y no cuesta nada.',
  'reason.place.A6': 'Un conector que no encaja bien parece un cable malo.',
  'reason.place.A7': 'Deja fuera todo lo de este equipo y conserva los datos, así que va antes de todo lo que borra.',
  'reason.place.A8': 'Un equipo ocupado puede atascarse en medio de una restauración.',
  'reason.place.B1':
    'El software de seguridad y líneas antiguas del archivo hosts pueden bloquear los servidores de Apple o la conexión USB.',
  'reason.place.B2': 'El fallo puede estar en la red o en el reloj; ambos se cambian rápido.',
  'reason.place.B3': 'Sin los servidores de Apple no se puede firmar ninguna restauración.',
  'reason.place.C1':
    'Un archivo dañado falla en el mismo punto sea cual sea el cable; descartarlo cuesta solo una descarga.',
  'reason.place.C2': 'Un archivo de otro modelo, o uno que ya no se firma, se rechaza siempre.',
  'reason.place.C3': 'Descomprimir el firmware necesita espacio en el equipo.',
  'reason.place.D1': 'Escribe el sistema de nuevo y conserva los datos: siempre se prueba antes de todo lo que borra.',
  'reason.place.D2': 'Borra el teléfono, por eso va después de todos los pasos que conservan los datos.',
  'reason.place.D3': 'Borra el teléfono y es lo más profundo, por eso es el último paso en casa.',
  'reason.place.D4': 'Un teléfono con poca carga o caliente puede fallar a mitad.',
  'reason.place.D5': 'Puede que el teléfono esté esperando su código.',
  'reason.place.D6': 'Rápido, y descarta la tarjeta cuando interviene el módem.',
  'reason.place.D7': 'Una actualización necesita espacio en el teléfono.',
  'reason.place.E1': 'Otro programa que se apropia del teléfono rompe la restauración en ese momento.',
  'reason.place.E2': 'Sin controlador ni servicio el equipo no puede hablar con el teléfono.',
  'reason.place.F1': 'Cuando todo lo anterior ha fallado, lo probable es el hardware. Después de esto no hay nada más.',
  'reason.state.checking': 'En comprobación.',
  'reason.state.proved': 'Demostrado antes.',
  'reason.state.likely': 'Probablemente hecho antes.',
  'reason.state.failed': 'Probado antes; el error siguió.',
  'reason.state.said-by-you': 'Hecho antes, según dijiste.',
  'reason.state.skipped': 'Saltado antes.',
  'reason.state.not-applicable': 'Aquí no es posible.',
  'reason.evidence.no-hub': 'USB no muestra ningún hub entre el equipo y el teléfono.',
  'reason.evidence.hub':
    'USB muestra {hubs, plural, one {# hub} other {# hubs}} entre el equipo y el teléfono. Algunos portátiles llevan uno dentro.',
  'reason.evidence.port-changed': 'USB muestra el teléfono en otro puerto que cuando falló.',
  'reason.evidence.slow-link':
    'El teléfono está conectado a 12 Mbit/s o menos, lo que apunta al cable o a sus contactos.',
  'reason.evidence.restarted': 'La hora de inicio del equipo ha cambiado, y el teléfono salió de USB y volvió.',
  'reason.evidence.software-current': 'Las versiones de este equipo están al día.',
  'reason.evidence.software-old': 'El software de este equipo no está al día.',
  'reason.evidence.no-heavy-programs': 'No hay programas pesados en marcha.',
  'reason.evidence.heavy-programs': 'Hay programas pesados en marcha: {programs}.',
  'reason.evidence.no-phone-programs': 'No hay ningún otro programa que use el teléfono.',
  'reason.evidence.phone-programs': 'Hay otros programas que usan el teléfono: {programs}.',
  'reason.evidence.drivers-fine': 'El controlador y el servicio funcionan.',
  'reason.evidence.drivers-missing': 'Falta el controlador o el servicio, o no funciona.',
  'reason.evidence.server-reachable': 'El servidor de firma de Apple responde desde este equipo.',
  'reason.evidence.server-unreachable': 'El servidor de firma de Apple no responde desde este equipo.',
  'reason.evidence.hosts-file': 'El archivo hosts tiene una línea con los servidores de Apple.',
  'reason.evidence.clock-wrong': 'El reloj del equipo está mal.',
  'reason.evidence.host-room': 'Hay {free, number} GB libres en este equipo.',
  'reason.evidence.host-full': 'Solo hay {free, number} GB libres en este equipo.',
  'reason.evidence.firmware-checked': 'El archivo de firmware se comprobó.',
  'reason.evidence.firmware-fits': 'El firmware es de este modelo y no consta que haya dejado de firmarse.',
  'reason.evidence.firmware-unfit': 'El firmware es de otro modelo, o ya no se firma.',
  'reason.evidence.charged': 'La batería estaba al {percent, number} por ciento.',
  'reason.evidence.low-battery': 'La batería estaba solo al {percent, number} por ciento.',
  'reason.evidence.phone-room': 'El teléfono tiene {free, number} GB libres.',
  'reason.evidence.phone-full': 'El teléfono tiene solo {free, number} GB libres.',
  'reason.evidence.does-not-start': 'El teléfono no arranca.',
  'reason.evidence.no-sim-tray': 'El teléfono no tiene bandeja SIM.',
  'reason.evidence.fixed-here':
    'Tu propio historial: en {of, plural, one {el único caso} other {# casos}} con este código en que se probó, fue lo que resolvió {fixed, plural, =1 {uno} other {#}}.',
  'deviation.own-history':
    '{count, plural, one {Un paso va} other {# pasos van}} antes porque tu propio historial dice que ayudó con este código. No se movió nada que borre.',
  'reason.evidence.cured-before': 'Resolvió el mismo código en un caso tuyo anterior.',
  'hardware.probable.no-points':
    'El código {code} apareció {count, plural, one {# vez} other {# veces}}, con cualquier cable, puerto y equipo: probablemente el hardware. No se sabe en qué punto falla; si es siempre el mismo, es más seguro.',
  'hardware.probable':
    'El código {code} apareció {count, plural, one {# vez} other {# veces}} más o menos en el mismo punto, con cualquier cable, puerto y equipo: probablemente hardware.',
  'hardware.tell':
    'Dile al técnico: {code}, en qué por ciento, con qué cables, puertos y equipos, y si el teléfono se mojó o se cayó. La exportación de este caso lo contiene. Si los datos importan, pide la recuperación de datos antes de cualquier otra restauración.',
  'hardware.not-enough': 'Un solo fallo no distingue el hardware de la conexión.',
  'hardware.different-codes':
    'Los códigos cambian de un intento a otro. Eso todavía apunta a la conexión, no al hardware.',
  'hardware.different-points':
    'Los fallos llegan en puntos distintos. Eso todavía apunta a la conexión, no al hardware.',
  'hardware.missing.cable': 'Todavía no se ha probado un segundo cable.',
  'hardware.missing.usb-port': 'Todavía no se ha probado un segundo puerto del propio equipo.',
  'hardware.missing.computer': 'Todavía no se ha probado un segundo equipo.',
  'hardware.missing.dfu-restore':
    'Todavía no se ha probado una restauración DFU con un archivo de firmware comprobado. Borra; tus respuestas dicen que es aceptable.',
  'deviation.liquid':
    'El teléfono estuvo en líquido: apágalo, desconéctalo, no lo cargues y no intentes agotar la batería. Cada intento más con corriente puede dañarlo más, así que el plan va directo a un profesional.',
  'deviation.drop':
    'El teléfono se cayó: apágalo, desconéctalo y no lo cargues. Puede haber conexiones sueltas dentro, así que el plan va directo a un profesional.',
  'deviation.professional-before-erasing':
    'Los datos importan y no hay copia de seguridad: los pasos que borran se dejan fuera. Si Actualizar no ayuda, la ayuda profesional va antes que cualquiera de ellos.',
  'deviation.no-code':
    'Sin código este es el orden por defecto: primero los pasos más baratos y seguros, y nada que borre antes de todo lo que conserva los datos.',
  'deviation.unknown-code':
    'Handhold no conoce el código {code}. Este es el orden por defecto: primero los pasos más baratos y seguros, y nada que borre antes de todo lo que conserva los datos.',
  'deviation.not-a-restore-error':
    '{code} no es un error de restauración. Si la restauración falló, busca otro número en el cuadro de diálogo; hasta entonces estos son los pasos que conservan tus datos.',
  'deviation.unconfirmed-code':
    'Lo que significa {code} no está confirmado en ninguna parte. Los pasos son los que corresponden a los códigos cercanos.',
  'deviation.row-jumps-to-erasing':
    'Las fuentes para {code} pasan antes a una restauración que borra. Aquí van primero todos los pasos que conservan los datos, incluidos Actualizar y otro equipo.',
  'deviation.other-computer-before-erasing':
    'La guía para {code} prueba otro equipo después de la restauración DFU. Aquí va antes, porque no cuesta datos.',
  'deviation.added.A6':
    'Se añade limpiar el puerto del teléfono: la guía para {code} nombra un puerto sucio como causa sin darle un paso.',
  'deviation.added.B1':
    'Se añade revisar el software de seguridad y el archivo hosts: con {code} son una causa conocida, y revisarlos no cuesta nada.',
  'deviation.added.C1':
    'Se añade un archivo de firmware nuevo a los pasos para {code}: sin él, un archivo dañado parece hardware averiado.',
  'deviation.added.D1':
    'Se añade Actualizar en modo de recuperación antes de la restauración DFU a la que la guía para {code} pasa directamente: puede lograr lo mismo y conserva los datos.',
  'deviation.added.D4': 'Se añade cargar primero: la guía para {code} lo da como prevención, sin paso.',
  'deviation.added.E1':
    'Se añade cerrar otros programas que usan el teléfono: para {code} las máquinas virtuales y los gestores de teléfonos son una causa conocida.',
} as const
