/** For each problem code: what happened, and what to do. */
export const problems = {
  'problem.usb-unavailable.what': 'Este equipo no deja que Handhold vea USB.',
  'problem.usb-unavailable.do':
    'Conecta el teléfono directamente, sin máquina virtual ni escritorio remoto de por medio; Handhold sigue intentándolo.',
  'problem.usb-no-events.what':
    'El sistema no anuncia los dispositivos USB a Handhold, así que mira la lista una vez por segundo.',
  'problem.usb-no-events.do': 'No hay que hacer nada. Iniciar el servicio udev lo hace más rápido.',
  'problem.usb-no-permission.what': 'Handhold ve el teléfono pero no puede abrirlo.',
  'problem.usb-no-permission.do':
    'Instala la regla udev que viene con Handhold (assets/udev), conecta el teléfono de nuevo, o sigue a mano.',
  'problem.database-locked.what': 'Otro programa está usando el archivo del historial.',
  'problem.database-locked.do':
    'Cierra otras copias de Handhold. Lo que ocurra ahora se guarda en memoria y se escribe en cuanto el archivo quede libre.',
  'problem.database-read-only.what': 'No se puede escribir el archivo del historial.',
  'problem.database-read-only.do':
    'Revisa los permisos de su carpeta. Hasta entonces, lo que ocurra se guarda en memoria.',
  'problem.database-full.what': 'El disco está lleno, así que no se puede escribir el historial.',
  'problem.database-full.do': 'Libera espacio. Lo que ocurra ahora se guarda en memoria y se escribe entonces.',
  'problem.database-damaged.what':
    'El archivo del historial estaba dañado. Se apartó, no se eliminó, y se empezó uno nuevo.',
  'problem.database-damaged.do': 'Tu archivo antiguo está junto al nuevo, con la fecha en el nombre.',
  'problem.database-newer.what': 'El archivo del historial lo escribió un Handhold más nuevo y no se tocó.',
  'problem.database-newer.do': 'Instala la versión más nueva. Hasta entonces no se conserva nada al cerrar.',
  'problem.database-unavailable.what': 'No se puede abrir el archivo del historial.',
  'problem.database-unavailable.do': 'Revisa su carpeta. Hasta entonces no se conserva nada al cerrar.',
  'problem.contract-broken.what': 'La pantalla y la app no se entendieron.',
  'problem.contract-broken.do': 'Recarga la ventana; el estado se conserva.',
  'problem.not-now.what': 'Ahora mismo no es posible.',
  'problem.not-now.do': 'Termina o detén antes lo que está en marcha.',
  'problem.phone-changed.what': 'El teléfono o su modo ha cambiado desde entonces.',
  'problem.phone-changed.do': 'Mira el teléfono que se nombra en pantalla y confirma de nuevo.',
  'problem.phone-unknown.what': 'Este teléfono no se conoce.',
  'problem.phone-unknown.do': 'Conéctalo y elígelo de nuevo.',
  'problem.case-unknown.what': 'Este caso no está en el historial.',
  'problem.case-unknown.do': 'Vuelve a la lista.',
  'problem.settings-damaged.what': 'No se pudieron leer los ajustes y se restablecieron.',
  'problem.settings-damaged.do': 'Ponlos de nuevo en Ajustes.',
  'problem.too-much.what': 'Es más de lo que cabe en un archivo.',
  'problem.too-much.do':
    'Acota la lista con los filtros. Un historial completo se traslada con una copia de seguridad.',
} as const
