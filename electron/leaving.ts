/** Guards the ways out: while something unsafe runs, the person is asked first, once at a time. */
export type Leaving = {
  /** Whether nobody needs to be asked now. */
  may(): boolean
  /** Goes on at once where nobody needs to be asked, else after a yes. */
  request(goOn: () => void): void
  /** The system ends the session: nobody can be asked any more. */
  allow(): void
}

/** `unsafe`: why a question is needed, null for none. `ask`: resolves with whether to leave all the same. */
export function createLeaving<Why>(unsafe: () => Why | null, ask: (why: Why) => Promise<boolean>): Leaving {
  let allowed = false
  let asking = false
  const may = () => allowed || unsafe() === null
  return {
    may,
    allow: () => void (allowed = true),
    request(goOn) {
      const why = unsafe()
      if (allowed || why === null) return goOn()
      if (asking) return
      asking = true
      void ask(why)
        .then((yes) => {
          if (!yes) return
          allowed = true
          goOn()
        })
        .finally(() => (asking = false))
    },
  }
}
