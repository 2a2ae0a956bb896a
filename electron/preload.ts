import { contextBridge, ipcRenderer } from 'electron'

contextBridge.exposeInMainWorld('handhold', { door: 'desktop' })

// The page makes a channel and posts one end here; it goes on to the main process and nothing else does.
window.addEventListener('message', (event) => {
  if (event.source !== window || event.data !== 'handhold:connect') return
  const [port] = event.ports
  if (port) ipcRenderer.postMessage('handhold:connect', null, [port])
})

// A menu or a notification leads to a place of the app, as a link on the page would.
ipcRenderer.on('handhold:go', (_event, hash: unknown) => {
  if (typeof hash === 'string' && hash.startsWith('#/')) location.hash = hash
})
