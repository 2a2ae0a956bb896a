/** Numbers from the computer following the phone from mode to mode. */
export const errorsStateMachine = {
  'error.4000.title': 'The phone is locked',
  'error.4000.meaning': 'The update waits for the passcode on the phone’s screen. Unlock it and keep it awake.',
  'error.4005.title': 'The phone did not come back after being written',
  'error.4005.meaning':
    'The system was written and the computer waited for the phone to start from it, in vain. It comes at the end. A phone that starts normally afterwards was only slow: look before you try again.',
  'error.4010.title': 'The phone vanished before its restore had finished',
  'error.4010.meaning': 'It left USB while its own restore program was still working: cable, port, hub, then hardware.',
  'error.4013.title': 'The phone disconnected and came back in recovery mode',
  'error.4013.meaning':
    'During an update or restore the phone stopped talking to Finder (macOS), Apple Devices or iTunes (Windows) and disconnected. The computer expected its restore program and found recovery mode again. It is filed as a hardware communication error, but often the cause is small: cable, port, old software, a glitch. The moment of the failure says more than the number.',
  'error.4014.title': 'The phone disconnected and came back in DFU mode',
  'error.4014.meaning':
    'From the same family as 4013, with nearly the same cures: the computer expected the phone’s restore program and found DFU. Either the start of that program failed, or something else pushed the phone there: another program that grabbed it, held buttons, a low battery.',
  'error.4015-4036.title': 'The phone did not reach the next stage',
  'error.4015-4036.meaning':
    'Not confirmed: a number from the same family as 4013, whose exact meaning could not be found. Treated like 4013.',
  'error.4037.title': 'The phone is locked with its passcode',
  'error.4037.meaning': 'Unlock it and keep it awake during the update.',
  'error.4041.title': 'The phone stays in recovery instead of starting',
  'error.4041.meaning':
    'The computer waited for the phone to start from recovery. A failed restore leaves the phone set to recovery; setting that back keeps the data.',
  'error.4042.title': 'The phone did not leave DFU in time',
  'error.4042.meaning':
    'The computer waited ten minutes for the next stage. Seen with Macs on 26.4.1: update, and use another port.',
} as const
