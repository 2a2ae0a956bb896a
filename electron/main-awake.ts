import { powerSaveBlocker } from 'electron'

/** Keeps the display and the computer awake while wanted. */
export function keepAwake(): { set(on: boolean): void } {
  let blocker: number | null = null
  return {
    set(on) {
      if (on && blocker === null) blocker = powerSaveBlocker.start('prevent-display-sleep')
      if (!on && blocker !== null) {
        powerSaveBlocker.stop(blocker)
        blocker = null
      }
    },
  }
}
