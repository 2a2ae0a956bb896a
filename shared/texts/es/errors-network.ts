/** Numbers from downloading, from the link between computer and phone, and numbers that are no restore errors. */
export const errorsNetwork = {
  'error.9006.title': 'No se pudo descargar el firmware',
  'error.9006.meaning':
    'La descarga se bloqueó o se cortó: software de seguridad o red. El teléfono no tiene nada que ver.',
  'error.9008.title': 'No se pudo descargar el firmware',
  'error.9008.meaning':
    'La descarga se bloqueó o se cortó: software de seguridad o red. El teléfono no tiene nada que ver.',
  'error.98xx.title': 'Sin conexión segura con Apple',
  'error.98xx.meaning': 'No se pudo asegurar la conexión: reloj mal puesto, o algo que inspecciona el tráfico.',
  'error.-50.title': 'La descarga tardó demasiado',
  'error.-50.meaning': 'La red era demasiado lenta o se cortó. Sin el signo menos, 50 es otra cosa: el Secure Enclave.',
  'error.-3259.title': 'Se agotó el tiempo de la descarga',
  'error.-3259.meaning': 'La red era demasiado lenta o se cortó.',
  'error.-35.title': 'Falló la descarga',
  'error.-35.meaning': 'Inténtalo de nuevo, en otra red si hace falta.',
  'error.11222.title': 'Estorba el software de seguridad',
  'error.11222.meaning': 'Páusalo durante la restauración y vuelve a activarlo después.',
  'error.store.title': 'No es un error de restauración, sino de la tienda',
  'error.store.meaning':
    'Los números de -9812 a -9843 pertenecen a la iTunes Store. Busca otro número en el cuadro de diálogo de la restauración.',
  'error.3123.title': 'No es un error de restauración',
  'error.3123.meaning':
    'Está entre los números del servidor de firma, pero se conoce de la tienda, no de una restauración. Busca otro número.',
  'error.11556.title': 'No es un error de restauración',
  'error.11556.meaning':
    'Se conoce de iTunes y su tienda, no de una restauración. Busca otro número en el cuadro de diálogo de la restauración.',
  'error.13019.title': 'No es un error de restauración',
  'error.13019.meaning':
    'Se conoce de iTunes y la sincronización, no de una restauración. Busca otro número en el cuadro de diálogo de la restauración.',
  'error.0xE80000xx.title': 'Falló el enlace entre equipo y teléfono',
  'error.0xE80000xx.meaning': 'Un número del software que une equipo y teléfono, sin fila propia aquí.',
  'error.0xE8000003.title': 'Falló el enlace con el teléfono',
  'error.0xE8000003.meaning':
    'Un número de los primeros del software que une equipo y teléfono. Reinicia ambos, después cable y puerto.',
  'error.0xE8000008.title': 'No se encontró el teléfono',
  'error.0xE8000008.meaning': 'El equipo perdió de vista el teléfono: cable, puerto, después controlador.',
  'error.0xE800000B.title': 'El teléfono no está conectado',
  'error.0xE800000B.meaning': 'El enlace se cerró: cable o puerto.',
  'error.0xE8000015.title': 'El controlador del equipo no llega al teléfono',
  'error.0xE8000015.meaning': 'Primero controlador o servicio, después cable y puerto.',
  'error.0xE800005B.title': 'Demasiados servicios a la vez',
  'error.0xE800005B.meaning':
    'El teléfono no admite más conexiones. Reinicia ambos y cierra otros programas que lo usen.',
  'error.0xE800005C.title': 'El equipo y el teléfono ya no se conocen',
  'error.0xE800005C.meaning':
    'El enlace de confianza no es válido. Confía de nuevo en este equipo desde el teléfono. El registro antiguo se aparta, no se elimina: puede ser la última vía hacia un teléfono bloqueado.',
  'error.0xE8000065.title': 'No se pudo abrir la conexión con el teléfono',
  'error.0xE8000065.meaning':
    'El servicio que pasa datos al teléfono no lo consiguió: controlador o servicio, después cable y puerto.',
  'error.0xE8000068.title': 'No se pudo guardar el enlace de confianza',
  'error.0xE8000068.meaning':
    'Confía de nuevo en este equipo desde el teléfono. Un registro antiguo se aparta, no se elimina: puede ser la última vía hacia un teléfono bloqueado.',
  'error.0xE800006A.title': 'El teléfono es demasiado nuevo para el software de este equipo',
  'error.0xE800006A.meaning': 'Actualiza macOS, iTunes o Dispositivos Apple.',
  'error.0xE800006B.title': 'El software perdió la pista del teléfono',
  'error.0xE800006B.meaning': 'Reinicia ambos y después actualiza el software.',
  'error.0xE8000084.title': 'El teléfono se desconectó',
  'error.0xE8000084.meaning': 'Falló el cable, el puerto o el puerto de carga del teléfono.',
} as const
