/** The full cards: 1413, 4013, 4014, 4005, 9, 14, 21, 3194. */
export const errorsFull = {
  'card.device': 'Apple iPhone',
  'card.device-kind': 'Mobile',
  'card.for': 'For',
  'card.severity': 'Severity',
  'card.difficulty': 'Difficulty at home',
  'card.minutes': '{from}–{to} minutes, downloads not counted',
  'card.closing':
    'Cables, ports and restarts first, then recovery, then DFU. Only a small share of phones needs a technician.',
  'severity.low': 'low',
  'severity.medium': 'medium',
  'severity.high': 'high',
  'difficulty.easy': 'easy',
  'difficulty.moderate': 'moderate',
  'difficulty.advanced': 'advanced',

  'tool.lightning-usb-cable': 'a Lightning-to-USB cable',
  'tool.usb-c-lightning-cable': 'a USB-C-to-Lightning cable',
  'tool.usb-c-cable': 'for USB-C phones: a USB-C cable made for data',
  'tool.wooden-pick': 'a dry wooden or plastic toothpick and a light',
  'tool.other-computer': 'another computer, if one can be had',
  'tool.charger': 'a wall charger',
  'tool.nothing-else': 'Nothing else is needed.',
  'tool.none': 'None: what is needed is on the computer.',

  'sign.stuck-on-logo': 'The phone stays on the Apple logo.',
  'sign.recovery-screen': 'The phone shows the recovery screen, a cable that points to a computer.',
  'sign.program-freezes': 'Finder or iTunes freezes.',
  'sign.fails-again': 'Restore or update fails again and again.',
  'sign.dialog': 'A dialog shows the number.',
  'sign.random-reboots': 'Hardware: the phone restarts by itself now and then.',
  'sign.overheating': 'Hardware: it often gets hot.',
  'sign.battery-drain': 'Hardware: the battery drains fast.',
  'sign.unstable-with-cable': 'Hardware: it becomes unstable when a cable is plugged in.',
  'sign.same-percent': 'Hardware: the restore always fails at the same per cent, for example 19, 40 or 60.',

  'professional.persists': 'The error is still there after all the steps.',
  'professional.warranty': 'The phone is under warranty: go to Apple before anything else is tried on it.',
  'professional.port-damage': 'The charging port seems damaged: bent, green or loose contacts.',
  'professional.no-dfu': 'The phone does not go into DFU properly.',
  'professional.dfu-and-cables': 'DFU and several cables were tried.',
  'professional.several-computers': 'It appears on several computers.',
  'professional.damage-signs': 'There are signs of hardware damage: liquid, a drop, heat, restarts.',
  'professional.same-point': 'It fails at the same point every time.',
  'professional.apple-can': 'Apple can run deep diagnostics and offer repair or replacement.',

  'prevention.certified-cable': 'Use certified cables.',
  'prevention.clean-ports': 'Keep the ports clean, on the phone and on the computer.',
  'prevention.direct-port': 'Use a port of the computer itself instead of a hub.',
  'prevention.software-current': 'Update the computer’s software before restoring.',
  'prevention.phone-current': 'Keep the phone’s software current.',
  'prevention.no-interruption': 'Do not interrupt updates: no unplugging, no sleep, no buttons.',
  'prevention.charge-first': 'Charge the phone before restoring.',
  'prevention.no-moisture-heat': 'Keep moisture and heat away.',
  'prevention.newest-firmware': 'Let the software fetch the newest firmware instead of keeping files.',
  'prevention.clean-hosts': 'Keep the hosts file free of lines with Apple’s servers.',
  'prevention.free-space': 'Keep several gigabytes free on the phone.',

  'hardware.parts':
    'Hardware, less common: the phone’s storage (NAND), the chip for charging and USB data (Tristar, U2), liquid, a drop, loose connectors, a failing charging port.',

  'point.hint': 'Workshop experience, not Apple’s data: take it as a hint.',
  'point.at-once': 'Fails at once, no bar on the phone: cable, port, computer, driver, or a hosts-file line.',
  'point.bar-empty':
    'Fails right after the logo with an empty bar: the system starts and stops again. A short on a flex cable, the processor, memory, the power chip or the charging chip.',
  'point.storage-start': 'Fails at about ten per cent: the storage starts there.',
  'point.kernel':
    'Fails at 18 to 19 per cent: often the same as right after the logo, a part on a flex cable or the charging chip.',
  'point.middle': 'Fails while the bar moves, about the middle: often the storage.',
  'point.late': 'Fails above 80 per cent: often the modem or its supply.',
  'point.end':
    'Fails in the last seconds: security chip, paired parts or modem at the finish, or a phone that is only slow.',

  'board.front-flex':
    'On iPhone X and later, liquid on the flex cable of earpiece and front sensors is a well-known cause according to board repairers. A workshop can try a restore with that cable unplugged.',
  'board.seven': 'On iPhone 7 and 7 Plus repairers name the audio chip, the modem and solder joints of the processor.',

  'faq.1413.cause.question': 'What causes it?',
  'faq.1413.cause.answer': 'A bad cable, a dirty port, an old iTunes, or a bad USB port on the computer.',
  'faq.1413.data.question': 'Can it be fixed without losing data?',
  'faq.1413.data.answer':
    'Most steps keep the data. A DFU restore or a full restore erases it, which is why both come last and after a backup.',
  'faq.1413.why-restore.question': 'Why does it happen during a restore?',
  'faq.1413.why-restore.answer':
    'A restore needs unbroken communication in both directions. Any interruption of cable, port or software breaks it.',
  'faq.1413.serious.question': 'Is it serious?',
  'faq.1413.serious.answer':
    'Usually not. It is about communication, not about hardware, and is often cured by another cable or port.',
  'faq.1413.prevent.question': 'How can it be prevented?',
  'faq.1413.prevent.answer':
    'A certified cable, a clean port, a port of the computer itself instead of a hub, and current software before restoring.',
  'faq.1413.other-numbers.question': 'And 1414 to 1428?',
  'faq.1413.other-numbers.answer':
    'Relatives with the same cures. If it repeats on two computers with two cables, go on as with 4013.',

  'faq.4013.serious.question': 'Is it serious?',
  'faq.4013.serious.answer':
    'Usually not: cable, port, old software or a glitch in most cases. Only a small share is hardware.',
  'faq.4013.data.question': 'Will I lose my data?',
  'faq.4013.data.answer': 'Update keeps it. Restore erases it, and without a backup it is gone.',
  'faq.4013.dfu.question': 'Does DFU fix it?',
  'faq.4013.dfu.answer':
    'It is one of the most effective ways, because it writes firmware and system anew. It erases, and it does not cure hardware.',
  'faq.4013.water.question': 'Can water cause it?',
  'faq.4013.water.answer':
    'Yes: it corrodes connections and chips. Power off, unplug, do not charge, and see a technician.',
  'faq.4013.differs.question': 'How does 4014 differ?',
  'faq.4013.differs.answer':
    'The same family of communication errors with nearly the same cures. With 4013 the phone came back in recovery, with 4014 in DFU.',
  'faq.4013.moment.question': 'What does the moment say?',
  'faq.4013.moment.answer':
    'More than the number: at once points to the link, the same per cent every time to the phone. Handhold notes both.',
  'faq.4013.drain.question': 'Should I let the battery run empty?',
  'faq.4013.drain.answer':
    'No. It was once suggested by phone, but it cures nothing that charging does not, and harms a wet phone.',

  'faq.4014.serious.question': 'Is it serious?',
  'faq.4014.serious.answer':
    'Usually not, as with 4013. Close other programs that use the phone before suspecting hardware.',
  'faq.4014.data.question': 'Will I lose my data?',
  'faq.4014.data.answer':
    'Leaving DFU by the buttons keeps it, and so does Update in recovery. Restore erases it, and without a backup it is gone.',
  'faq.4014.dfu.question': 'Does DFU fix it?',
  'faq.4014.dfu.answer': 'Often, when the firmware on the phone is damaged. It erases, so everything else comes first.',
  'faq.4014.water.question': 'Can water cause it?',
  'faq.4014.water.answer':
    'Yes: it corrodes connections and chips. Power off, unplug, do not charge, and see a technician.',
  'faq.4014.differs.question': 'How does it differ from 4013?',
  'faq.4014.differs.answer':
    'The phone fell into DFU instead of recovery: its start failed earlier, or something pushed it there, such as a virtual machine, held buttons or a low battery.',
  'faq.4014.logo.question': 'Does the Apple logo tell anything?',
  'faq.4014.logo.answer':
    'A hint from repair lists: with the logo rather the storage, without it rather the processor or its memory.',

  'faq.4005.serious.question': 'Is it serious?',
  'faq.4005.serious.answer':
    'Often not: it comes at the very end. Repeated at the end every time, it points to the board.',
  'faq.4005.data.question': 'Will I lose my data?',
  'faq.4005.data.answer': 'Update keeps it. If Restore was chosen, it was erased when the restore began.',
  'faq.4005.slow.question': 'The phone started after all. Do I have to restore again?',
  'faq.4005.slow.answer': 'No. It was only slower than the computer waited.',

  'faq.9.serious.question': 'Is it serious?',
  'faq.9.serious.answer': 'Usually not: the connection was lost. Cable, port and hub first.',
  'faq.9.data.question': 'Will I lose my data?',
  'faq.9.data.answer': 'Update keeps it. Restore erases it.',
  'faq.9.storage.question': 'When is it the storage?',
  'faq.9.storage.answer':
    'When it comes at the same point with two cables, two ports and two computers. Repairers group 9, 14, 40 and 4013 there.',

  'faq.14.serious.question': 'Is it serious?',
  'faq.14.serious.answer': 'Usually not: cable, file or too little room come before a bad storage.',
  'faq.14.data.question': 'Will I lose my data?',
  'faq.14.data.answer': 'Update keeps it and is tried first. Restore erases it.',
  'faq.14.space.question': 'What has free space to do with it?',
  'faq.14.space.answer':
    'With nearly full phones the update to iOS 14 failed like this; Update in recovery can still help.',

  'faq.21.serious.question': 'Is it serious?',
  'faq.21.serious.answer': 'Mostly not: security software and USB come first, then the battery.',
  'faq.21.data.question': 'Will I lose my data?',
  'faq.21.data.answer': 'Update keeps it. Restore erases it.',
  'faq.21.security.question': 'What has security software to do with it?',
  'faq.21.security.answer':
    'Apple named it and the hosts file first for the numbers from 20 to 40, and hardware only in rare cases. If it comes on another computer too, the phone needs service.',

  'faq.3194.serious.question': 'Is it serious?',
  'faq.3194.serious.answer': 'No. The phone is fine; the answer from Apple’s signing server was no.',
  'faq.3194.data.question': 'Will I lose my data?',
  'faq.3194.data.answer': 'Nothing was written. With the newest firmware, Update keeps the data.',
  'faq.3194.cable.question': 'Does another cable help?',
  'faq.3194.cable.answer': 'No. No cable and no port can cure it.',
  'faq.3194.status.question': 'Where does the number come from?',
  'faq.3194.status.answer': '3100 plus the server’s status 94: this version is not made out to this phone.',
} as const
