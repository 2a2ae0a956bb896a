import { terms } from './terms.ts'

/** What is plugged in, in words: modes, kinds of device, buttons, and what a device's strings do not tell. */
export const phones = {
  'mode.normal': 'Funcionando con normalidad',
  'mode.normal.what': 'El teléfono está encendido y su sistema funciona. Una restauración en curso se ve igual en USB.',
  'mode.normal.screen': 'La pantalla del teléfono debería mostrar la pantalla bloqueada, la de inicio o una app.',
  'mode.normal.next':
    'Si el teléfono funciona, haz ahora una copia de seguridad. Si su pantalla muestra el logotipo de Apple con una barra, hay una restauración o actualización en curso: déjalo conectado.',
  'mode.recovery': 'Modo de recuperación',
  'mode.recovery.what':
    'El teléfono no ha arrancado su sistema y espera a un equipo. Con eso no se ha borrado nada. Durante una restauración pasa por este modo por sí solo.',
  'mode.recovery.screen': 'La pantalla del teléfono debería mostrar un cable que apunta a un equipo.',
  'mode.recovery.next':
    'Elige primero Actualizar en Finder, Dispositivos Apple o iTunes: instala el sistema de nuevo y conserva los datos. Restaurar borra el teléfono.',
  'mode.dfu': 'Modo DFU',
  'mode.dfu.what':
    'Solo funciona el primer programa del chip; espera a que un equipo le envíe software. Con eso no se ha borrado nada.',
  'mode.dfu.screen': 'La pantalla del teléfono debería estar completamente negra.',
  'mode.dfu.next':
    'Suelta todos los botones. Aquí Finder, Dispositivos Apple e iTunes solo ofrecen Restaurar, y eso borra el teléfono. Salir de DFU con los botones conserva los datos.',
  'mode.restore': 'Restaurándose',
  'mode.restore.what': 'Un equipo está instalando el sistema en el teléfono.',
  'mode.restore.screen': 'La pantalla del teléfono debería mostrar el logotipo de Apple con una barra.',
  'mode.restore.next':
    'Deja el cable conectado y deja que el equipo termine. Mientras tanto el teléfono sale de USB y vuelve varias veces.',
  'mode.wtf': 'Modo WTF',
  'mode.wtf.what': 'El primer iPhone, el iPhone 3G y el primer iPod touch muestran esto antes de DFU.',
  'mode.wtf.screen': 'La pantalla del teléfono debería estar negra.',
  'mode.wtf.next': 'Déjalo conectado: iTunes puede continuar desde aquí. En este modo el teléfono no dice cuál es.',
  'mode.port-dfu': 'DFU del puerto',
  'mode.port-dfu.what':
    'El controlador del conector USB-C espera a que un equipo le envíe software. Los dispositivos más nuevos pueden mostrarlo antes de DFU.',
  'mode.port-dfu.screen': 'La pantalla del dispositivo debería estar negra.',
  'mode.port-dfu.next':
    'Comprueba si la pantalla está negra y qué muestra Finder o Dispositivos Apple. Puede que lo ofrezca como un dispositivo en DFU.',
  'mode.debug-usb': 'Conexión de depuración',
  'mode.debug-usb.what':
    'El teléfono responde por su conexión de depuración. Normalmente hace falta un cable especial; se ha comunicado que los teléfonos más nuevos también la muestran donde se esperaba DFU.',
  'mode.debug-usb.screen': 'La pantalla puede estar negra o mostrar cualquier cosa: esta conexión no lo dice.',
  'mode.debug-usb.next':
    'Comprueba si la pantalla está negra y qué muestra Finder o Dispositivos Apple. Puede que haga falta otro cable.',
  'mode.away': 'Fuera de USB, se espera que vuelva',
  'mode.away.what': 'El teléfono acaba de salir de USB. Es normal mientras se reinicia o cambia de modo.',
  'mode.away.screen': 'La pantalla del teléfono puede estar negra o mostrar el logotipo de Apple.',
  'mode.away.next': 'Deja el cable conectado y espera. Un teléfono puede tardar 45 segundos en volver.',
  'mode.gone': 'Ya no está en USB',
  'mode.gone.what': 'El teléfono salió de USB y no ha vuelto.',
  'mode.gone.screen': 'Mira la pantalla del teléfono: ahora dice más que USB.',
  'mode.gone.next':
    'Si la pantalla muestra algo, revisa el cable y el puerto. Si sigue negra, carga el teléfono un rato y después reinícialo con sus botones.',
  'mode.none': 'Ningún modo de teléfono',
  'mode.none.what': 'Este dispositivo no muestra ninguno de los modos de un teléfono.',
  'mode.nothing': 'Ningún teléfono en USB',
  'mode.nothing.what': 'USB funciona en este equipo y no muestra ningún teléfono.',
  'mode.nothing.screen': 'Un teléfono encendido y desbloqueado debería mostrar que se está cargando.',
  'mode.nothing.next': 'Conecta el teléfono directamente a este equipo, sin hub, y desbloquéalo.',
  'nothing.help.macos':
    'Conecta el cable directamente al Mac, sin hub ni pantalla de por medio.\nEn un Mac portátil, macOS puede preguntar si permites el accesorio: elige Permitir.\nDesbloquea el teléfono y elige Confiar si lo pregunta.\nPrueba otro puerto y otro cable; algunos cables solo cargan.\nSi la pantalla del teléfono muestra un cable que apunta a un equipo y aquí no aparece nada, la causa probable es el cable o el puerto.',
  'nothing.help.windows':
    'Conecta el cable directamente al equipo; si es de sobremesa, a un puerto de atrás.\nInstala la app Dispositivos Apple desde Microsoft Store, o iTunes: traen los controladores de Apple.\nDesbloquea el teléfono y elige Confiar si lo pregunta.\nPrueba otro puerto y otro cable; algunos cables solo cargan.\nSi el Administrador de dispositivos muestra el teléfono con una señal de advertencia, la causa probable es el controlador.',
  'nothing.help.linux':
    'Conecta el cable directamente al equipo, sin hub de por medio.\nDesbloquea el teléfono y elige Confiar si lo pregunta.\nPrueba otro puerto y otro cable; algunos cables solo cargan.\nEjecuta “lsusb -d 05ac:” en un terminal: si el teléfono tampoco aparece allí, la causa probable es el cable o el puerto.\nEn una máquina virtual o un contenedor, primero hay que pasarle USB.',
  'usb-unavailable.help.macos':
    'Este equipo no deja que Handhold mire USB.\nCierra otros programas que trabajen con el teléfono y abre Handhold de nuevo.\nSi macOS preguntó si se permiten accesorios, abre Ajustes del Sistema, Privacidad y seguridad, y permítelos.',
  'usb-unavailable.help.windows':
    'Este equipo no deja que Handhold mire USB.\nCierra otros programas que trabajen con el teléfono y abre Handhold de nuevo.\nSi eso no ayuda, reinicia Windows una vez.',
  'usb-unavailable.help.linux':
    'Este equipo no deja que Handhold mire USB: no se puede leer /dev/bus/usb o /sys/bus/usb.\nEn un contenedor o una máquina virtual, pásale USB y abre Handhold de nuevo.\nEjecuta “ls /dev/bus/usb” en un terminal: si falta esa carpeta, el sistema no muestra USB a ningún programa.',
  'device-class.iphone': 'iPhone',
  'device-class.ipad': 'iPad',
  'device-class.ipod': 'iPod touch',
  'device-class.appletv': 'Apple TV',
  'device-class.homepod': 'HomePod',
  'device-class.watch': 'Apple Watch',
  'device-class.mac': 'Mac',
  'device-class.other': 'Dispositivo Apple',
  'family.home': 'Botón de inicio que se hunde',
  'family.home.models':
    'iPhone hasta el 6s y el primer SE, iPod touch hasta la 6.ª generación, iPad con botón de inicio',
  'family.solid-home': 'Botón de inicio que no se hunde',
  'family.solid-home.models': 'iPhone 7 y 7 Plus, iPod touch de 7.ª generación',
  'family.face-id': 'iPhone 8 y posteriores',
  'family.face-id.models': 'iPhone 8 y todos los iPhone posteriores, incluidos los SE de 2.ª y 3.ª generación',
  'family.ipad-no-home': 'iPad sin botón de inicio',
  'family.ipad-no-home.models':
    'iPad Pro desde 2018, iPad Air desde la 4.ª generación, iPad mini desde la 6.ª, iPad desde la 10.ª',
  'family.assumed': 'Handhold no conoce este modelo. Se supone que sus botones son los de los modelos más nuevos.',
  'family.ipod-9-disputed':
    'Para el iPod touch de 7.ª generación las fuentes no coinciden: prueba primero con el botón de bajar volumen y, si no funciona, con el de inicio.',
  'chip.known': '{name} (chip {cpid})',
  'chip.unknown': 'chip desconocido {cpid}',
  'button.home': terms.button.home,
  'button.side': terms.button.side,
  'button.top': terms.button.top,
  'button.volume-up': terms.button['volume-up'],
  'button.volume-down': terms.button['volume-down'],
  'button.volume-near-top': terms.button['volume-near-top'],
  'button.volume-far-from-top': terms.button['volume-far-from-top'],
  'button.home.sentence': 'el botón de inicio',
  'button.side.sentence': 'el botón lateral',
  'button.top.sentence': 'el botón superior',
  'button.volume-up.sentence': 'el botón de subir volumen',
  'button.volume-down.sentence': 'el botón de bajar volumen',
  'button.volume-near-top.sentence': 'el botón de volumen más cercano al botón superior',
  'button.volume-far-from-top.sentence': 'el botón de volumen más lejano del botón superior',
  'identify.problem.serial-too-long': 'La cadena de serie es más larga que cualquiera real; solo cuenta su comienzo.',
  'identify.problem.serial-not-text': 'La cadena de serie contiene bytes que no son texto.',
  'identify.problem.serial-unknown-form':
    'La cadena de serie no es ni una cadena de arranque ni un identificador de dispositivo.',
  'identify.problem.serial-generated':
    'La cadena de serie la inventó un controlador, así que no dice qué dispositivo es.',
  'identify.problem.serial-placeholder':
    'La cadena de serie es un valor de relleno. Los dispositivos pueden mostrarlo en medio de una restauración.',
  'identify.problem.serial-truncated': 'La cadena de serie está cortada. Puede que esté completa al leerla de nuevo.',
  'identify.problem.serial-missing':
    'La cadena de serie estaba vacía o no se leyó, así que USB no dice qué dispositivo es. Puede que esté completa al leerla de nuevo.',
  'identify.problem.cpid-unreadable': 'No se puede leer el número de chip de la cadena de serie.',
  'identify.problem.bdid-unreadable': 'No se puede leer el número de placa de la cadena de serie.',
  'identify.problem.ecid-unreadable': 'No se puede leer el ECID de la cadena de serie.',
  'identify.problem.cpid-missing': 'La cadena de serie no nombra ningún chip, así que USB no dice qué modelo es.',
  'identify.problem.ecid-missing':
    'La cadena de serie no contiene ningún ECID, así que este dispositivo no se distingue de otros iguales.',
  'identify.problem.type-unknown': 'El modelo «{productType}» no se conoce. Puede ser más nuevo que esta versión.',
  'identify.problem.model-unknown':
    'Ningún dispositivo conocido tiene el chip {cpid} con la placa {bdid}. Puede ser más nuevo que esta versión.',
  'identify.problem.chip-unknown': 'El chip {cpid} no se conoce. El dispositivo puede ser más nuevo que esta versión.',
  'identify.problem.unknown-boot-mode':
    'Parece un modo de arranque de un dispositivo Apple, pero no uno de los conocidos.',
  'identify.problem.jailbreak-tool':
    'Una herramienta de jailbreak controla este dispositivo. No se le debe enviar nada.',
  'identify.problem.exploited':
    'Una herramienta ha tomado el control de este dispositivo en DFU. Reiniciar el dispositivo lo termina.',
} as const
