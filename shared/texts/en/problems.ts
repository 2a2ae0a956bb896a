/** For each problem code: what happened, and what to do. */
export const problems = {
  'problem.usb-unavailable.what': 'This computer does not let Handhold see USB.',
  'problem.usb-unavailable.do':
    'Plug the phone in directly, without a virtual machine or remote desktop in between; Handhold keeps trying.',
  'problem.usb-no-events.what':
    'The system does not announce USB devices to Handhold, so it looks at the list once a second.',
  'problem.usb-no-events.do': 'Nothing needs doing. Starting the udev service makes it faster.',
  'problem.usb-no-permission.what': 'Handhold sees the phone but may not open it.',
  'problem.usb-no-permission.do':
    'Install the udev rule that comes with Handhold (assets/udev), plug the phone in again, or go on by hand.',
  'problem.database-locked.what': 'The history file is in use by another program.',
  'problem.database-locked.do':
    'Close other copies of Handhold. What happens now is kept in memory and written as soon as the file is free.',
  'problem.database-read-only.what': 'The history file cannot be written.',
  'problem.database-read-only.do': 'Check the rights of its folder. What happens now is kept in memory until then.',
  'problem.database-full.what': 'The disk is full, so the history cannot be written.',
  'problem.database-full.do': 'Free some space. What happens now is kept in memory and written then.',
  'problem.database-damaged.what':
    'The history file was damaged. It was set aside, not deleted, and a new one was begun.',
  'problem.database-damaged.do': 'Your old file lies beside the new one with the date in its name.',
  'problem.database-newer.what': 'The history file was written by a newer Handhold and was left untouched.',
  'problem.database-newer.do': 'Install the newer version. Until then nothing is kept after closing.',
  'problem.database-unavailable.what': 'The history file cannot be opened.',
  'problem.database-unavailable.do': 'Check its folder. Until then nothing is kept after closing.',
  'problem.contract-broken.what': 'The screen and the app did not understand each other.',
  'problem.contract-broken.do': 'Reload the window; the state is kept.',
  'problem.not-now.what': 'That is not possible right now.',
  'problem.not-now.do': 'Finish or stop what is running first.',
  'problem.phone-changed.what': 'The phone or its mode has changed since.',
  'problem.phone-changed.do': 'Look at the phone named on screen and confirm again.',
  'problem.phone-unknown.what': 'This phone is not known.',
  'problem.phone-unknown.do': 'Plug it in and choose it again.',
  'problem.case-unknown.what': 'This case is not in the history.',
  'problem.case-unknown.do': 'Go back to the list.',
  'problem.settings-damaged.what': 'The settings could not be read and were set back.',
  'problem.settings-damaged.do': 'Set them again in Settings.',
  'problem.too-much.what': 'That is more than fits into one file.',
  'problem.too-much.do': 'Narrow the list with the filters. A whole history moves by a backup.',
} as const
