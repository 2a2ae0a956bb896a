/** One sentence per row of the verdict table: what USB showed, then what it likely means. Nothing claims to have seen a button. */
export const verdicts = {
  'verdict.name.entered': 'Conseguido',
  'verdict.name.never-left': 'Nunca salió de USB',
  'verdict.name.came-back-in-recovery': 'Volvió en recuperación',
  'verdict.name.came-back-in-system': 'El sistema arrancó de nuevo',
  'verdict.name.other-mode': 'Otro modo de arranque',
  'verdict.name.maybe-dfu': 'Quizá DFU',
  'verdict.name.lost-after-dfu': 'DFU visto y perdido después',
  'verdict.name.soft-dfu': 'DFU, pero no el de la ROM',
  'verdict.name.nothing-returned': 'No volvió nada',
  'verdict.name.unasked': 'Modo de arranque sin pedirlo',
  'verdict.name.taken-by-other': 'Ocupado por otro programa',
  'verdict.name.cancelled': 'Detenido por ti',
  'verdict.name.interrupted': 'Interrumpido',
  'verdict.entered.dfu': 'USB muestra DFU, y se mantuvo tres segundos.',
  'verdict.entered.recovery': 'USB muestra el modo de recuperación, y se mantuvo tres segundos.',
  'verdict.entered.exit-dfu':
    'El teléfono ha salido de DFU: ha vuelto a USB con su sistema, y se mantuvo tres segundos.',
  'verdict.entered.exit-recovery':
    'El teléfono ha salido del modo de recuperación: ha vuelto a USB con su sistema, y se mantuvo tres segundos.',
  'verdict.entered.restart': 'El teléfono salió de USB y ha vuelto con su sistema, y se mantuvo tres segundos.',
  'verdict.entered.power-off':
    'El teléfono salió de USB y no volvió en diez segundos: lo más probable es que esté apagado.',
  'verdict.never-left':
    'El teléfono no salió de USB en ningún momento, así que no hubo reinicio: lo más probable es que se soltara un botón demasiado pronto o que el orden no fuera el que necesita.',
  'verdict.assisted-never-left':
    'El equipo ordenó al teléfono reiniciarse, pero no salió de USB: algo entre los dos no transmitió la orden.',
  'verdict.back-in-recovery':
    'Salió de USB y volvió en modo de recuperación a los {seconds} s: lo más probable es que se mantuvieran demasiado tiempo los dos botones, o el equivocado.',
  'verdict.back-in-recovery-soon':
    'Salió de USB y volvió en modo de recuperación a los {seconds} s: lo más probable es que solo se reiniciara, porque se soltó un botón demasiado pronto o el cable no señala DFU.',
  'verdict.exit-back-in-recovery':
    'Salió de USB y volvió en modo de recuperación a los {seconds} s: está configurado para arrancar ahí, su sistema no puede arrancar, o se mantuvieron los botones más allá del logotipo.',
  'verdict.back-in-system':
    'Salió de USB y el sistema arrancó de nuevo a los {seconds} s: lo más probable es que se soltara un botón demasiado pronto, hubiera una pausa o este cable no señale DFU.',
  'verdict.recovery-back-in-system':
    'Salió de USB y el sistema arrancó de nuevo a los {seconds} s: lo más probable es que se soltaran los botones con el logotipo de Apple o antes.',
  'verdict.other-mode': 'Salió de USB y volvió en un modo de arranque que no se pidió.',
  'verdict.recovery-other-mode':
    'Salió de USB y volvió en otro modo de arranque distinto del de recuperación: lo más probable es que se soltara un botón antes que el otro.',
  'verdict.cable-likely':
    'Salió de USB y volvió a los {seconds} s, y soltaste con el tono: lo más probable es que este cable o adaptador no señale DFU.',
  'verdict.maybe-dfu':
    'USB muestra un modo que, según se ha comunicado, el iPhone 14 y posteriores muestran para DFU, pero no DFU mismo: mira la pantalla y lo que dice Finder, Dispositivos Apple o iTunes.',
  'verdict.lost-after-dfu':
    'Se vio DFU en USB y después se perdió: puede que se mantuviera un botón demasiado tiempo, o que se cortara la conexión.',
  'verdict.soft-dfu':
    'USB muestra DFU, pero su etiqueta no es la de la ROM del chip: este estado parece DFU y puede que no restaure.',
  'verdict.nothing-returned':
    'Salió de USB y no volvió nada en un minuto. Puede estar apagado con la batería vacía, o la conexión o el controlador no lo muestran.',
  'verdict.unasked':
    'Salió de USB y volvió en un modo de arranque aunque aquí ninguna guía lo pidió. Si nadie presionó sus botones y no lo hizo otro programa, puede ser señal de una avería.',
  'verdict.assisted-not-sent':
    'No se pudo enviar el reinicio al teléfono y no salió de USB en ningún momento: lo más probable es que lo impida un controlador u otro programa.',
  'verdict.only-blinked':
    'Salió de USB solo un momento y volvió en el mismo modo, demasiado pronto para un reinicio: lo más probable es que se cortara la conexión o se moviera el cable.',
  'verdict.power-off-back-in-recovery':
    'Salió de USB y volvió en modo de recuperación a los {seconds} s: se reinició en lugar de apagarse.',
  'verdict.power-off-back-in-system':
    'Salió de USB y su sistema volvió a los {seconds} s: no se quedó apagado, o solo se cortó la conexión.',
  'verdict.back-in-recovery-later':
    'Salió de USB y volvió en modo de recuperación a los {seconds} s: lo más probable es que los botones se mantuvieran demasiado tiempo. También puede haberse reiniciado allí por sí solo; aquí USB no permite distinguirlo.',
  'verdict.came-up.recovery': 'USB no mostraba este teléfono antes; después apareció en modo de recuperación.',
  'verdict.came-up.normal': 'USB no mostraba este teléfono antes; después apareció con su sistema.',
  'verdict.came-up.other':
    'USB no mostraba este teléfono antes; después apareció en un modo de arranque que no se había pedido.',
  'verdict.nothing-appeared':
    'USB no mostraba este teléfono antes y tampoco lo mostró hasta el final de la espera, así que no se sabe qué hicieron los botones.',
  'verdict.taken-by-other':
    'No se pudo abrir el teléfono porque otro programa o controlador lo tiene ocupado. No se le envió nada.',
  'verdict.cancelled': 'Detuviste este intento.',
  'verdict.interrupted': 'La app o el equipo se detuvo durante este intento, así que no se vio cómo terminó.',
  'reason.released-early': 'se soltó un botón demasiado pronto',
  'reason.held-too-long': 'se mantuvieron los botones demasiado tiempo',
  'reason.gap-between-phases': 'hubo un momento con un botón suelto entre dos fases',
  'reason.wrong-button': 'se presionó un botón equivocado',
  'reason.wrong-order': 'se soltó primero el botón equivocado, o el orden fue otro',
  'reason.cable-cannot-signal': 'este cable o adaptador no señala DFU',
  'reason.driver': 'un controlador u otro programa tiene ocupado el teléfono',
  'reason.hub-or-port': 'un hub o el puerto interrumpió la conexión',
  'reason.board-fault': 'una avería en el teléfono',
  'reason.battery': 'la batería está vacía',
  'reason.unknown': 'no se sabe por lo que muestra USB',
  'likelihood.likely': 'probable',
  'likelihood.possible': 'posible',
  'likelihood.unlikely': 'poco probable',
  'change.none': 'No hay que cambiar nada.',
  'change.close-others-or-by-hand': 'Cierra Finder, Dispositivos Apple o iTunes e inténtalo de nuevo, o hazlo a mano.',
  'change.by-hand': 'La próxima vez hazlo a mano: los botones reinician el teléfono diga lo que diga el equipo.',
  'change.hold-longer-before-black':
    'La próxima vez mantén los botones hasta que la pantalla se haya puesto negra y haya sonado el tono.',
  'change.look-at-screen-and-finder':
    '¿Está negra la pantalla, y ofrecen Finder, Dispositivos Apple o iTunes restaurarlo? Entonces sigue como en DFU.',
  'change.let-go-at-first-tone': 'La próxima vez suelta todo con el primer tono que lo indique.',
  'change.hold-until-it-leaves':
    'La próxima vez mantén presionado sin interrupción hasta el tono que dice que el teléfono ha salido de USB. Si no llega, la guía dice cuándo empezar otra vez.',
  'change.let-go-at-logo-or-update':
    'La próxima vez suelta con el logotipo de Apple. Si vuelve a ocurrir, elige Actualizar en Finder, Dispositivos Apple o iTunes: conserva los datos.',
  'change.keep-second-down': 'La próxima vez no sueltes el segundo botón en ningún momento hasta el tono.',
  'change.release-power-at-tone': 'La próxima vez suelta el primer botón justo con el tono; sonará un poco antes.',
  'change.hold-past-logo': 'La próxima vez mantén más allá del logotipo de Apple, hasta la imagen del cable.',
  'change.keep-all-until-picture': 'La próxima vez mantén todo presionado hasta la imagen del cable.',
  'change.once-more-from-card': 'Lee la ficha una vez más e inténtalo de nuevo.',
  'change.force-restart':
    'Fuerza un reinicio, prueba otro puerto directamente en el equipo y después inténtalo de nuevo.',
  'change.back-up-and-have-it-looked-at':
    'Si vuelve a ocurrir, haz una copia de seguridad en cuanto el teléfono funcione y hazlo revisar por Apple o un taller.',
  'change.plug-in-firmly':
    'Conecta bien el cable por los dos extremos, directamente al equipo, no lo muevas e inténtalo de nuevo.',
  'change.shut-down-in-settings': 'La próxima vez apágalo en Ajustes, General, Apagar, sin los botones.',
  'change.charge-and-other-port':
    'Comprueba los dos extremos del cable y prueba otro puerto directamente en el equipo. Si la batería puede estar vacía, deja que se cargue antes.',
  'change.try-other-cable':
    'Prueba otro cable antes del próximo intento: para Lightning, un cable USB-A sencillo (o USB-A con adaptador); para USB-C, un cable de datos, girado una vez.',
  'change.try-other-cable.lightning':
    'Antes del próximo intento usa un cable USB-A a Lightning, directamente en el equipo o con un adaptador USB-A: se ha comunicado que los cables USB-C a Lightning no señalan DFU.',
  'change.try-other-cable.usb-c':
    'Antes del próximo intento usa un cable USB-C que lleve datos (algunos solo cargan), gira su conector una vez y después prueba un cable USB-C a USB-A. Que esto ayude con DFU no está confirmado.',
  'change.try-other-cable.30-pin':
    'Antes del próximo intento usa otro cable de 30 clavijas, directamente en el equipo. Que esto ayude con DFU no está confirmado.',
} as const
