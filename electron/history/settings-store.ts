import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import type { Problem } from '../../shared/engine/problem.ts'
import { DEFAULT_SETTINGS, Settings } from '../../shared/engine/state.ts'
import { readJson, whole } from './rows.ts'

const SETTINGS_KEY = 'settings'
/** Which case lay on the table: its id, or null when the person put it back on the shelf. */
const TABLE_KEY = 'table'

const SAVE = `INSERT INTO settings (key, value, saved_wall_ms) VALUES (?, ?, ?)
ON CONFLICT (key) DO UPDATE SET value = excluded.value, saved_wall_ms = excluded.saved_wall_ms`

export type SettingsStore = {
  save(settings: Settings, wallMs: number): void
  saveTable(caseId: string | null, wallMs: number): void
  /** The stored settings, or the defaults. Damaged ones are kept under another key and reported once. */
  read(wallMs: number): { settings: Settings; problem: Problem | null }
  /** `undefined`: nothing is known. */
  table(): string | null | undefined
}

/** Reads and writes of settings on one open database. All throw what SQLite throws. */
export function settingsStore(db: Database): SettingsStore {
  const save = db.prepare(SAVE)
  const read = db.prepare<[string], string>('SELECT value FROM settings WHERE key = ?').pluck()
  const rename = db.prepare('UPDATE settings SET key = ? WHERE key = ?')
  return {
    save: (settings, wallMs) => void save.run(SETTINGS_KEY, JSON.stringify(settings), whole(wallMs)),
    saveTable: (caseId, wallMs) => void save.run(TABLE_KEY, JSON.stringify(caseId), whole(wallMs)),
    read(wallMs) {
      const text = read.get(SETTINGS_KEY)
      if (text === undefined) return { settings: DEFAULT_SETTINGS, problem: null }
      const settings = readJson(Settings, text)
      if (settings) return { settings, problem: null }
      const key = `${SETTINGS_KEY}.damaged-${new Date(wallMs).toISOString()}`
      rename.run(key, SETTINGS_KEY)
      return {
        settings: DEFAULT_SETTINGS,
        problem: { code: 'settings-damaged', detail: `the damaged settings are kept under ${key}` },
      }
    },
    table() {
      const text = read.get(TABLE_KEY)
      if (text === undefined) return undefined
      return readJson(z.string().nullable(), text)
    },
  }
}
