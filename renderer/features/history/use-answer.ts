import { useEffect, useState } from 'react'
import type { CallInput, CallName, CallOutput } from '../../../shared/contract/contract.ts'
import { useSnapshot, useStore } from '../../store.ts'

export type Answered<T> = { readonly found: T | null; readonly failed: boolean }

/**
 * The newest answer to a question about the history, asked again when the history changes. `found` is null while the first one is
 * on its way; `failed` when it could not be read. An answer that comes after a newer question is dropped.
 */
export function useAnswer<N extends CallName>(name: N, input: CallInput<N>): Answered<CallOutput<N>> {
  const store = useStore()
  const { historyVersion, link } = useSnapshot()
  const [answer, setAnswer] = useState<Answered<CallOutput<N>>>({ found: null, failed: false })
  const open = link.kind === 'open'
  const asked = JSON.stringify(input)
  useEffect(() => {
    if (!open) return undefined
    let wanted = true
    store.call(name, JSON.parse(asked) as CallInput<N>).then(
      (found) => wanted && setAnswer({ found, failed: false }),
      () => wanted && setAnswer((before) => ({ ...before, failed: true })),
    )
    return () => {
      wanted = false
    }
  }, [store, open, name, asked, historyVersion])
  return answer
}
