import { checklist } from './checklist.ts'
import { commands } from './commands.ts'
import { doors } from './doors.ts'
import { errors } from './errors.ts'
import { guide } from './guide.ts'
import { guideScreen } from './guide-screen.ts'
import { phones } from './phones.ts'
import { problems } from './problems.ts'
import { screens } from './screens.ts'
import { verdicts } from './verdicts.ts'

/** All English texts in one flat table. */
export const en = {
  ...checklist,
  ...commands,
  ...doors,
  ...errors,
  ...guide,
  ...guideScreen,
  ...phones,
  ...problems,
  ...screens,
  ...verdicts,
}
