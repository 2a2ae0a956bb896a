import type { MenuItemConstructorOptions } from 'electron'
import type { Translate } from '../shared/texts/translate.ts'

/** What a menu asks the shell to do; everything else in the menus is a role that the system plays. */
export type MenuCommand =
  | { readonly kind: 'open-case' }
  | { readonly kind: 'save-pdf' }
  | { readonly kind: 'show-log' }
  | { readonly kind: 'go'; readonly hash: string }

type Item = MenuItemConstructorOptions

/** The places of the app that have a shortcut, in the order of the rail. */
const PLACES = [
  { name: 'home', hash: '#/' },
  { name: 'practise', hash: '#/practise' },
  { name: 'codes', hash: '#/codes' },
  { name: 'history', hash: '#/history' },
] as const

/**
 * The menu bar. `run` gets what was asked for. macOS has its own first menu with Settings in it, and one for its windows; elsewhere Settings are under File. Tools
 * that look inside the page are there only in an app that is not packed.
 */
export function menuPlan(
  t: Translate,
  on: { readonly platform: NodeJS.Platform; readonly packed: boolean },
  run: (command: MenuCommand) => void,
): Item[] {
  const isMac = on.platform === 'darwin'
  const line: Item = { type: 'separator' }
  const role = (name: NonNullable<Item['role']>): Item => ({ role: name, label: t(`desktop.menu.${name}`) })
  const command = (id: string, what: MenuCommand, accelerator?: string): Item => ({
    id,
    label: t(`desktop.menu.${id}`),
    ...(accelerator !== undefined && { accelerator }),
    click: () => run(what),
  })
  const settings = command('settings', { kind: 'go', hash: '#/settings' }, 'CmdOrCtrl+,')
  const ofTheApp: Item = {
    label: t('app.name'),
    submenu: [
      role('about'),
      line,
      settings,
      line,
      role('hide'),
      role('hideOthers'),
      role('unhide'),
      line,
      role('quit'),
    ],
  }
  const file: Item = {
    label: t('desktop.menu.file'),
    submenu: [
      command('open-case', { kind: 'open-case' }, 'CmdOrCtrl+O'),
      command('save-pdf', { kind: 'save-pdf' }, 'CmdOrCtrl+P'),
      ...(isMac ? [line, role('close')] : [line, settings, line, role('quit')]),
    ],
  }
  const edit: Item = {
    label: t('desktop.menu.edit'),
    submenu: [role('undo'), role('redo'), line, role('cut'), role('copy'), role('paste'), role('selectAll')],
  }
  const go: Item = {
    label: t('desktop.menu.go'),
    submenu: PLACES.map(({ name, hash }, index) =>
      command(`go-${name}`, { kind: 'go', hash }, `CmdOrCtrl+${index + 1}`),
    ),
  }
  const view: Item = {
    label: t('desktop.menu.view'),
    submenu: [
      ...[role('resetZoom'), role('zoomIn'), role('zoomOut'), line, role('togglefullscreen')],
      ...(on.packed ? [] : [line, role('toggleDevTools')]),
    ],
  }
  const help: Item = {
    label: t('desktop.menu.help'),
    submenu: [
      command('manual', { kind: 'go', hash: '#/manual' }, 'F1'),
      command('show-log', { kind: 'show-log' }),
      ...(isMac ? [] : [line, role('about')]),
    ],
  }
  const windows: Item = {
    label: t('desktop.menu.window'),
    role: 'window',
    submenu: [role('minimize'), role('zoom'), line, role('front')],
  }
  return [...(isMac ? [ofTheApp] : []), file, edit, go, view, ...(isMac ? [windows] : []), help]
}
