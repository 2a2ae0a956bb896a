import type { CallHandlers, World } from '../shared/contract/contract.ts'
import { type Insights, NO_LABELS } from '../shared/contract/history.ts'
import type { Loop } from '../shared/engine/loop.ts'
import type { Problem } from '../shared/engine/problem.ts'
import type { State } from '../shared/engine/state.ts'
import type { Archive, Done } from './history/archive.ts'
import { copiesOf } from './history/copies.ts'
import type { History } from './history/open.ts'

export type HistoryPorts = {
  readonly history: History
  readonly archive: Archive
  readonly loopOf: (world: World) => Loop | null
}

type HistoryCallName = Extract<keyof CallHandlers, `history${string}`>

const refused = (code: Problem['code']) => ({ ok: false, problem: { code } }) as const

const runs = ({ guide }: State) => guide !== null && guide.stage !== 'card' && guide.stage !== 'ended'

const NO_INSIGHTS: Insights = {
  cases: 0,
  misses: { port: [], cable: [], hubs: [], model: [], hour: [] },
  repairs: [],
}

/**
 * The calls about the history, answered. What is erased or replaced leaves the worlds first, so that no later save brings it
 * back; while somebody's hands are on a phone, nothing of that begins. Throws only for bugs.
 */
export function historyCallHandlers({ history, archive, loopOf }: HistoryPorts): Pick<CallHandlers, HistoryCallName> {
  const worlds = () => (['real', 'practice'] as const).map(loopOf).filter((loop) => loop !== null)
  const busy = () => worlds().some((loop) => runs(loop.current()))

  /** Tells a world which cases are open now. The one on the table stays, unless it is gone. */
  const reload = (loop: Loop, openCases: State['shelf']) => {
    const { case: table, host, settings } = loop.current()
    const stays = table !== null && openCases.some(({ id }) => id === table.id)
    // a case that goes is put down first: nothing may be noted under it afterwards
    if (table !== null && !stays) loop.state({ kind: 'case.leave' })
    const { system } = host
    loop.state({ kind: 'app.started', system, settings, openCases, resumeCaseId: stays ? table.id : null })
  }
  const forget = (isGone: (caseId: string) => boolean) => {
    for (const loop of worlds()) {
      const { case: table, shelf } = loop.current()
      const open = [...(table?.outcome === null ? [table] : []), ...shelf]
      const left = open.filter(({ id }) => !isGone(id))
      if (left.length < open.length || (table !== null && isGone(table.id))) reload(loop, left)
    }
  }
  const asStored = () => {
    const real = loopOf('real')
    if (real) reload(real, history.openCases())
  }

  const erased = (done: Done<number>) => {
    // what could not be erased is still open
    if (!done.ok) asStored()
    return done.ok ? ({ ok: true, cases: done.value, copies: copiesOf(history.file).length } as const) : done
  }

  return {
    historyList: async (input) => (await archive.ask({ name: 'list', input })) ?? { rows: [], total: 0 },
    historyPhones: async (input) => (await archive.ask({ name: 'phones', input })) ?? { rows: [], total: 0 },
    historyChoices: async (input) =>
      (await archive.ask({ name: 'choices', input })) ?? {
        ...{ code: [], phone: [], model: [], operator: [], cable: [], port: [], 'fixed-by': [] },
      },
    historyCase: async (input) =>
      (await archive.ask({ name: 'case', input })) ?? {
        ...{ case: null, labels: NO_LABELS, attempts: [], events: [], unreadable: 0 },
      },
    historyLabel: ({ caseId, labels }) => (history.setLabels(caseId, labels) ? { ok: true } : refused('case-unknown')),
    historyLabelAttempt: ({ attemptId, cableLabel }) =>
      history.setCable(attemptId, cableLabel) ? { ok: true } : refused('case-unknown'),
    historyInsights: async (input) => ({
      ok: true,
      insights: (await archive.ask({ name: 'insights', input })) ?? NO_INSIGHTS,
    }),
    historyDocument: async (input) => {
      const done = await archive.document(input)
      return done.ok ? { ok: true, document: done.value } : done
    },
    historyDocumentPart: ({ id, offset }) => ({ text: archive.documentPart(id, offset) }),
    historyImport: async (part) => {
      const done = await archive.importPart(part)
      if (!done.ok) return done
      if (done.value.some((result) => result.ok && result.result !== 'already-here') && !busy()) asStored()
      return { ok: true, results: done.value }
    },
    historyErase: async ({ caseIds }) => {
      if (busy()) return refused('not-now')
      forget((id) => caseIds.includes(id))
      return erased(await archive.erase(caseIds))
    },
    historyEraseAll: async ({ copiesToo }) => {
      if (busy()) return refused('not-now')
      forget(() => true)
      const done = await archive.eraseAll()
      if (done.ok && copiesToo) for (const { fileName } of copiesOf(history.file)) archive.removeCopy(fileName)
      return erased(done)
    },
    historyRetention: async (rule) => {
      if (busy()) return refused('not-now')
      const done = await archive.retain(rule)
      return done.ok ? { ok: true, cases: done.value, copies: copiesOf(history.file).length } : done
    },
    historyBackUp: async () => {
      const done = await archive.backUp()
      return done.ok ? { ok: true, fileName: done.value.split(/[\\/]/).at(-1) ?? '' } : done
    },
    historyRestore: async ({ fileName }) => {
      if (busy()) return refused('not-now')
      forget(() => true)
      const done = await archive.restore(fileName)
      asStored()
      return done.ok ? { ok: true } : done
    },
    historyRemoveCopy: ({ fileName }) => {
      const done = archive.removeCopy(fileName)
      return done.ok ? { ok: true } : done
    },
    historyKeeping: () => archive.keeping(),
  }
}
