import { type DragEvent, type ReactNode, useState } from 'react'

/** Whether something that is dragged over the page holds a file. */
const holdsFile = (event: DragEvent) => event.dataTransfer.types.includes('Files')

/**
 * A place to drop one file or to pick it; `children` stand below. The file stays where it is: whoever takes it reads it. What
 * `leaves` says yes to is left to the window, wherever it is dropped.
 */
export function FileDrop(props: {
  glyph: ReactNode
  words: string
  button: string
  what: string
  accept?: string
  leaves: (file: File) => boolean
  onFile: (file: File) => void
  children?: ReactNode
}) {
  const [over, setOver] = useState(false)
  const { leaves, onFile } = props
  const drop = (event: DragEvent) => {
    setOver(false)
    const files = [...event.dataTransfer.files]
    if (!holdsFile(event) || files.every(leaves)) return
    event.preventDefault()
    const [file] = files
    if (file !== undefined) onFile(file)
  }
  const drag = (event: DragEvent) => {
    if (!holdsFile(event)) return
    event.preventDefault()
    setOver(true)
  }
  return (
    <div
      className={over ? 'file-drop over' : 'file-drop'}
      onDragOver={drag}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {props.glyph}
      <div>
        <p className="file-pick">
          <span>{props.words}</span>
          <label className="button">
            {props.button}
            <input
              type="file"
              className="unseen"
              accept={props.accept}
              onChange={(event) => {
                const [file] = event.target.files ?? []
                if (file !== undefined) onFile(file)
                event.target.value = ''
              }}
            />
          </label>
        </p>
        <p className="soft small">{props.what}</p>
      </div>
      {props.children}
    </div>
  )
}
