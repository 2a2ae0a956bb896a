/** What is plugged in, in words: modes, kinds of device, buttons, and what a device's strings do not tell. */
export const phones = {
  'mode.normal': 'Running normally',
  'mode.normal.what': 'The phone is on and its system is running. A restore that is going on looks the same on USB.',
  'mode.normal.screen': 'The phone’s screen should show the lock screen, the home screen or an app.',
  'mode.normal.next':
    'If the phone works, back it up now. If its screen shows an Apple logo with a bar, a restore or update is going on: leave it connected.',

  'mode.recovery': 'Recovery mode',
  'mode.recovery.what':
    'The phone has not started its system and waits for a computer. Nothing has been erased by that. During a restore it passes through this mode by itself.',
  'mode.recovery.screen': 'The phone’s screen should show a cable pointing to a computer.',
  'mode.recovery.next':
    'Choose Update first in Finder, Apple Devices or iTunes: it installs the system again and keeps the data. Restore erases the phone.',

  'mode.dfu': 'DFU mode',
  'mode.dfu.what':
    'Only the chip’s first program is running; it waits for a computer to send it software. Nothing has been erased by that.',
  'mode.dfu.screen': 'The phone’s screen should be completely black.',
  'mode.dfu.next':
    'Let go of all buttons. Finder, Apple Devices and iTunes offer only Restore here, and it erases the phone. Leaving DFU by the buttons keeps the data.',

  'mode.restore': 'Being restored',
  'mode.restore.what': 'A computer is installing the system on the phone.',
  'mode.restore.screen': 'The phone’s screen should show the Apple logo with a bar.',
  'mode.restore.next':
    'Leave the cable in and let the computer finish. The phone leaves USB and returns several times meanwhile.',

  'mode.wtf': 'WTF mode',
  'mode.wtf.what': 'The first iPhone, iPhone 3G and first iPod touch show this before DFU.',
  'mode.wtf.screen': 'The phone’s screen should be black.',
  'mode.wtf.next':
    'Leave it connected: iTunes can continue from here. In this mode the phone does not say which one it is.',

  'mode.port-dfu': 'Port DFU',
  'mode.port-dfu.what':
    'The controller of the USB-C socket waits for a computer to send it software. Newer devices can show this before DFU.',
  'mode.port-dfu.screen': 'The device’s screen should be black.',
  'mode.port-dfu.next':
    'Check whether the screen is black and what Finder or Apple Devices shows. It may be offered as a device in DFU.',

  'mode.debug-usb': 'Debug connection',
  'mode.debug-usb.what':
    'The phone answers through its debug connection. That usually needs a special cable; newer phones are also reported to show it where DFU was expected.',
  'mode.debug-usb.screen': 'The screen may be black or show anything: this connection does not tell.',
  'mode.debug-usb.next':
    'Check whether the screen is black and what Finder or Apple Devices shows. Another cable may be needed.',

  'mode.away': 'Off USB, expected back',
  'mode.away.what': 'The phone has just left USB. That is normal while it restarts or changes mode.',
  'mode.away.screen': 'The phone’s screen may be black or show the Apple logo.',
  'mode.away.next': 'Leave the cable in and wait. A phone may need 45 seconds to come back.',

  'mode.gone': 'No longer on USB',
  'mode.gone.what': 'The phone left USB and has not come back.',
  'mode.gone.screen': 'Look at the phone’s screen: it tells more than USB does now.',
  'mode.gone.next':
    'If the screen shows something, check the cable and the port. If it stays black, charge the phone for a while, then restart it by its buttons.',

  'mode.none': 'No phone mode',
  'mode.none.what': 'This device shows none of the modes of a phone.',

  'mode.nothing': 'No phone on USB',
  'mode.nothing.what': 'USB on this computer works, and shows no phone.',
  'mode.nothing.screen': 'A phone that is on and unlocked should show that it is charging.',
  'mode.nothing.next': 'Plug the phone directly into this computer, without a hub, and unlock it.',

  'nothing.help.macos':
    'Plug the cable directly into the Mac, without a hub or a display in between.\nOn a Mac laptop, macOS may ask whether to allow the accessory: choose Allow.\nUnlock the phone, and choose Trust if it asks.\nTry another port and another cable; some cables only charge.\nIf the phone’s screen shows a cable pointing to a computer and nothing appears here, the cable or the port is the likely reason.',
  'nothing.help.windows':
    'Plug the cable directly into the computer, on a desktop into a port at the back.\nInstall the Apple Devices app from the Microsoft Store, or iTunes: they bring Apple’s drivers.\nUnlock the phone, and choose Trust if it asks.\nTry another port and another cable; some cables only charge.\nIf Device Manager lists the phone with a warning sign, the driver is the likely reason.',
  'nothing.help.linux':
    'Plug the cable directly into the computer, without a hub in between.\nUnlock the phone, and choose Trust if it asks.\nTry another port and another cable; some cables only charge.\nRun “lsusb -d 05ac:” in a terminal: if the phone is not listed there either, the cable or the port is the likely reason.\nIn a virtual machine or a container, USB must be passed through to it first.',

  'usb-unavailable.help.macos':
    'This computer does not let Handhold look at USB.\nQuit other programs that work with the phone, then start Handhold again.\nIf macOS asked whether to allow accessories, open System Settings, Privacy & Security, and allow them.',
  'usb-unavailable.help.windows':
    'This computer does not let Handhold look at USB.\nQuit other programs that work with the phone, then start Handhold again.\nIf that does not help, restart Windows once.',
  'usb-unavailable.help.linux':
    'This computer does not let Handhold look at USB: /dev/bus/usb or /sys/bus/usb cannot be read.\nIn a container or a virtual machine, pass USB through to it and start Handhold again.\nRun “ls /dev/bus/usb” in a terminal: if that folder is missing, the system shows no USB to any program.',

  'device-class.iphone': 'iPhone',
  'device-class.ipad': 'iPad',
  'device-class.ipod': 'iPod touch',
  'device-class.appletv': 'Apple TV',
  'device-class.homepod': 'HomePod',
  'device-class.watch': 'Apple Watch',
  'device-class.mac': 'Mac',
  'device-class.other': 'Apple device',

  'family.home': 'Home button that moves',
  'family.home.models':
    'iPhone up to 6s and the first SE, iPod touch up to the 6th generation, iPads with a Home button',
  'family.solid-home': 'Home button that does not move',
  'family.solid-home.models': 'iPhone 7 and 7 Plus, iPod touch 7th generation',
  'family.face-id': 'iPhone 8 and later',
  'family.face-id.models': 'iPhone 8 and every later iPhone, the SE of the 2nd and 3rd generation included',
  'family.ipad-no-home': 'iPad without a Home button',
  'family.ipad-no-home.models':
    'iPad Pro since 2018, iPad Air since the 4th generation, iPad mini since the 6th, iPad since the 10th',
  'family.assumed': 'This model is not known to Handhold. Its buttons are taken to be those of the newest models.',
  'family.ipod-9-disputed':
    'For iPod touch 7th generation the sources disagree: try Volume Down first, and Home if that does not work.',

  'chip.known': '{name} (chip {cpid})',
  'chip.unknown': 'unknown chip {cpid}',

  'button.home': 'Home',
  'button.side': 'Side',
  'button.top': 'Top',
  'button.volume-up': 'Volume Up',
  'button.volume-down': 'Volume Down',
  'button.volume-near-top': 'Volume nearest Top',
  'button.volume-far-from-top': 'Volume farthest from Top',
  'button.home.sentence': 'the Home button',
  'button.side.sentence': 'the Side button',
  'button.top.sentence': 'the Top button',
  'button.volume-up.sentence': 'the Volume Up button',
  'button.volume-down.sentence': 'the Volume Down button',
  'button.volume-near-top.sentence': 'the volume button nearest the Top button',
  'button.volume-far-from-top.sentence': 'the volume button farthest from the Top button',

  'identify.problem.serial-too-long': 'The serial string is longer than any real one; only its beginning counts.',
  'identify.problem.serial-not-text': 'The serial string contains bytes that are no text.',
  'identify.problem.serial-unknown-form': 'The serial string is neither a boot string nor a device identifier.',
  'identify.problem.serial-generated':
    'The serial string was made up by a driver, so it does not tell which device this is.',
  'identify.problem.serial-placeholder':
    'The serial string is a placeholder. Devices can show it in the middle of a restore.',
  'identify.problem.serial-truncated': 'The serial string ends in the middle. It may be complete when read again.',
  'identify.problem.serial-missing':
    'The serial string was empty or not read, so USB does not tell which device this is. It may be complete when read again.',
  'identify.problem.cpid-unreadable': 'The chip number in the serial string cannot be read.',
  'identify.problem.bdid-unreadable': 'The board number in the serial string cannot be read.',
  'identify.problem.ecid-unreadable': 'The ECID in the serial string cannot be read.',
  'identify.problem.cpid-missing': 'The serial string names no chip, so USB does not tell which model this is.',
  'identify.problem.ecid-missing':
    'The serial string holds no ECID, so this device cannot be told from others of its kind.',
  'identify.problem.type-unknown': 'The model “{productType}” is not known. It may be newer than this version.',
  'identify.problem.model-unknown':
    'No known device has chip {cpid} with board {bdid}. It may be newer than this version.',
  'identify.problem.chip-unknown': 'Chip {cpid} is not known. The device may be newer than this version.',
  'identify.problem.unknown-boot-mode':
    'This looks like a boot mode of an Apple device, but not one of those that are known.',
  'identify.problem.jailbreak-tool': 'A jailbreak tool is in control of this device. Nothing should be sent to it.',
  'identify.problem.exploited': 'A tool has taken over this device in DFU. Restarting the device ends that.',
} as const
