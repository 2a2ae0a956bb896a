import { VERDICTS, type VerdictId } from '../../shared/knowledge/vocabulary.ts'
import { counted, type Tally } from '../../shared/simulator/dice.ts'
import { runSession } from '../simulator/session.ts'
import { taskOf } from './population.ts'
import { rightVerdict } from './right-verdict.ts'

/** What many people's first tries came to: how often each right verdict got each given one, and who got a wrong one. */
export type Confusion = {
  readonly people: number
  /** Keys are `<right> <given>`. */
  readonly pairs: Tally
  readonly wrong: readonly { readonly seed: number; readonly right: VerdictId; readonly given: VerdictId }[]
}

/** Plays the people of these seeds at their tasks, once each. */
export function confusionOf(seeds: readonly number[]): Confusion {
  let pairs: Tally = {}
  const wrong: Confusion['wrong'][number][] = []
  for (const seed of seeds) {
    const setup = taskOf(seed)
    const { tries, world } = runSession(setup)
    const tried = tries[0]
    if (!tried) throw new Error(`nothing was started (seed ${seed})`)
    const unseen = setup.start === 'off' || (setup.start === 'frozen' && !world.phone.figures.frozenOnUsb)
    const right = rightVerdict(setup, tried, unseen)
    const given = tried.verdict.id
    pairs = counted(pairs, `${right} ${given}`)
    if (right !== given) wrong.push({ seed, right, given })
  }
  return { people: seeds.length, pairs, wrong }
}

/** Share (0 to 1) of right verdicts. */
export const rightShare = ({ people, wrong }: Confusion): number => 1 - wrong.length / people

/** The table: a row per right verdict, a column per given one; only those that occurred. */
export function confusionTable({ pairs }: Confusion): readonly (readonly string[])[] {
  const occurs = (index: 0 | 1) =>
    VERDICTS.filter((id) => Object.keys(pairs).some((key) => key.split(' ')[index] === id))
  const given = occurs(1)
  const count = (right: string, id: string) => pairs[`${right} ${id}`] ?? 0
  const rows = occurs(0).map((right) => {
    const all = given.reduce((sum, id) => sum + count(right, id), 0)
    const cells = given.map((id) => (count(right, id) === 0 ? '' : String(count(right, id))))
    return [right, ...cells, `${((100 * count(right, right)) / all).toFixed(1)} %`]
  })
  return [['what happened in the phone', ...given, 'right'], ...rows]
}
