import { useEffect } from 'react'

/** Keeps the screen lit while `active`; browsers drop the lock when the page is hidden, so it is taken again on return. */
export function useWakeLock(active: boolean): void {
  useEffect(() => {
    if (!active || !('wakeLock' in navigator)) return undefined
    const state: { lock: WakeLockSentinel | null; over: boolean } = { lock: null, over: false }
    const take = async () => {
      if (document.visibilityState !== 'visible') return
      try {
        const lock = await navigator.wakeLock.request('screen')
        if (state.over) await lock.release()
        else state.lock = lock
      } catch {
        // Refused (battery saver, policy): the guide works without.
      }
    }
    const again = () => void take()
    void take()
    document.addEventListener('visibilitychange', again)
    return () => {
      state.over = true
      document.removeEventListener('visibilitychange', again)
      void state.lock?.release()
    }
  }, [active])
}
