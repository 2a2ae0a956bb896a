/** How a step's state was earned, the link test, and the try after a step. */
export const verification = {
  'earned.title.proved': 'Proved',
  'earned.title.likely': 'Likely, not proved',
  'earned.title.said-by-you': 'You said so',
  'earned.title.checking': 'Being checked',
  'earned.title.failed': 'Done, and it did not help',

  'earned.port-moved': 'Proved by USB: the phone moved from port {from} to {to}.',
  'earned.hub-gone': 'Proved by USB: the phone was behind a hub on {from} and is plugged straight in on {to} now.',
  'earned.port-same-hub':
    'USB shows the phone on {to} instead of {from}, both behind the same hub. If that hub is inside the computer it is another port; if it stands on the desk it is not.',
  'earned.port-other-speed':
    'USB shows the phone on {to} instead of {from}, at another speed. One and the same socket can look like that with another cable, so the port is only likely another one.',
  'earned.port-other-bus':
    'USB shows the phone on {to} instead of {from}. Only the number of the bus differs, which a dock that was plugged in again can cause too.',
  'earned.no-hub': 'Proved by USB: no hub between the computer and the phone, which is on port {port}.',
  'earned.both-restarted':
    'This computer was started anew, and the phone left USB for {seconds} seconds and returned: likely a restart. USB alone cannot prove the phone’s.',
  'earned.both-restarted.proved':
    'Proved: the phone was seen in a boot mode and its system answered afterwards, and this computer was started anew.',
  'earned.phone-restarted.proved':
    'Proved: the phone was seen in a boot mode, and its system answered afterwards. This computer was not started anew yet.',
  'earned.phone-restarted':
    'The phone left USB for {seconds} seconds and returned: likely a restart. This computer was not started anew yet.',
  'earned.computer-restarted.proved':
    'Proved on this computer: it was started anew. The phone was not seen to restart yet.',
  'earned.computer-restarted.likely':
    'This computer was likely started anew; a corrected clock can look the same. The phone was not seen to restart yet.',
  'earned.guide-restart':
    'The phone left USB and returned while the restart was guided: likely a restart. The computer’s restart is seen when Handhold starts again.',
  'earned.said': 'You said so. No phone was on USB, so nothing could be seen.',
  'earned.said.before': 'You said that it was tried before this case. It does not count as what helped.',
  'earned.said.not-seen': 'You said so. USB did not see the phone leave since this step began.',
  'earned.said.cable':
    'You said so. USB saw the phone leave for {seconds, plural, one {# second} other {# seconds}} and return on port {port}; it cannot tell one cable from another.',
  'earned.said.left-and-returned':
    'You said so. USB saw the phone leave for {seconds, plural, one {# second} other {# seconds}} and return on port {port}.',

  'waiting.A3': 'Waiting for the phone to appear on another port. USB shows it on {port} now.',
  'waiting.A3.away': 'The phone has left USB. Waiting for it to appear on another port.',
  'waiting.A3.from': 'The phone was on {port} at the failure. It counts as soon as USB shows it on another port.',
  'waiting.A4':
    'Waiting for the phone to be plugged straight in. USB shows {hubs, plural, one {# hub} other {# hubs}} in between.',
  'waiting.A4.away': 'The phone has left USB. Waiting for it to be plugged straight in.',
  'waiting.A2': 'USB has not seen the phone leave yet. Change the cable now.',
  'waiting.A2.away': 'The phone has left USB. Plug it in with the other cable.',
  'waiting.A2.returned':
    'The phone left and returned on port {port}. USB cannot tell one cable from another: this is the one thing that only you know.',
  'waiting.A5':
    'Waiting for the phone to leave USB and return. This computer’s own restart is seen when Handhold starts again.',
  'waiting.ticks': 'This step ticks by itself.',
  'waiting.cannot-see': 'USB cannot show this step here, so it counts as said by you.',

  'case.card': 'Show everything about it',
  'step-state.seen': 'seen on this computer',

  'practice-screen.plug-elsewhere': 'Plug it into another port',

  'step.already-there.erases': 'Before it erases, a few questions. They decide whether it is wise to go on.',
  'step.already-there.questions': 'To the questions before erasing',

  'retry.title': 'Now try the restore again',
  'retry.title.elsewhere': 'How did it go on the other computer?',
  'retry.lead.elsewhere':
    'If it worked there, something on this computer was in the way. If it failed there too, its code tells this computer from the phone.',
  'retry.lead.macos': 'Click Update or Restore in Finder again, the same as before. Handhold watches USB meanwhile.',
  'retry.lead.windows':
    'Click Update or Restore in Apple Devices or iTunes again, the same as before. Handhold watches USB meanwhile.',
  'retry.lead.linux': 'Run idevicerestore again, the same as before. Handhold watches USB meanwhile.',
  'retry.done': 'Done: {step}',
  'retry.worked': 'It worked',
  'retry.failed': 'Failed again: which code?',
  'retry.later': 'Not now, next step',

  'link-test.title': 'Link test',
  'link-test.waiting': 'It begins when the phone is back on USB.',
  'link-test.running':
    'Watching the connection for a minute: {drops, plural, =0 {no drop so far} one {# drop so far} other {# drops so far}}. You need not wait for it.',
  'link-test.grade.clean-at-idle':
    'Clean at idle: no drop in a minute. That does not prove the cable good: a restore sends gigabytes.',
  'link-test.grade.drops':
    'The phone left USB {drops, plural, one {# time} other {# times}} within the minute. If you did not unplug it, the cable or the port lets go.',
  'link-test.grade.transfer-errors': 'No drop, but data was lost on the way. The cable, its plugs or the port let go.',
  'link-test.grade.slow':
    'No drop, but the connection runs at {speed, number} Mbit/s only, which points to a contact: cable, plug or port.',
  'link-test.grade.cannot-test': 'The connection could not be tested: {why}',
  'link-test.why.no-events': 'this computer does not tell each change on USB.',
  'link-test.why.mode-changed': 'the phone changed its mode meanwhile, which belongs to a restore or a restart.',
  'link-test.why.no-phone': 'the phone is not on USB.',
  'link-test.why.app-restarted': 'Handhold or the computer was interrupted.',
  'link-test.why.other-phone': 'another phone is on this port.',
  'link-test.transfers.running': 'Sending a few small pieces of data to the phone. That takes seconds.',
  'link-test.transfers.ok':
    '{done, plural, one {# small transfer} other {# small transfers}} to the phone and back; none failed.',
  'link-test.transfers.failed': '{errors, number} of {all, number} small transfers failed.',
  'link-test.transfers.not': 'Transfers cannot be tested: {why}',
  'link-test.transfers.why.mode': 'in this mode nothing is ever sent to a phone.',
  'link-test.transfers.why.restore-runs': 'a restore may be at work on the phone, and then nothing is sent to it.',
  'link-test.transfers.why.guide-runs': 'a guide is running.',
  'link-test.transfers.why.no-id': 'the phone does not say who it is.',
  'link-test.transfers.why.busy': 'another program holds the phone.',
  'link-test.transfers.why.no-permission': 'this computer does not let Handhold open the phone.',
  'link-test.transfers.why.refused': 'the phone takes no requests now.',
  'link-test.transfers.why.no-service': 'the service that speaks to running phones does not reach it.',
  'link-test.transfers.why.gone': 'the phone left USB meanwhile.',
  'link-test.speed': '{speed, number} Mbit/s',

  'diagnosis.title': 'What it looks like now',
  'diagnosis.lead':
    'After {code}: what speaks for which cause. It is an estimate, and each line says what would change it.',
  'diagnosis.for': 'Because',
  'diagnosis.from-row': 'The error code itself points to it.',
  'diagnosis.change': 'Would change it',
  'diagnosis.hardware': 'Hardware or the connection?',
  'diagnosis.more': 'Less likely ({count})',
} as const
