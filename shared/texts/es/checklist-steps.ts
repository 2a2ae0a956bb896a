/** Words of the checklist's steps. “done” is the plain question that the button confirms. */
export const checklistSteps = {
  'need.other-cable': 'otro cable, de Apple o con certificación MFi',
  'need.other-usb-port': 'otro puerto USB del propio equipo',
  'need.other-computer': 'otro Mac o PC',
  'need.internet': 'una conexión a internet estable',
  'need.other-network': 'otra red, por ejemplo el punto de acceso de un teléfono',
  'need.dry-brush': 'un palillo seco de madera o plástico o un cepillo suave y seco, y una luz',
  'need.mains-power': 'un cargador de pared',
  'need.firmware-file': 'el archivo de firmware (IPSW), si descargaste uno tú',
  'need.apple-account': 'la cuenta de Apple con la que el teléfono inició sesión y su contraseña',
  'need.phone-unlocked': 'un teléfono que arranca, y su código',
  'need.sim-tool': 'una herramienta para SIM o un clip',
  'need.technician': 'Apple, un proveedor de servicio autorizado por Apple o un técnico que trabaje con placas',
  'step.A1.title': 'Actualizar el software de restauración',
  'step.A1.why':
    'Un software más antiguo que el firmware del teléfono puede no saber hablar con él: macOS, Windows, iTunes, Dispositivos Apple o las herramientas de Linux.',
  'step.A1.how.macos':
    'Abre el menú Apple, Ajustes del Sistema, General, Actualización de software e instala lo que se ofrezca. Si macOS dice que hace falta una actualización de software para conectar con el teléfono, deja que se instale. Después reinicia el Mac.',
  'step.A1.how.windows':
    'iTunes del sitio de Apple: Ayuda, Buscar actualizaciones. iTunes o Dispositivos Apple de Microsoft Store: Store, Biblioteca, Obtener actualizaciones. Después Configuración, Windows Update. Reinicia el equipo al terminar.',
  'step.A1.how.linux':
    'Actualiza usbmuxd, libimobiledevice, libirecovery e idevicerestore desde tu distribución. Los teléfonos nuevos necesitan versiones nuevas; una distribución de hace varios años puede no conocer el tuyo. Reinicia el equipo al terminar.',
  'step.A1.proves':
    'Si la restauración funciona ahora, el software del equipo era demasiado antiguo para este teléfono.',
  'step.A1.risk': 'Ninguno para el teléfono. Las actualizaciones pueden tardar un rato y piden reiniciar el equipo.',
  'step.A1.done': '¿Está todo al día en este equipo, y se reinició después?',
  'step.A2.title': 'Usar otro cable',
  'step.A2.why':
    'Un cable gastado, pelado o sin certificar es la causa más frecuente. Una restauración necesita ambos sentidos sin interrupción; cargar, no.',
  'step.A2.how':
    'Usa un cable de Apple o con certificación MFi (Lightning) o hecho para datos (USB-C). Ninguno pelado, ni uno vendido solo para cargar. Con teléfonos Lightning, USB-A a Lightning suele ser más estable que USB-C a Lightning. En un Mac que solo tiene USB-C, mejor un buen cable USB-C a Lightning que un adaptador.',
  'step.A2.proves':
    'USB no puede distinguir un cable de otro, así que cuenta como dicho por ti. Lo que se puede ver después es si la conexión se corta o va más lenta.',
  'step.A2.risk': 'Ninguno.',
  'step.A2.done': '¿Está conectado el teléfono con un cable distinto, entero y hecho para datos?',
  'step.A3.title': 'Usar otro puerto USB',
  'step.A3.why':
    'Un puerto gastado o sucio, o que comparte la corriente con otros, puede interrumpir una restauración.',
  'step.A3.how':
    'Conecta el cable directamente al equipo, a un puerto que todavía no hayas probado. Pruébalos todos; prefiere USB-A si lo hay. En un equipo de sobremesa usa los puertos de atrás. Quita los demás dispositivos USB, salvo teclado y ratón.',
  'step.A3.proves': 'USB muestra el camino del teléfono, así que un cambio de puerto se ve y no necesita confirmación.',
  'step.A3.risk': 'Ninguno.',
  'step.A3.done': '¿Está conectado el teléfono a otro puerto del propio equipo?',
  'step.A4.title': 'Sin hub, base, monitor ni alargador',
  'step.A4.why':
    'Durante una restauración el teléfono sale y vuelve varias veces. Cada hub en el camino lo hace menos fiable: con uno suele funcionar todavía, con dos casi siempre falla.',
  'step.A4.how':
    'Quita del camino hubs, bases, monitores con puertos USB, teclados con puertos USB, alargadores y adaptadores, y conecta el teléfono directamente al equipo.',
  'step.A4.proves':
    'USB muestra cuántos hubs hay de por medio. Algunos portátiles llevan uno dentro que no se puede quitar.',
  'step.A4.risk': 'Ninguno.',
  'step.A4.done': '¿Está conectado el teléfono al propio equipo, sin nada de por medio?',
  'step.A5.title': 'Reiniciar el teléfono y el equipo',
  'step.A5.why':
    'Libera los programas colgados en ambos lados: la conexión USB del teléfono y el servicio en segundo plano del equipo que habla con él.',
  'step.A5.how.macos':
    'Fuerza el reinicio del teléfono con sus botones (los datos se quedan). Después reinicia el Mac, abre Finder de nuevo e inténtalo otra vez. Este caso estará aquí cuando vuelvas.',
  'step.A5.how.windows':
    'Fuerza el reinicio del teléfono con sus botones (los datos se quedan). Después reinicia el equipo con Reiniciar, no con Apagar, abre de nuevo iTunes o Dispositivos Apple e inténtalo otra vez. Este caso estará aquí cuando vuelvas.',
  'step.A5.how.linux':
    'Fuerza el reinicio del teléfono con sus botones (los datos se quedan). Después reinicia el equipo e inténtalo otra vez. Este caso estará aquí cuando vuelvas.',
  'step.A5.how.home':
    'iPhone 6s y anteriores, SE (1.ª generación), iPad con botón de inicio: mantén presionados a la vez el botón de inicio y el botón lateral o superior hasta que aparezca el logotipo de Apple; entonces suelta los dos.',
  'step.A5.how.solid-home':
    'iPhone 7, 7 Plus, iPod touch (7.ª generación): mantén presionados a la vez el botón de bajar volumen y el botón lateral o superior hasta que aparezca el logotipo de Apple; entonces suelta los dos.',
  'step.A5.how.face-id':
    'iPhone 8 y posteriores, SE (2.ª y 3.ª generación): presiona el botón de subir volumen y suéltalo, presiona el botón de bajar volumen y suéltalo, y después mantén presionado el botón lateral, más allá del control deslizante, hasta que aparezca el logotipo de Apple.',
  'step.A5.how.ipad-no-home':
    'iPad sin botón de inicio: presiona el botón de volumen más cercano al superior y suéltalo, presiona el otro botón de volumen y suéltalo, y después mantén presionado el botón superior hasta que aparezca el logotipo de Apple.',
  'step.A5.proves':
    'Un teléfono que sale de USB y vuelve probablemente se ha reiniciado. El reinicio del propio equipo se conoce por su hora de inicio.',
  'step.A5.risk':
    'Ninguno para los datos del teléfono. El trabajo sin guardar en el equipo se pierde si no lo guardas antes.',
  'step.A5.done': '¿Se reiniciaron tanto el teléfono como el equipo?',
  'step.A6.title': 'Limpiar el puerto de carga del teléfono',
  'step.A6.why':
    'La pelusa y el polvo impiden que el conector entre del todo; los contactos se cortan entonces por momentos.',
  'step.A6.how':
    'Desconecta el cable, apaga el teléfono por completo y espera un minuto. Con buena luz, saca la pelusa con cuidado con un palillo seco de madera o plástico o un cepillo suave y seco. Nada de metal, nada de líquido, nada de aire comprimido de lata de cerca, nada de fuerza. Si el puerto está húmedo, déjalo secar al aire y no cargues. Después conecta: el conector debería encajar con un clic y quedar firme.',
  'step.A6.how.home':
    'Apagar: mantén presionado el botón lateral o superior hasta que aparezca el control deslizante y después deslízalo.',
  'step.A6.how.solid-home':
    'Apagar: mantén presionado el botón lateral o superior hasta que aparezca el control deslizante y después deslízalo.',
  'step.A6.how.face-id':
    'Apagar: mantén presionados el botón lateral y uno de volumen solo hasta que aparezca el control deslizante, suelta los dos enseguida y después deslízalo. Seguir presionando inicia Emergencia SOS. Ajustes (Configuración), General, Apagar hace lo mismo sin ese riesgo.',
  'step.A6.how.ipad-no-home':
    'Apagar: mantén presionados el botón superior y uno de volumen hasta que aparezca el control deslizante, suelta los dos y después deslízalo.',
  'step.A6.proves':
    'Nada por sí mismo. Si el conector queda más firme y cesan las desconexiones, la causa era el puerto.',
  'step.A6.risk':
    'El metal o el líquido en el puerto pueden cortocircuitar o corroer sus contactos. Un puerto con contactos doblados o verdes no se limpia: se enseña a un técnico.',
  'step.A6.done': '¿Se limpió el puerto con el teléfono desconectado y apagado, en seco y sin metal?',
  'step.A7.title': 'Probar otro equipo',
  'step.A7.why':
    'La causa puede ser un controlador, el chip USB o un programa de este equipo. Otro equipo los deja fuera a todos y no cuesta datos.',
  'step.A7.how':
    'Usa otro Mac o PC con el software al día y el cable que mejor funcionó. En recuperación elige Actualizar, que conserva los datos. Puedes exportar este caso aquí e importarlo allí, para que ambos equipos escriban un solo historial.',
  'step.A7.proves':
    'Si allí funciona, este equipo tiene un conflicto de controlador, USB o software. Si aparece el mismo código en el mismo punto, es poco probable que la causa sea este equipo.',
  'step.A7.risk': 'Ninguno, siempre que se elija Actualizar y no Restaurar.',
  'step.A7.done': '¿Se probó en otro equipo?',
  'step.A8.title': 'Cerrar programas pesados',
  'step.A8.why': 'Un equipo con poca memoria u ocupado puede congelar Finder o iTunes en medio de una restauración.',
  'step.A8.how.macos':
    'Cierra navegadores como Chrome, editores de vídeo, juegos, máquinas virtuales y la sincronización en la nube (OneDrive, Dropbox). Monitor de Actividad muestra lo que queda. Cierra la ventana del dispositivo en Finder y ábrela de nuevo después.',
  'step.A8.how.windows':
    'Cierra navegadores como Chrome, editores de vídeo, juegos, máquinas virtuales y la sincronización en la nube (OneDrive, Dropbox). El Administrador de tareas muestra lo que queda. Después abre de nuevo iTunes o Dispositivos Apple.',
  'step.A8.how.linux':
    'Cierra navegadores, editores de vídeo, juegos, máquinas virtuales y la sincronización en la nube. Un monitor del sistema muestra lo que queda.',
  'step.A8.proves': 'Si ahora funciona, al equipo le faltaba memoria o tiempo.',
  'step.A8.risk': 'Ninguno. Guarda antes tu trabajo.',
  'step.A8.done': '¿Están cerrados los programas pesados?',
  'step.B1.title': 'Pausar software de seguridad, VPN y proxy; revisar el archivo hosts',
  'step.B1.why':
    'Pueden interponerse entre la restauración y los servidores de Apple, o quitarle el dispositivo USB. Algunas herramientas antiguas dejaron líneas en el archivo hosts que desvían el servidor de firma de Apple.',
  'step.B1.how.macos':
    'Pausa el programa de seguridad durante la restauración y desconecta VPN y proxy. En Terminal, “cat /etc/hosts” no debería mostrar ninguna línea con apple.com.',
  'step.B1.how.windows':
    'Pausa el programa de seguridad durante la restauración (su icono está junto al reloj) y desconecta VPN y proxy. Abre C:\\Windows\\System32\\drivers\\etc\\hosts en el Bloc de notas: no debería haber ninguna línea con apple.com que no empiece por #.',
  'step.B1.how.linux':
    'Desconecta VPN y proxy, y pausa los guardianes de USB. “cat /etc/hosts” no debería mostrar ninguna línea con apple.com.',
  'step.B1.proves': 'Si ahora funciona, estorbaba ese software o esa línea.',
  'step.B1.risk':
    'El equipo está menos protegido mientras tanto: no abras nada más y vuelve a activar la protección justo después.',
  'step.B1.done':
    '¿Está pausado por ahora el software de seguridad, VPN desconectada y el archivo hosts sin líneas de apple.com? Recuerda volver a activar la protección.',
  'step.B2.title': 'Otra red, y la hora correcta',
  'step.B2.why':
    'La restauración pregunta a los servidores de Apple. Una red que filtra, un servidor DNS equivocado o un reloj mal puesto hacen que falle.',
  'step.B2.how.macos':
    'Ajustes del Sistema, General, Fecha y hora: ajustar automáticamente. Después prueba otra red, por ejemplo el punto de acceso de otro teléfono.',
  'step.B2.how.windows':
    'Configuración, Hora e idioma, Fecha y hora: ajustar automáticamente, Sincronizar ahora. Después prueba otra red, por ejemplo el punto de acceso de otro teléfono.',
  'step.B2.how.linux':
    '“timedatectl” debería decir que el reloj está sincronizado. Después prueba otra red, por ejemplo el punto de acceso de otro teléfono.',
  'step.B2.proves': 'Si ahora funciona, la causa era la red o el reloj.',
  'step.B2.risk': 'Ninguno. Un punto de acceso puede gastar datos: un archivo de firmware ocupa varios gigabytes.',
  'step.B2.done': '¿Está bien el reloj, y se probó otra red?',
  'step.B3.title': 'Dejar pasar los servidores de Apple por el cortafuegos',
  'step.B3.why':
    'Las restauraciones necesitan los puertos 80 y 443 hacia gs.apple.com y hacia los servidores de descarga de Apple.',
  'step.B3.how':
    'En una red de empresa o escuela pregunta si los puertos 80 y 443 hacia gs.apple.com y *.apple.com están abiertos y sin inspección. En casa, revisa el filtro del router o el control parental.',
  'step.B3.proves': 'Si el servidor de firma responde desde este equipo.',
  'step.B3.risk': 'Ninguno.',
  'step.B3.done': '¿Puede este equipo llegar a gs.apple.com?',
  'step.C1.title': 'Descargar de nuevo el firmware',
  'step.C1.why': 'Un archivo de firmware dañado o incompleto falla a mitad, por bueno que sea el cable.',
  'step.C1.how.macos':
    'Mueve los archivos de ~/Library/iTunes/iPhone Software Updates a la papelera, para que Finder descargue uno nuevo. Con un archivo propio, compara su tamaño y su suma de comprobación, y después mantén presionada Opción y haz clic en Actualizar.',
  'step.C1.how.windows':
    'Mueve los archivos de %APPDATA%\\Apple Computer\\iTunes\\iPhone Software Updates a la Papelera de reciclaje, para que se descargue uno nuevo. Las versiones de la Store guardan los suyos en %LOCALAPPDATA%\\Packages. Con un archivo propio, compara su tamaño y su suma de comprobación, y después mantén presionada Mayús y haz clic en Actualizar.',
  'step.C1.how.linux':
    'Borra el archivo en caché de idevicerestore (su carpeta es la indicada con -C; si no, la carpeta de trabajo) y deja que -l lo descargue de nuevo, o compara la suma de comprobación de tu propio archivo.',
  'step.C1.proves': 'Si ahora funciona, el archivo estaba dañado.',
  'step.C1.risk': 'Ninguno. Es una descarga de varios gigabytes; hazla antes de poner el teléfono en recuperación.',
  'step.C1.done': '¿Está el firmware recién descargado, o comprobado?',
  'step.C2.title': 'Comprobar que el firmware corresponde y todavía se firma',
  'step.C2.why':
    'Apple firma solo las versiones actuales de cada modelo. Un archivo de otro modelo, o uno que ya no se firma, se rechaza sea cual sea el cable.',
  'step.C2.how':
    'Lo más sencillo: no elijas tú ningún archivo y deja que Finder, iTunes, Dispositivos Apple o idevicerestore descargue el más nuevo. Con un archivo propio, comprueba que es exactamente de este modelo y que todavía se firma.',
  'step.C2.proves': 'Que el servidor de firma aceptará este archivo para este modelo.',
  'step.C2.risk': 'Ninguno.',
  'step.C2.done': '¿Es el firmware más nuevo exactamente para este modelo?',
  'step.C3.title': 'Liberar espacio en el equipo',
  'step.C3.why': 'El firmware se descarga y se descomprime; eso necesita espacio.',
  'step.C3.how.macos': 'Menú Apple, Ajustes del Sistema, General, Almacenamiento: ten al menos 20 GB libres.',
  'step.C3.how.windows': 'Configuración, Sistema, Almacenamiento: ten al menos 20 GB libres en la unidad C.',
  'step.C3.how.linux': '“df -h” debería mostrar al menos 20 GB libres en tu carpeta personal y en /tmp.',
  'step.C3.proves': 'El espacio libre se puede leer.',
  'step.C3.risk': 'Ninguno, siempre que borres solo lo que no necesitas.',
  'step.C3.done': '¿Hay al menos 20 GB libres en este equipo?',
  'step.D1.title': 'Modo de recuperación y Actualizar (conserva tus datos)',
  'step.D1.why': 'Escribe el sistema de nuevo sin tocar tus datos. Siempre va antes de todo lo que borra.',
  'step.D1.how.macos':
    'Si el teléfono todavía arranca, haz antes una copia de seguridad: Finder, el teléfono, Realizar copia de seguridad ahora. La guía lleva el teléfono al modo de recuperación. Finder dice entonces que hay un problema: elige Actualizar, no Restaurar. Si la descarga tarda más de 15 minutos, el teléfono puede salir de recuperación por sí solo; entonces entra de nuevo.',
  'step.D1.how.windows':
    'Si el teléfono todavía arranca, haz antes una copia de seguridad en Dispositivos Apple o iTunes: Realizar copia de seguridad ahora. La guía lleva el teléfono al modo de recuperación. Dispositivos Apple o iTunes dice entonces que hay un problema: elige Actualizar, no Restaurar. Si la descarga tarda más de 15 minutos, el teléfono puede salir de recuperación por sí solo; entonces entra de nuevo.',
  'step.D1.how.linux':
    'Si el teléfono todavía arranca, haz antes una copia de seguridad, por ejemplo con idevicebackup2. La guía lleva el teléfono al modo de recuperación. Después ejecuta “idevicerestore -l” sin -e: eso actualiza y conserva los datos. No añadas -e ni --erase.',
  'step.D1.proves': 'Si funciona, el sistema del teléfono estaba dañado y vuelve a estar entero.',
  'step.D1.risk':
    'Actualizar está hecho para conservar los datos. Un teléfono que todavía funciona puede no volver de recuperación por sí solo; por eso la copia de seguridad va primero.',
  'step.D1.done': '¿Se probó Actualizar en modo de recuperación?',
  'step.D2.title': 'Modo de recuperación y Restaurar (borra todo)',
  'step.D2.why':
    'Escribe el sistema y prepara el almacenamiento de nuevo. Solo después de que falle todo lo que conserva los datos.',
  'step.D2.how.macos':
    'Responde primero a las preguntas de antes de borrar. La guía lleva el teléfono al modo de recuperación; en Finder elige Restaurar. Se borra todo lo que hay en el teléfono.',
  'step.D2.how.windows':
    'Responde primero a las preguntas de antes de borrar. La guía lleva el teléfono al modo de recuperación; en Dispositivos Apple o iTunes elige Restaurar. Se borra todo lo que hay en el teléfono.',
  'step.D2.how.linux':
    'Responde primero a las preguntas de antes de borrar. La guía lleva el teléfono al modo de recuperación; después “idevicerestore -l -e” restaura. Se borra todo lo que hay en el teléfono.',
  'step.D2.proves': 'Si funciona, estaba dañada la partición de datos o el sistema del teléfono.',
  'step.D2.risk':
    'Borra todo lo que hay en el teléfono. Sin copia de seguridad los datos se pierden. Después pide la cuenta de Apple con la que inició sesión.',
  'step.D2.done': '¿Se probó Restaurar en modo de recuperación?',
  'step.D3.title': 'Modo DFU y Restaurar (borra todo)',
  'step.D3.why':
    'La forma más profunda: la ROM de arranque recibe todo de nuevo, firmware y sistema. Una de las más eficaces, y la última en casa.',
  'step.D3.how.macos':
    'Responde primero a las preguntas de antes de borrar. La guía lleva el teléfono al modo DFU; su pantalla sigue negra. Finder dice que encontró un teléfono: en DFU solo se ofrece Restaurar, y borra. Salir de DFU con los botones, en cambio, conserva los datos.',
  'step.D3.how.windows':
    'Responde primero a las preguntas de antes de borrar. La guía lleva el teléfono al modo DFU; su pantalla sigue negra. Dispositivos Apple o iTunes dice que encontró un teléfono: en DFU solo se ofrece Restaurar, y borra. Salir de DFU con los botones, en cambio, conserva los datos.',
  'step.D3.how.linux':
    'Responde primero a las preguntas de antes de borrar. La guía lleva el teléfono al modo DFU; su pantalla sigue negra. Después “idevicerestore -l -e” restaura y borra. Salir de DFU con los botones, en cambio, conserva los datos.',
  'step.D3.proves':
    'Si funciona, el firmware del teléfono estaba dañado. Si falla con un archivo comprobado, dos cables y dos equipos, lo probable es el hardware.',
  'step.D3.risk':
    'Borra todo lo que hay en el teléfono. Ten una copia de seguridad reciente. Después pide la cuenta de Apple con la que inició sesión.',
  'step.D3.done': '¿Se probó Restaurar en modo DFU?',
  'step.D4.title': 'Cargar el teléfono y dejarlo descansar',
  'step.D4.why':
    'Poca carga o un teléfono caliente hacen fallar las restauraciones: el teléfono se niega, o le cae la alimentación.',
  'step.D4.how':
    'Cárgalo con un cargador de pared al menos al 50 por ciento y déjalo descansar 30 minutos, sin sol y no sobre una cama. No si estuvo en líquido: entonces no lo cargues en absoluto.',
  'step.D4.proves': 'La carga solo se puede leer mientras el teléfono funciona con normalidad.',
  'step.D4.risk':
    'Ninguno, salvo que el teléfono haya estado en líquido o su batería esté hinchada: entonces no lo cargues y acude a un técnico.',
  'step.D4.done': '¿Está el teléfono cargado al menos a la mitad, y frío?',
  'step.D5.title': 'Desbloquear el teléfono y mantenerlo despierto',
  'step.D5.why': 'Una actualización puede esperar el código o Confiar en la pantalla del teléfono y agotar el tiempo.',
  'step.D5.how':
    'Desbloquea el teléfono, toca Confiar e introduce el código cuando lo pida. Pon por ahora Ajustes (Configuración), Pantalla y brillo, Bloqueo automático en Nunca, y quédate al lado. Deja el código activado: quitarlo elimina también las tarjetas de Apple Pay, así que es solo el último recurso.',
  'step.D5.proves': 'Que el teléfono no te estaba esperando.',
  'step.D5.risk': 'Ninguno. Devuelve después el Bloqueo automático a como estaba.',
  'step.D5.done': '¿Estuvo el teléfono desbloqueado y despierto durante el intento?',
  'step.D6.title': 'Sacar la SIM',
  'step.D6.why': 'Con errores del módem, una SIM o su bandeja pueden ser parte del fallo.',
  'step.D6.how':
    'Apaga el teléfono, abre la bandeja con una herramienta para SIM y saca la tarjeta durante la restauración. Los teléfonos que solo tienen eSIM no tienen bandeja: salta allí este paso y no borres la eSIM.',
  'step.D6.proves': 'Si ahora funciona, intervenía la SIM o su bandeja.',
  'step.D6.risk': 'Ninguno. Guarda bien la tarjeta. Nunca borres una eSIM por esto.',
  'step.D6.done': '¿Está fuera la tarjeta SIM, o el teléfono no tiene?',
  'step.D7.title': 'Liberar espacio en el teléfono',
  'step.D7.why': 'Una actualización necesita espacio en el teléfono; uno casi lleno puede fallar a mitad.',
  'step.D7.how':
    'Solo mientras el teléfono todavía arranque: haz una copia de seguridad y después Ajustes (Configuración), General, Almacenamiento del iPhone; libera varios gigabytes. Si no arranca, salta este paso.',
  'step.D7.proves': 'El espacio libre se muestra en Ajustes.',
  'step.D7.risk': 'Lo que elimines se pierde: haz antes una copia de seguridad.',
  'step.D7.done': '¿Tiene el teléfono varios gigabytes libres?',
  'step.E1.title': 'Que ningún otro programa use el teléfono',
  'step.E1.why':
    'Otro programa que se apropia del teléfono a mitad rompe la restauración: máquinas virtuales, otros gestores de teléfonos, un segundo usbmuxd.',
  'step.E1.how.macos':
    'Cierra máquinas virtuales, iMazing, 3uTools, Apple Configurator y similares; solo Finder debería hablar con el teléfono.',
  'step.E1.how.windows':
    'Cierra máquinas virtuales, iMazing, 3uTools y similares; usa solo uno de iTunes y Dispositivos Apple a la vez.',
  'step.E1.how.linux':
    'Cierra máquinas virtuales y otras herramientas para teléfonos. Solo debería haber un usbmuxd: “pgrep -a usbmuxd”. El gestor de archivos no debería tener montado el teléfono.',
  'step.E1.proves': 'Los programas en marcha se pueden listar.',
  'step.E1.risk': 'Ninguno.',
  'step.E1.done': '¿No hay ningún otro programa usando el teléfono?',
  'step.E2.title': 'Revisar controladores y servicios en segundo plano',
  'step.E2.why':
    'Sin el controlador y el servicio de Apple el equipo carga el teléfono pero no puede hablar con él, sobre todo en recuperación y DFU.',
  'step.E2.how.windows':
    'Servicios: Apple Mobile Device Service debería estar en marcha; reinícialo. Con Dispositivos Apple, abre la app: su servicio solo funciona con ella. Administrador de dispositivos, con el teléfono en el modo que falla: una marca amarilla significa que falta el controlador; elige Actualizar controlador, Buscar automáticamente, o reinstala iTunes o Dispositivos Apple encima. No sustituyas los controladores de Apple por otros.',
  'step.E2.how.linux':
    'usbmuxd debería iniciarse al conectar el teléfono: “systemctl status usbmuxd”. idevicerestore necesita permisos sobre los dispositivos en recuperación y DFU: instala la regla udev que tu distribución trae con libirecovery y conecta de nuevo.',
  'step.E2.proves': 'Los servicios y controladores se pueden leer.',
  'step.E2.risk': 'Ninguno, siempre que los controladores se reparen y no se sustituyan por otros.',
  'step.E2.done': '¿Funcionan el controlador y el servicio?',
  'step.F1.title': 'Ayuda profesional',
  'step.F1.why':
    'Lo que queda es hardware: el chip de carga y datos (Tristar, Hydra), el almacenamiento, el puerto, un conector, líquido, una caída. Eso necesita herramientas y trabajo en la placa.',
  'step.F1.how':
    'Lleva el teléfono a Apple o a un técnico que trabaje con placas. No restaures otra vez antes si los datos importan. Di qué códigos aparecieron, en qué por ciento, con cuántos cables, puertos y equipos: la exportación de este caso lo contiene todo. En garantía, acude primero a Apple. Si estuvo en líquido: apágalo, desconéctalo, no lo cargues.',
  'step.F1.proves': 'Apple puede hacer diagnósticos que nadie más puede, y ofrecer reparación o sustitución.',
  'step.F1.risk':
    'La reparación o sustitución puede borrar los datos. Si importan, dilo primero: la recuperación de datos va antes de cualquier otra restauración.',
  'step.F1.done': '¿Se entregó el teléfono a un profesional?',
} as const
