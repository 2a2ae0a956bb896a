/** What the doors say outside the app's own screens: the terminal that started it, and a browser that comes without its link. */
export const doors = {
  'serve.ready': 'Handhold runs at {url}',
  'serve.stopped': 'Handhold has stopped.',
  'serve.port-taken':
    'Port {port} is taken: another program, perhaps another Handhold, listens there. Stop it, or start with another --port.',
  'serve.cannot-listen': 'Handhold cannot listen on 127.0.0.1 port {port}: {detail}',
  'serve.no-renderer': 'The built pages are missing in {folder}. Run "npm run build" first.',
  'serve.bad-argument': '{detail}\n{usage}',
  'serve.usage':
    'Usage: serve [--port N] [--database FILE] [--practice-rate N] [--no-open]\n  --port           1 to 65535; a free one is taken when left out\n  --database       the history’s file; in this system’s data folder when left out\n  --practice-rate  how fast practice runs against life, 1 to 1000; 1 when left out\n  --no-open        do not open the browser',
  'serve.bad-port': '--port must be a number from 1 to 65535.',
  'serve.bad-rate': '--practice-rate must be a number from 1 to 1000.',
  'serve.need-link':
    'This page opens only with the link that Handhold printed when it started. The link works once. Start Handhold again for a new one.',
  'serve.link-used':
    'This link has been used already. Go back to the tab it opened, or start Handhold again for a new link.',
  'serve.wrong-host': 'Handhold answers only at its own address on this computer.',
  'serve.not-found': 'There is nothing here.',
  'serve.wrong-method': 'Only reading is possible here.',
  'start.downloading': 'Electron is not here yet; trying to download it.',
  'start.no-window': 'Electron cannot be had on this machine, so Handhold opens in the browser instead.',
  'start.no-display': 'This machine has no display, so Handhold is served for a browser instead of opening a window.',
  'chromium.found': 'Chromium: {path}',
  'chromium.installing': 'No Chromium found. Installing Debian’s: {command}',
  'chromium.missing':
    'No Chromium found. Install one, then run this again:\n  Debian or Ubuntu:  sudo apt-get install chromium\n  any system:        npx playwright install chromium\n  or set CHROMIUM to the program’s path.',
} as const
