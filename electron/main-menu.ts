import { app, Menu } from 'electron'
import type { Translate } from '../shared/texts/translate.ts'
import { type MenuCommand, menuPlan } from './main-menu-plan.ts'

/** Puts the menu bar up, in the given language. */
export function showMenu(t: Translate, run: (command: MenuCommand) => void): void {
  const plan = menuPlan(t, { platform: process.platform, packed: app.isPackaged }, run)
  Menu.setApplicationMenu(Menu.buildFromTemplate(plan))
}
