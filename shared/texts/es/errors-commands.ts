/** The command line’s sentences about errors and plans. */
export const errorsCommands = {
  'error.unknown.title': 'Handhold no conoce el código {code}',
  'error.unknown.meaning':
    'Ninguna fila del catálogo nombra {code}. Los pasos son el orden por defecto: primero lo más barato y seguro, y nada que borre antes de todo lo que conserva los datos.',
} as const
