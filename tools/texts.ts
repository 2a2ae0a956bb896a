/**
 * `npm run texts` says what each language lacks, and stamps every translation that is new or was changed with the English that
 * it was made from. `npm run texts -- es some.key other.key` confirms translations that still fit a reworded English text.
 */
import { writeFileSync } from 'node:fs'
import { ar } from '../shared/texts/ar/index.ts'
import { en } from '../shared/texts/en/index.ts'
import { es } from '../shared/texts/es/index.ts'
import type { Texts } from '../shared/texts/translate.ts'
import { zhHans } from '../shared/texts/zh-Hans/index.ts'
import { findingsOf, readStamps, stampFile, stampsAfter, type Translated } from './text-stamps.ts'

const TABLES: Readonly<Record<Translated, Texts>> = { es, 'zh-Hans': zhHans, ar }

const [wanted, ...confirmed] = process.argv.slice(2)

for (const [tag, table] of Object.entries(TABLES) as [Translated, Texts][]) {
  const stamps = stampsAfter(en, table, readStamps(tag), new Set(tag === wanted ? confirmed : []))
  writeFileSync(stampFile(tag), `${JSON.stringify(stamps, null, 2)}\n`)
  const { missing, needless, stale } = findingsOf(en, table, stamps)
  console.log(`${tag}: ${Object.keys(table).length} texts`)
  for (const [what, keys] of Object.entries({ missing, needless, stale }))
    for (const key of keys) console.log(`  ${what}: ${key}`)
}
