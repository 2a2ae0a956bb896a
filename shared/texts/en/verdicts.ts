/** One sentence per row of the verdict table: what USB showed, then what it likely means. Nothing claims to have seen a button. */
export const verdicts = {
  'verdict.name.entered': 'Entered',
  'verdict.name.never-left': 'Never left USB',
  'verdict.name.came-back-in-recovery': 'Came back in recovery',
  'verdict.name.came-back-in-system': 'The system started again',
  'verdict.name.other-mode': 'Another boot mode',
  'verdict.name.maybe-dfu': 'Perhaps DFU',
  'verdict.name.lost-after-dfu': 'DFU seen, then lost',
  'verdict.name.soft-dfu': 'DFU, but not the ROM’s',
  'verdict.name.nothing-returned': 'Nothing came back',
  'verdict.name.unasked': 'Boot mode without being asked',
  'verdict.name.taken-by-other': 'Held by another program',
  'verdict.name.cancelled': 'Stopped by you',
  'verdict.name.interrupted': 'Interrupted',

  'verdict.entered.dfu': 'USB shows DFU, and it stayed for three seconds.',
  'verdict.entered.recovery': 'USB shows recovery mode, and it stayed for three seconds.',
  'verdict.entered.exit-dfu':
    'The phone has left DFU: it is back on USB with its system, and it stayed for three seconds.',
  'verdict.entered.exit-recovery':
    'The phone has left recovery mode: it is back on USB with its system, and it stayed for three seconds.',
  'verdict.entered.restart': 'The phone left USB and is back with its system, and it stayed for three seconds.',
  'verdict.entered.power-off': 'The phone left USB and stayed away for ten seconds: it is most likely off.',
  'verdict.never-left':
    'The phone never left USB, so no reset happened: most likely a button was let go too early, or the order was not the one it wants.',
  'verdict.assisted-never-left':
    'The computer told the phone to restart, but the phone never left USB: something between the two did not pass it on.',
  'verdict.back-in-recovery':
    'It left USB and came back in recovery mode after {seconds} s: most likely both buttons, or the wrong one, were held too long.',
  'verdict.back-in-recovery-soon':
    'It left USB and was back in recovery mode after {seconds} s: most likely it just restarted, because a button was let go too early or the cable does not signal DFU.',
  'verdict.exit-back-in-recovery':
    'It left USB and came back in recovery mode after {seconds} s: it is set to start there, its system cannot start, or the buttons were held past the logo.',
  'verdict.back-in-system':
    'It left USB and the system started again after {seconds} s: most likely a button was let go too early, there was a gap, or this cable does not signal DFU.',
  'verdict.recovery-back-in-system':
    'It left USB and the system started again after {seconds} s: most likely the buttons were let go at the Apple logo or before.',
  'verdict.other-mode': 'It left USB and came up in a boot mode that was not asked for.',
  'verdict.recovery-other-mode':
    'It left USB and came up in another boot mode than recovery: most likely one button was let go before the other.',
  'verdict.cable-likely':
    'It left USB and came back after {seconds} s, and you let go at the tone: most likely this cable or adapter does not signal DFU.',
  'verdict.maybe-dfu':
    'USB shows a mode that iPhone 14 and newer are reported to show for DFU, but not DFU itself: look at the screen and at what Finder, Apple Devices or iTunes says.',
  'verdict.lost-after-dfu':
    'DFU was seen on USB and then lost again: a button may have been held on for too long, or the link dropped.',
  'verdict.soft-dfu':
    'USB shows DFU, but its tag is not the one of the chip’s own ROM: this state looks like DFU and may not restore.',
  'verdict.nothing-returned':
    'It left USB and nothing came back within a minute. It may be off with an empty battery, or the link or the driver does not show it.',
  'verdict.unasked':
    'It left USB and came up in a boot mode although no guide here asked for it. If nobody pressed its buttons and no other program did it, this can be a sign of a hardware fault.',
  'verdict.assisted-not-sent':
    'The restart could not be sent to the phone, and it never left USB: most likely a driver or another program is in the way.',
  'verdict.only-blinked':
    'It left USB only for a moment and was back in the same mode, too soon for a restart: most likely the link dropped or the cable moved.',
  'verdict.power-off-back-in-recovery':
    'It left USB and came back in recovery mode after {seconds} s: it restarted instead of switching off.',
  'verdict.power-off-back-in-system':
    'It left USB and its system was back after {seconds} s: it did not stay off, or only the link dropped.',
  'verdict.back-in-recovery-later':
    'It left USB and came back in recovery mode after {seconds} s: most likely the buttons were held too long. It may also have restarted there by itself, which USB cannot tell apart here.',
  'verdict.came-up.recovery': 'USB did not show this phone before; then it came up in recovery mode.',
  'verdict.came-up.normal': 'USB did not show this phone before; then its system came up.',
  'verdict.came-up.other': 'USB did not show this phone before; then it came up in a boot mode that was not asked for.',
  'verdict.nothing-appeared':
    'USB did not show this phone before, and it did not show it until the wait was over, so what the buttons did is not known.',
  'verdict.taken-by-other':
    'The phone could not be opened because another program or driver holds it. Nothing was sent to it.',
  'verdict.cancelled': 'You stopped this try.',
  'verdict.interrupted': 'The app or the computer stopped during this try, so its end was not seen.',

  'reason.released-early': 'a button was let go too early',
  'reason.held-too-long': 'buttons were held too long',
  'reason.gap-between-phases': 'there was a moment with a button up between two phases',
  'reason.wrong-button': 'a wrong button was pressed',
  'reason.wrong-order': 'the wrong button was let go first, or the order was another',
  'reason.cable-cannot-signal': 'this cable or adapter does not signal DFU',
  'reason.driver': 'a driver or another program holds the phone',
  'reason.hub-or-port': 'a hub or the port interrupted the link',
  'reason.board-fault': 'a fault in the phone',
  'reason.battery': 'the battery is empty',
  'reason.unknown': 'not known from what USB shows',
  'likelihood.likely': 'likely',
  'likelihood.possible': 'possible',
  'likelihood.unlikely': 'unlikely',

  'change.none': 'Nothing needs to change.',
  'change.close-others-or-by-hand': 'Close Finder, Apple Devices or iTunes and try again, or do it by hand.',
  'change.by-hand': 'Next time do it by hand: the buttons restart the phone whatever the computer says.',
  'change.hold-longer-before-black':
    'Next time hold the buttons on until the screen has gone black and the tone has come.',
  'change.look-at-screen-and-finder':
    'Is the screen black, and does Finder, Apple Devices or iTunes offer to restore it? Then go on as in DFU.',
  'change.let-go-at-first-tone': 'Next time let go of everything at the first tone that says so.',
  'change.hold-until-it-leaves':
    'Next time hold without a break until the tone that says the phone has left USB. If it does not come, the guide says when to begin once more.',
  'change.let-go-at-logo-or-update':
    'Next time let go at the Apple logo. If it comes back again, choose Update in Finder, Apple Devices or iTunes: it keeps the data.',
  'change.keep-second-down': 'Next time keep the second button down without any gap until the tone.',
  'change.release-power-at-tone': 'Next time let go of the first button right at the tone; it comes a little earlier.',
  'change.hold-past-logo': 'Next time hold on past the Apple logo until the cable picture.',
  'change.keep-all-until-picture': 'Next time keep everything down until the cable picture.',
  'change.once-more-from-card': 'Read the card once more and try again.',
  'change.force-restart': 'Force a restart, try another port directly on the computer, then try again.',
  'change.back-up-and-have-it-looked-at':
    'If it happens again, back up as soon as the phone runs, and have it looked at by Apple or a repair shop.',
  'change.plug-in-firmly':
    'Plug the cable in firmly at both ends, straight into the computer, keep it still and try again.',
  'change.shut-down-in-settings': 'Next time shut it down in Settings, General, Shut Down, without the buttons.',
  'change.charge-and-other-port':
    'Check both ends of the cable and try another port straight on the computer. If the battery may be empty, let it charge first.',
  'change.try-other-cable':
    'Try another cable before the next try: for Lightning a plain USB-A cable (or USB-A with an adapter), for USB-C a data cable, turned round once.',
  'change.try-other-cable.lightning':
    'Before the next try take a USB-A to Lightning cable, straight into the computer or on a USB-A adapter: USB-C to Lightning cables are reported not to signal DFU.',
  'change.try-other-cable.usb-c':
    'Before the next try take a USB-C cable that carries data (some only charge), turn its plug round once, and then try a USB-C to USB-A cable. That this helps with DFU is unconfirmed.',
  'change.try-other-cable.30-pin':
    'Before the next try take another 30-pin cable, straight into the computer. That this helps with DFU is unconfirmed.',
} as const
