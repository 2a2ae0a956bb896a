import type { GuideId, VerdictId } from '../../shared/knowledge/vocabulary.ts'
import type { Note, Power } from '../../shared/simulator/phone.ts'
import type { SessionSetup, TryResult } from '../simulator/session-setup.ts'

/** Where a guide leads, as the phone knows it. */
export const GOAL: { readonly [guide in GuideId]: Power } = {
  dfu: 'dfu',
  recovery: 'recovery',
  'exit-dfu': 'system',
  'exit-recovery': 'system',
  restart: 'system',
  'power-off': 'off',
}

/** The phone's own notes since the try began. */
export const notesOf = ({ truth, startedAtMs }: TryResult): readonly Note[] =>
  truth.notes.filter((note) => note.atMs >= startedAtMs)

/**
 * The verdict that somebody would give who saw inside the phone at the moment of the verdict. Takes the setup and the try;
 * gives the only right verdict. A phone that USB never showed cannot be seen to stay, so nothing came of it there.
 */
export function rightVerdict(setup: SessionSetup, tried: TryResult, unseen: boolean): VerdictId {
  const notes = notesOf(tried)
  const { power, badDfu } = tried.truth
  const goal = GOAL[setup.guide]
  const moved = notes.some(({ what }) => what === 'reset' || what === 'powered-off')
  if (setup.opens !== undefined && setup.opens !== 'ok' && tried.way === 'assisted') return 'taken-by-other'
  if (!moved && power !== goal) return unseen ? 'nothing-returned' : 'never-left'
  if (!moved && (setup.guide === 'restart' || goal === 'off')) return unseen ? 'nothing-returned' : 'never-left'
  if (goal === 'dfu' && notes.some(({ what }) => what === 'dfu-spoiled') && (power !== 'dfu' || badDfu))
    return 'lost-after-dfu'
  if (power === goal) {
    const alike = goal === 'dfu' && setup.dfuShows !== undefined && setup.dfuShows !== 'dfu'
    if (setup.dfuShows === 'loader-dfu') return goal === 'dfu' ? 'soft-dfu' : 'entered'
    return alike ? 'maybe-dfu' : 'entered'
  }
  switch (power) {
    case 'recovery':
      return 'came-back-in-recovery'
    case 'system':
      return 'came-back-in-system'
    case 'dfu':
      return 'other-mode'
    default:
      return 'nothing-returned'
  }
}
