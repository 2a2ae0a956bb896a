import { checklistBeforeErasing } from './checklist-before-erasing.ts'
import { checklistReasons } from './checklist-reasons.ts'
import { checklistSteps } from './checklist-steps.ts'
import { codes } from './codes.ts'
import { desktop } from './desktop.ts'
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
import { firstRun } from './first-run.ts'
import { guideScreen } from './guide-screen.ts'
import { guide } from './guide.ts'
import { host } from './host.ts'
import { languages } from './languages.ts'
import { logs } from './logs.ts'
import { manual } from './manual.ts'
import { phones } from './phones.ts'
import { problems } from './problems.ts'
import { screensHandover } from './screens-handover.ts'
import { screensHistoryPages } from './screens-history-pages.ts'
import { screensHistory } from './screens-history.ts'
import { screens } from './screens.ts'
import { verdicts } from './verdicts.ts'
import { verification } from './verification.ts'
import type { Texts } from '../translate.ts'

/** All texts of this language in one flat table; what is missing is read in English (`../translate.ts`). */
export const es: Texts = {
  ...checklistBeforeErasing,
  ...checklistReasons,
  ...checklistSteps,
  ...codes,
  ...desktop,
  ...errorsBaseband,
  ...errorsCommands,
  ...errorsDiagnosis,
  ...errorsFull,
  ...errorsHost,
  ...errorsNetwork,
  ...errorsPhone,
  ...errorsSigning,
  ...errorsStateMachine,
  ...errorsWords,
  ...firstRun,
  ...guideScreen,
  ...guide,
  ...host,
  ...languages,
  ...logs,
  ...manual,
  ...phones,
  ...problems,
  ...screensHandover,
  ...screensHistoryPages,
  ...screensHistory,
  ...screens,
  ...verdicts,
  ...verification,
}
