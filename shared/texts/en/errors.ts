import { errorsBaseband } from './errors-baseband.ts'
import { errorsCommands } from './errors-commands.ts'
import { errorsDiagnosis } from './errors-diagnosis.ts'
import { errorsFull } from './errors-full.ts'
import { errorsHost } from './errors-host.ts'
import { errorsNetwork } from './errors-network.ts'
import { errorsPhone } from './errors-phone.ts'
import { errorsSigning } from './errors-signing.ts'
import { errorsStateMachine } from './errors-state-machine.ts'
import { errorsWords } from './errors-words.ts'

export const errors = {
  ...errorsWords,
  ...errorsCommands,
  ...errorsDiagnosis,
  ...errorsPhone,
  ...errorsBaseband,
  ...errorsHost,
  ...errorsSigning,
  ...errorsStateMachine,
  ...errorsNetwork,
  ...errorsFull,
} as const
