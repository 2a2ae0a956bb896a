import { checklist } from './checklist.ts'
import { codes } from './codes.ts'
import { commands } from './commands.ts'
import { desktop } from './desktop.ts'
import { doors } from './doors.ts'
import { errors } from './errors.ts'
import { firstRun } from './first-run.ts'
import { guide } from './guide.ts'
import { guideScreen } from './guide-screen.ts'
import { languages } from './languages.ts'
import { logs } from './logs.ts'
import { host } from './host.ts'
import { manual } from './manual.ts'
import { phones } from './phones.ts'
import { problems } from './problems.ts'
import { screens } from './screens.ts'
import { verdicts } from './verdicts.ts'
import { verification } from './verification.ts'

/** All English texts in one flat table. */
export const en = {
  ...checklist,
  ...codes,
  ...commands,
  ...desktop,
  ...doors,
  ...errors,
  ...firstRun,
  ...guide,
  ...guideScreen,
  ...languages,
  ...logs,
  ...host,
  ...manual,
  ...phones,
  ...problems,
  ...screens,
  ...verdicts,
  ...verification,
}
