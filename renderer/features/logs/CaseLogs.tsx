import { FileText } from 'lucide-react'
import { type DragEvent, useEffect, useRef, useState } from 'react'
import { failureLog } from '../../../shared/engine/case-logs.ts'
import { useTexts } from '../../language.ts'
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
  const take = async (file: File | undefined) => {
    if (file === undefined) return
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

/** Whether something that is dragged over the page holds a file. */
const holdsFile = (event: DragEvent) => event.dataTransfer.types.includes('Files')

function Field(props: { reading: Reading; onFile: (file: File | undefined) => void; onStop: () => void }) {
  const t = useTexts()
  const [over, setOver] = useState(false)
  const { reading } = props
  const drop = (event: DragEvent) => {
    setOver(false)
    // an exported case is taken in by the window, wherever it is dropped
    if (!holdsFile(event) || [...event.dataTransfer.files].every(isCaseFile)) return
    event.preventDefault()
    props.onFile(event.dataTransfer.files[0])
  }
  const drag = (event: DragEvent) => {
    if (!holdsFile(event)) return
    event.preventDefault()
    setOver(true)
  }
  return (
    <div
      className={over ? 'log-drop over' : 'log-drop'}
      onDragOver={drag}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <FileText size="1.4em" aria-hidden />
      <div>
        <p className="log-pick">
          <span>{t('log.drop')}</span>
          <label className="button">
            {t('log.pick')}
            <input
              type="file"
              className="unseen"
              onChange={(event) => {
                props.onFile(event.target.files?.[0])
                event.target.value = ''
              }}
            />
          </label>
        </p>
        <p className="soft small">{t('log.drop.what')}</p>
      </div>
      {reading.stage === 'reading' && (
        <p className="log-progress">
          <progress value={reading.share} max={1} aria-label={t('log.reading', { file: reading.fileName })} />
          <button type="button" className="button quiet" onClick={props.onStop}>
            {t('log.stop')}
          </button>
        </p>
      )}
    </div>
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
