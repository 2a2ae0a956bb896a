import { type ReactNode, useId } from 'react'

/** A list to choose from under its name. `children` are the options. */
export function FilterField(props: {
  words: string
  value: string
  onValue: (value: string) => void
  children: ReactNode
}) {
  const id = useId()
  return (
    <div className="filter">
      <label className="small soft" htmlFor={id}>
        {props.words}
      </label>
      <select id={id} className="field" value={props.value} onChange={(event) => props.onValue(event.target.value)}>
        {props.children}
      </select>
    </div>
  )
}
