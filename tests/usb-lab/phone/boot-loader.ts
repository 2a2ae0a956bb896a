/** Variables an unmodified phone tells in recovery; all others are refused. */
const READABLE = ['auto-boot', 'build-version', 'build-style', 'boot-stage', 'radio-error', 'ramdisk-size']

const WRITABLE = ['auto-boot']

export type CommandOutcome = 'done' | 'stall' | 'reboot'

/** iBoot's memory and its few open commands. What is set lives until the next start unless it is saved. */
export type BootLoader = {
  run(text: string): CommandOutcome
  /** What the last `getenv` gave. */
  reply(): string
  /** As it left the factory: for a lab that uses one phone again and again. */
  forget(): void
  /** A start: unsaved settings are gone. Gives whether the phone goes on into its system by itself. */
  restart(): boolean
  variables(): Record<string, string>
}

/** A boot loader as a failed restore leaves it with `autoBoot` false, or as a healthy phone has it with true. */
export const createBootLoader = (autoBoot: boolean): BootLoader => {
  const factory = [
    ['auto-boot', String(autoBoot)],
    ['build-version', 'iBoot-8419.80.7'],
    ['build-style', 'RELEASE'],
    ['boot-stage', '2'],
    ['radio-error', '0'],
  ] as const
  let saved = new Map<string, string>(factory)
  let current = new Map(saved)
  let answer = ''

  const run = (text: string): CommandOutcome => {
    const [verb = '', name = '', ...rest] = text.split(' ')
    if (verb === 'setenv' && WRITABLE.includes(name)) {
      current.set(name, rest.join(' '))
      return 'done'
    }
    if (verb === 'getenv' && READABLE.includes(name)) {
      answer = current.get(name) ?? ''
      return 'done'
    }
    if (verb === 'saveenv') {
      saved = new Map(current)
      return 'done'
    }
    return verb === 'reboot' || verb === 'reset' ? 'reboot' : 'stall'
  }

  return {
    run,
    reply: () => answer,
    forget() {
      saved = new Map(factory)
      current = new Map(saved)
    },
    restart() {
      current = new Map(saved)
      return current.get('auto-boot') === 'true'
    },
    variables: () => Object.fromEntries(current),
  }
}
