import { FileText } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { failureLog } from '../../../shared/engine/case-logs.ts'
import { useTexts } from '../../language.ts'
import { FileDrop } from '../../ui/FileDrop.tsx'
import { Notice } from '../../ui/Notice.tsx'
import type { CaseProps } from '../checklist/CaseScreen.tsx'
import { isCaseFile } from '../history/case-file.ts'
import { FirmwareCheck } from '../firmware/FirmwareCheck.tsx'
import { Diagnosis } from '../checklist/Diagnosis.tsx'
import { LogCard } from './LogCard.tsx'
import { type LogRead, readLogFile } from './read-log-file.ts'
import './logs.css'

type Reading =
  | { readonly stage: 'idle' }
  | { readonly stage: 'reading'; readonly fileName: string; readonly share: number }
  | { readonly stage: 'done'; readonly fileName: string; readonly kind: LogRead['kind'] }

/** Reads one file at a time in this page and states what it tells. A new file ends the one before. */
function useLogReading(props: CaseProps) {
  const { act } = props
  const [reading, setReading] = useState<Reading>({ stage: 'idle' })
  const present = useRef<AbortController | null>(null)
  useEffect(() => () => present.current?.abort(), [])
  const take = async (file: File) => {
    present.current?.abort()
    const own = new AbortController()
    present.current = own
    const fileName = file.name
    setReading({ stage: 'reading', fileName, share: 0 })
    const found = await readLogFile(file, (share) => setReading({ stage: 'reading', fileName, share }), own.signal)
    if (own.signal.aborted) return
    if (found.kind === 'log') await act({ kind: 'log.read', log: found.log })
    setReading({ stage: 'done', fileName, kind: found.kind })
  }
  const stop = () => {
    present.current?.abort()
    setReading({ stage: 'idle' })
  }
  return { reading, take, stop }
}

function Field(props: { reading: Reading; onFile: (file: File) => void; onStop: () => void }) {
  const t = useTexts()
  const { reading } = props
  return (
    <FileDrop
      glyph={<FileText size="1.4em" aria-hidden />}
      words={t('log.drop')}
      button={t('log.pick')}
      leaves={isCaseFile}
      what={t('log.drop.what')}
      onFile={props.onFile}
    >
      {reading.stage === 'reading' && (
        <p className="file-progress">
          <progress value={reading.share} max={1} aria-label={t('log.reading', { file: reading.fileName })} />
          <button type="button" className="button quiet" onClick={props.onStop}>
            {t('log.stop')}
          </button>
        </p>
      )}
    </FileDrop>
  )
}

function Outcome(props: { reading: Reading }) {
  const t = useTexts()
  const { reading } = props
  if (reading.stage !== 'done' || reading.kind === 'cancelled') return null
  const tone = reading.kind === 'log' ? 'ok' : 'doubt'
  return (
    <div aria-live="polite">
      <Notice tone={tone}>{t(`log.read.${reading.kind}`, { file: reading.fileName })}</Notice>
    </div>
  )
}

/** Logs of this case: the place to drop one, what each told, and what follows for the causes. */
export function CaseLogs(props: CaseProps) {
  const t = useTexts()
  const { reading, take, stop } = useLogReading(props)
  const { logs = [], phone, handOver } = props.current
  const failed = failureLog(props.current)
  return (
    <section className="case-logs" aria-labelledby="case-logs-title">
      <h2 id="case-logs-title" className="eyebrow">
        {t('log.title')}
      </h2>
      <Field reading={reading} onFile={(file) => void take(file)} onStop={stop} />
      <Outcome reading={reading} />
      {logs.toReversed().map((log) => (
        <LogCard key={`${log.source} ${log.fileName} ${log.firstLine}`} log={log} phone={phone} />
      ))}
      <FirmwareCheck {...props} />
      {failed !== null && handOver?.stage !== 'failed' && <Diagnosis {...props} />}
    </section>
  )
}
