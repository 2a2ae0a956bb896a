/** The words of each phase: the sentence, `.short` for the strip, `.not` the prohibition, `.hint` what helps where nothing is forbidden, `.screen` what the phone's screen shows. */
export const guide = {
  'guide.dfu': 'Enter DFU',
  'guide.recovery': 'Enter recovery mode',
  'guide.exit-dfu': 'Leave DFU',
  'guide.exit-recovery': 'Leave recovery mode',
  'guide.restart': 'Force a restart',
  'guide.power-off': 'Power off',

  'way.manual': 'by hand',
  'way.assisted': 'assisted: the computer restarts the phone for you',

  'phase.click-first': 'Press {firstClick} and let go',
  'phase.click-first.short': '{firstClick}, let go',
  'phase.click-first.not': 'Do not hold it.',
  'phase.click-first.screen': 'Nothing changes yet.',

  'phase.click-second': 'Press {secondClick} and let go',
  'phase.click-second.short': '{secondClick}, let go',
  'phase.click-second.not': 'Let go of it before you touch {power}.',
  'phase.click-second.screen': 'Nothing changes yet.',

  'phase.hold-power': 'Hold {power}',
  'phase.hold-power.short': 'Hold {power}',
  'phase.hold-power.not': 'Only {power}, no other button: ignore the slider, and do not let go when it goes black.',
  'phase.hold-power.screen': 'A slider may show; then it goes black.',

  'phase.once-more': 'Let go of everything: once more from the beginning',
  'phase.once-more.short': 'Let go, once more',
  'phase.once-more.hint': 'It has not left USB, so no reset happened. Do not press anything yet.',
  'phase.once-more.screen': 'A slider may show: leave it.',

  'phase.hold-power-unseen': 'Hold {power} until you see the screen go black',
  'phase.hold-power-unseen.short': 'Hold {power} until it is black',
  'phase.hold-power-unseen.hint':
    'USB does not show this phone, so nothing is timed: say so here at the moment you see it go black. A phone that is off must start first, or go to recovery mode and on from there.',
  'phase.hold-power-unseen.screen': 'Goes black.',

  'phase.hold-both': 'Hold {power} and {second}',
  'phase.hold-both.short': 'Hold {power} and {second}',
  'phase.hold-both.not': 'Do not let go when the screen goes black.',
  'phase.hold-both.screen': 'Goes black soon.',

  'phase.hold-both-unseen': 'Hold {power} and {second} until you see the screen go black',
  'phase.hold-both-unseen.short': 'Hold both until it is black',
  'phase.hold-both-unseen.hint':
    'USB does not show this phone, so nothing is timed. Say so here at the moment you see it go black; if it was black already, after about five slow counts.',
  'phase.hold-both-unseen.screen': 'Goes black.',

  'phase.both-before-restart': 'Hold {power} and {second}',
  'phase.both-before-restart.short': 'Both down',
  'phase.both-before-restart.not': 'Do not let go when the screen goes black.',
  'phase.both-before-restart.screen': 'Still the cable picture.',

  'phase.both-until-restart': 'Keep holding {power} and {second}',
  'phase.both-until-restart.short': 'Keep holding both',
  'phase.both-until-restart.not': 'Do not let go when the screen goes black.',
  'phase.both-until-restart.screen': 'Goes black now: the computer restarts the phone.',

  'phase.add-second': 'Hold {second} as well, keep {power}',
  'phase.add-second.short': 'Add {second}',
  'phase.add-second.not': 'Do not let go of {power} yet.',
  'phase.add-second.screen': 'Black: right.',

  'phase.keep-both': 'Keep holding {power} and {second}',
  'phase.keep-both.short': 'Keep both',
  'phase.keep-both.not': 'Do not let go yet, although the screen is black.',
  'phase.keep-both.screen': 'Black: right.',

  'phase.keep-second': 'Let go of {power}, keep {second}',
  'phase.keep-second.short': 'Let go of {power}, keep {second}',
  'phase.keep-second.not': 'Do not let go of {second} until the tone.',
  'phase.keep-second.screen': 'Stays black. An Apple logo means it starts normally.',

  'phase.power-until-picture': 'Keep holding {power}',
  'phase.power-until-picture.short': 'Keep {power} until the cable picture',
  'phase.power-until-picture.not': 'Do not let go at the Apple logo.',
  'phase.power-until-picture.screen': 'Apple logo, then a cable pointing to a computer.',

  'phase.both-until-picture': 'Keep holding {power} and {second}',
  'phase.both-until-picture.short': 'Keep both until the cable picture',
  'phase.both-until-picture.not': 'Do not let go at the Apple logo.',
  'phase.both-until-picture.screen': 'Apple logo, then a cable pointing to a computer.',

  'phase.power-until-logo': 'Keep {power} until the Apple logo',
  'phase.power-until-logo.short': 'Keep {power}',
  'phase.power-until-logo.not': 'Let go at the tone: held on, it goes to recovery mode.',
  'phase.power-until-logo.screen': 'Black, then the Apple logo.',

  'phase.both-until-logo': 'Keep both until the Apple logo',
  'phase.both-until-logo.short': 'Keep both',
  'phase.both-until-logo.not': 'Let go at the tone: held on, it goes to recovery mode.',
  'phase.both-until-logo.screen': 'Black, then the Apple logo.',

  'phase.wait-for-system': 'Let go of everything and wait',
  'phase.wait-for-system.short': 'Let go and wait',
  'phase.wait-for-system.not': 'Leave the cable in. Starting can take a minute.',
  'phase.wait-for-system.screen': 'Apple logo, then the lock screen.',

  'phase.computer-restarts': 'Hands off: the computer restarts the phone',
  'phase.computer-restarts.short': 'The computer restarts it',
  'phase.computer-restarts.not': 'Do not press anything.',
  'phase.computer-restarts.screen': 'Goes black, then the Apple logo.',

  'phase.settings-shut-down': 'On the phone: Settings, General, Shut Down, then drag the slider',
  'phase.settings-shut-down.short': 'Settings, Shut Down',
  'phase.settings-shut-down.hint': 'No button is needed. If the phone does not react to touch, go on to the buttons.',
  'phase.settings-shut-down.screen': 'The slider to power off.',

  'phase.hold-until-slider': 'Hold {power} until the slider shows, then let go',
  'phase.hold-until-slider.short': 'Hold {power} until the slider',
  'phase.hold-until-slider.not': 'Let go the moment you see the slider.',
  'phase.hold-until-slider.screen': 'The slider to power off.',

  'phase.hold-two-until-slider': 'Hold {power} and {firstClick} until the slider shows, then let go of both',
  'phase.hold-two-until-slider.short': 'Hold two until the slider',
  'phase.hold-two-until-slider.not':
    'Let go the moment you see the slider: held on, the phone starts an emergency call.',
  'phase.hold-two-until-slider.screen': 'The slider to power off.',

  'phase.drag-slider': 'Let go of everything and drag the slider',
  'phase.drag-slider.short': 'Drag the slider',
  'phase.drag-slider.not': 'Do not hold the buttons any longer.',
  'phase.drag-slider.screen': 'Goes black.',

  'cue.lead-in': 'Both hands to the phone.',
  'cue.left': 'It has left USB.',
  'cue.let-go': 'Let go of everything.',
  'cue.success': 'Done.',
  'cue.miss': 'That was a miss. Let go of everything.',
  'cue.still-waiting': 'Still waiting.',
  'cue.ahead': 'Get ready: {next}',
  'cue.action': '{now}',
  'cue.release': '{now}',
} as const
