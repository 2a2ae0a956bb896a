/** The first minutes with Handhold: what it is, what it needs, what it keeps. */
export const firstRun = {
  'welcome.hint.title': '¿Es tu primera vez aquí?',
  'welcome.hint.text':
    'Mira en un minuto qué hace Handhold y qué le falta a este equipo, o practica antes sin teléfono.',
  'welcome.hint.open': 'Qué necesita',
  'welcome.hint.practise': 'Dos minutos de práctica',
  'welcome.hint.not-now': 'Ahora no',
  'welcome.title': 'Qué es Handhold',
  'welcome.lead':
    'La restauración de un iPhone terminó con un código, o el teléfono tiene que entrar en modo de recuperación o DFU. Handhold te lleva hasta allí, un paso seguro tras otro.',
  'welcome.does.watches': 'Observa USB y dice qué teléfono hay y en qué modo está.',
  'welcome.does.coaches': 'Guía tus manos por los botones, con avisos que siguen lo que USB muestra de verdad.',
  'welcome.does.explains':
    'Dice por qué falló un intento, qué cambiar y qué hacer después en Finder, Dispositivos Apple o iTunes.',
  'welcome.not.title': 'Qué no es',
  'welcome.not':
    'No restaura por sí mismo, no sustituye ningún controlador, no envía nada a un teléfono en modo DFU y no desbloquea nada.',
  'welcome.stays.title': 'Qué se queda aquí',
  'welcome.stays':
    'Todo. No hay cuenta ni telemetría. Solo se pregunta a la red cuando presionas un botón que lo dice. Lo que hiciste se guarda en un archivo de este equipo:',
  'welcome.needs.title': 'Qué necesita este equipo',
  'welcome.needs.looking': 'Revisando este equipo.',
  'welcome.needs.again': 'Revisar de nuevo',
  'welcome.usb.ok': 'Handhold ve USB.',
  'welcome.usb.unknown': 'Handhold está pidiendo acceso a USB.',
  'welcome.phone.ok': '{name} está conectado.',
  'welcome.phone.unknown': 'Ahora no hay ningún teléfono conectado. No pasa nada; conéctalo cuando empieces.',
  'welcome.prompt.macos':
    'Un Mac puede preguntar si deja que el teléfono se conecte, y el teléfono si confía en el equipo. Di que sí a las dos preguntas, o USB no muestra nada.',
  'welcome.prompt.windows':
    'Windows necesita el controlador de Apple: instala Dispositivos Apple desde Microsoft Store, o iTunes de Apple. Handhold no trae ninguno ni cambia ninguno. El teléfono pregunta si confía en el equipo: di que sí.',
  'welcome.prompt.linux':
    'Para observar, Linux no necesita nada. Solo para el modo asistido, en el que el equipo reinicia el teléfono, tiene que estar esta regla udev. El .deb la instala; con AppImage o desde el código fuente, hazlo una vez a mano.',
  'welcome.rule.copy': 'Copiar las órdenes',
  'welcome.rule.copied': 'Copiadas. Pégalas en un terminal; piden la contraseña de un administrador.',
  'welcome.rule.label': 'Órdenes que instalan la regla udev',
  'welcome.practice.title': 'Dos minutos de práctica',
  'welcome.practice':
    'Un iPhone virtual, con tu teclado como botones. No se puede romper nada, y el ritmo en tus manos es la mitad de lo que hace falta.',
  'welcome.practice.go': 'Practicar',
  'welcome.begin': 'Empezar',
  'welcome.manual': 'Abrir el manual',
} as const
