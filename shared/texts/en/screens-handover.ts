/** What to do after recovery or DFU, in Apple's own programs, by the computer's system; and how it went. */
export const screensHandover = {
  'handover.recovery.title.macos': 'Now open Finder and choose Update',
  'handover.recovery.title.windows': 'Now open Apple Devices or iTunes and choose Update',
  'handover.recovery.title.linux': 'The phone is ready for an update',
  'handover.recovery.data':
    'Update installs the system again and keeps the data. Choose Restore only when Update has failed.',
  'handover.recovery.macos.1': 'Open Finder and choose the phone in the sidebar, under Locations.',
  'handover.recovery.macos.2':
    'A window says that there is a problem with the phone that requires it to be updated or restored.',
  'handover.recovery.macos.3': 'Choose Update. Not Restore.',
  'handover.recovery.macos.4':
    'Leave the cable alone until it is done. If the download takes more than 15 minutes the phone may leave recovery by itself: let the download finish, then enter recovery again.',
  'handover.recovery.windows.1': 'Open Apple Devices. If it is not installed, open iTunes. Only one of the two.',
  'handover.recovery.windows.2':
    'A window says that there is a problem with the phone that requires it to be updated or restored.',
  'handover.recovery.windows.3': 'Choose Update. Not Restore.',
  'handover.recovery.windows.4':
    'Leave the cable alone until it is done. If the download takes more than 15 minutes the phone may leave recovery by itself: let the download finish, then enter recovery again.',
  'handover.recovery.linux.1':
    'Apple has no restore program for Linux. The surest way is a Mac or a Windows computer: plug the phone in there; it stays in recovery.',
  'handover.recovery.linux.2':
    'Here, the free program idevicerestore can do it. Without its erase option it updates and keeps the data; with it, it erases.',
  'handover.recovery.linux.3': 'Leave the cable alone until it is done.',

  'handover.recovery-restore.title.macos': 'Now open Finder and choose Restore',
  'handover.recovery-restore.title.windows': 'Now open Apple Devices or iTunes and choose Restore',
  'handover.recovery-restore.title.linux': 'The phone is ready for a restore',
  'handover.recovery-restore.data':
    'Restore erases everything on the phone. If Update was not tried yet, try it first: it keeps the data.',
  'handover.recovery-restore.macos.1': 'Open Finder and choose the phone in the sidebar, under Locations.',
  'handover.recovery-restore.macos.2':
    'A window says that there is a problem with the phone that requires it to be updated or restored.',
  'handover.recovery-restore.macos.3': 'Choose Restore, and confirm. From here on the data on the phone is gone.',
  'handover.recovery-restore.macos.4': 'Leave the cable alone until the phone greets you.',
  'handover.recovery-restore.windows.1':
    'Open Apple Devices. If it is not installed, open iTunes. Only one of the two.',
  'handover.recovery-restore.windows.2':
    'A window says that there is a problem with the phone that requires it to be updated or restored.',
  'handover.recovery-restore.windows.3': 'Choose Restore, and confirm. From here on the data on the phone is gone.',
  'handover.recovery-restore.windows.4': 'Leave the cable alone until the phone greets you.',
  'handover.recovery-restore.linux.1':
    'Apple has no restore program for Linux. The surest way is a Mac or a Windows computer: plug the phone in there; it stays in recovery.',
  'handover.recovery-restore.linux.2':
    'Here, the free program idevicerestore with its erase option restores. From then on the data on the phone is gone.',
  'handover.recovery-restore.linux.3': 'Leave the cable alone until the phone greets you.',

  'handover.dfu.title.macos': 'Now open Finder and choose Restore',
  'handover.dfu.title.windows': 'Now open Apple Devices or iTunes and choose Restore',
  'handover.dfu.title.linux': 'The phone is ready for a restore',
  'handover.dfu.data':
    'In DFU only Restore is offered, and it erases everything on the phone. As long as you have not chosen it, the data is still there: leaving by the buttons keeps it.',
  'handover.dfu.macos.1': 'Open Finder. The phone’s screen stays black; that is right.',
  'handover.dfu.macos.2':
    'A window says that a phone in recovery was found and must be restored before it can be used.',
  'handover.dfu.macos.3':
    'Choose the phone in the sidebar, then Restore, and confirm. From here on the data on the phone is gone.',
  'handover.dfu.macos.4': 'Leave the cable alone until the phone greets you.',
  'handover.dfu.windows.1':
    'Open Apple Devices. If it is not installed, open iTunes. Only one of the two. The phone’s screen stays black; that is right.',
  'handover.dfu.windows.2':
    'A window says that a phone in recovery was found and must be restored before it can be used.',
  'handover.dfu.windows.3': 'Choose Restore, and confirm. From here on the data on the phone is gone.',
  'handover.dfu.windows.4': 'Leave the cable alone until the phone greets you.',
  'handover.dfu.linux.1':
    'Apple has no restore program for Linux. The surest way is a Mac or a Windows computer: the phone stays in DFU while it is moved, as long as its battery lasts.',
  'handover.dfu.linux.2':
    'Here, the free program idevicerestore can restore. From then on the data on the phone is gone.',
  'handover.dfu.linux.3': 'Leave the cable alone until the phone greets you.',

  'handover.how': 'How is it going?',
  'handover.how.restoring': 'How did it end?',
  'handover.restoring': 'It is restoring now',
  'handover.worked': 'It worked',
  'handover.failed': 'It failed',
  'handover.restoring.title': 'Leave the cable alone',
  'handover.restoring.lead':
    'Begun at {when}. Mostly 10 to 30 minutes after the download. Keep the computer awake and on mains, and do not close Finder, Apple Devices or iTunes.',
  'handover.restoring.leaves': 'The phone leaves USB and returns several times during a restore. That is no fault.',

  'restore-wait.away':
    'The phone has been away from USB for {duration}. It restarts between the parts of a restore, and Apple’s programs wait up to 10 minutes for it.',
  'restore-wait.away.over':
    'The phone has been away from USB for {duration}, longer than the 10 minutes that Apple’s programs wait. Look whether their window shows an error by now.',
  'restore-wait.dfu':
    'The phone has been in DFU for {duration}. The restore starts it from here; Apple’s programs wait up to 10 minutes.',
  'restore-wait.dfu.over':
    'The phone has been in DFU for {duration}, longer than the 10 minutes that Apple’s programs wait. Look whether their window shows an error by now; after this it is mostly 4014.',
  'restore-wait.recovery':
    'The phone has been in recovery for {duration}. The restore system is started from here; Apple’s programs wait up to 10 minutes.',
  'restore-wait.recovery.over':
    'The phone has been in recovery for {duration}, longer than the 10 minutes that Apple’s programs wait. Look whether their window shows an error by now; after this it is mostly 4013.',
  'restore-wait.restore':
    'The restore system has been running for {duration}. Nine to ten minutes are usual; nobody has said how long it may take.',
  'restore-wait.normal':
    'USB has shown a running phone for {duration}. The restore system and the phone’s own look the same there; the bar on the phone and the window of the restore tell them apart.',
  'restore-drop.title': '{count, plural, one {Left USB once so far} other {Left USB # times so far}}',
  'restore-drop.from': '{when}, from “{mode}”',
  'restore-drop.from.percent': '{when}, from “{mode}”, at {percent} %',
  'handover.failed.which': 'Which code does the window show?',
  'handover.failed.none': 'Leave it empty if there is none.',
  'handover.failed.send': 'Note it and go on',
  'handover.failed.back': 'Back',
  'handover.failed.again': 'The last try failed without a code. The plan goes on here.',
  'handover.failed.again.code': 'The last try failed with {code}. The plan goes on here.',
  'handover.out.recovery': 'Leave recovery instead',
  'handover.out.recovery.what': 'A restart by the buttons takes the phone out of recovery. It keeps the data.',
  'handover.out.recovery.go': 'Guide me out of recovery',
  'handover.out.dfu': 'Leave DFU instead',
  'handover.out.dfu.what': 'A restart by the buttons takes the phone out of DFU. It keeps the data.',
  'handover.out.dfu.go': 'Guide me out of DFU',
} as const
