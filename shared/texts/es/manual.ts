/** The manual, a page inside the app. Paragraphs are apart by an empty line. */
export const manual = {
  'manual.title': 'Manual',
  'manual.contents': 'Contenido',
  'manual.begin.title': 'Cómo empezar',
  'manual.begin':
    'Escribe el código que muestra el cuadro de diálogo, o pega el diálogo completo, y pulsa Intro. Sin código, elige lo que quieres: el teléfono falla sin código, solo un modo, o practicar.\n\nConecta el teléfono al propio equipo, sin hub. El panel junto a la pregunta muestra lo que muestra USB.',
  'manual.usb.title': 'Qué puede mostrar USB y qué no',
  'manual.usb':
    'USB muestra si hay un teléfono, en qué modo, y cuándo se va y vuelve. Nunca muestra qué botones presionas ni si un cable es bueno. Lo que Handhold deduce de modos y momentos se da como probable.\n\nUn teléfono en modo DFU tiene la pantalla negra y parece apagado. Solo el equipo lo ve.',
  'manual.checklist.title': 'La lista de pasos',
  'manual.checklist':
    'Los pasos van en orden, del más barato y seguro al último. Todo lo que conserva los datos del teléfono va antes de todo lo que los borra, y lo que borra lo dice y pregunta.\n\nUn paso se marca solo cuando USB o este equipo pueden mostrar que se hizo; si no, lo dices tú. Después de cada paso viene otro intento, y su código decide lo que sigue.',
  'manual.guide.title': 'La guía',
  'manual.guide':
    'Lee primero la ficha completa y después presiona Empezar. Tienes unos segundos para llevar las manos a los botones; cuántos, está en los ajustes.\n\nUna cuenta solo corre hacia un momento conocido. Mientras solo USB puede decirlo, la guía dice que sigas presionando. Cuando el teléfono sale de USB, la pantalla y un tono responden enseguida, y el momento de soltar se cuenta desde ahí.\n\nSi no sale, el resultado dice qué mostró USB, qué significa probablemente y lo único que hay que cambiar en el próximo intento.',
  'manual.assisted.title': 'El modo asistido',
  'manual.assisted':
    'Con un teléfono en modo de recuperación, el equipo puede presionar por ti el primer botón: le ordena reiniciarse, y la guía empieza en ese momento. En Linux hace falta la regla udev; en Windows el controlador de Apple mantiene fuera a otros programas, por eso se ofrece el modo a mano.\n\nNunca se envía nada a un teléfono en modo DFU.',
  'manual.handover.title': 'Finder, Dispositivos Apple, iTunes',
  'manual.handover':
    'En modo de recuperación ofrecen Actualizar, que conserva los datos, y Restaurar, que los borra. En modo DFU solo ofrecen Restaurar. Handhold dice qué botón presionar, después espera contigo y pregunta cómo terminó.\n\nPara salir del modo DFU sin restaurar, usa la guía “Salir del modo DFU”: los datos se quedan.',
  'manual.history.title': 'Casos e historial',
  'manual.history':
    'Todo lo que se probó se guarda en este equipo, también cuando la app se cerró a mitad. Un caso se puede exportar y abrir en otro equipo: suelta el archivo sobre la ventana, o ábrelo con Handhold. Los números de los teléfonos y los nombres se pueden omitir.',
  'manual.practice.title': 'Práctica',
  'manual.practice':
    'La práctica tiene un iPhone virtual que reacciona como uno real, y tu teclado tiene sus botones. No puede llegar a un teléfono real. Lo que ocurre allí se guarda aparte de los casos reales.',
  'manual.keys.title': 'Teclas',
  'manual.keys.palette': 'cualquier lugar y cualquier código',
  'manual.keys.places': 'Reparar, Practicar, Códigos, Historial (en la ventana)',
  'manual.keys.open': 'abrir un caso exportado (en la ventana)',
  'manual.keys.pdf': 'guardar la página como PDF (en la ventana)',
  'manual.keys.manual': 'este manual (en la ventana)',
  'manual.keys.single':
    'Las teclas de una letra durante una guía están junto a sus botones en la pantalla, y se pueden desactivar en los ajustes.',
  'manual.window.title': 'La ventana',
  'manual.window':
    'Mientras hay una guía en marcha, la ventana queda delante de todas las demás y el equipo sigue despierto. Mientras hay una guía o una restauración en marcha, salir pregunta antes. En segundo plano, las notificaciones dicen cuándo llega un teléfono o cuándo vuelve durante una restauración.',
  'manual.privacy.title': 'Privacidad',
  'manual.privacy':
    'No hay cuenta ni telemetría, y no se buscan actualizaciones. Solo preguntan a la red los botones que lo dicen. El registro de la app y los de fallos se quedan en su carpeta de este equipo.',
  'manual.trouble.title': 'Cuando no aparece nada',
  'manual.trouble':
    'Prueba otro cable y otro puerto del propio equipo. En un Mac busca una pregunta sobre un accesorio nuevo. En Windows instala Dispositivos Apple o iTunes. En Linux mira las comprobaciones de la primera página. Si la pantalla de un teléfono está encendida y USB no lo muestra, lo impide un cable, un puerto o un controlador.',
  'manual.welcome': 'Qué necesita este equipo, comprobado ahora',
} as const
