import type { Provenance } from './provenance.ts'

export const PROGRAM_KINDS = ['browser', 'video-editor', 'game', 'virtual-machine', 'cloud-sync', 'phone-tool'] as const
export type ProgramKind = (typeof PROGRAM_KINDS)[number]

/** A program by the name of its process, lower case, without path and `.exe`. */
export type ProgramRow = Provenance & {
  readonly name: string
  readonly kind: ProgramKind
  readonly process: RegExp
}

const HEAVY = {
  source: 'guide for error 4013 (close browsers and other heavy programs)',
  confidence: 'reported',
} as const
const HOLDS = { source: 'public logs of error 4014 in virtual machines; error 2002', confidence: 'reported' } as const

const row = (
  kind: ProgramKind,
  name: string,
  process: RegExp,
  provenance: Provenance = kind === 'virtual-machine' || kind === 'phone-tool' ? HOLDS : HEAVY,
): ProgramRow => ({ name, kind, process, ...provenance })

/** Programs that are known to be in the way of a restore: heavy ones, and ones that take the phone. */
export const PROGRAMS: readonly ProgramRow[] = [
  row('browser', 'Chrome', /^(?:google )?chrome(?: helper.*)?$/u),
  row('browser', 'Chromium', /^chromium(?:-browser)?(?: helper.*)?$/u),
  row('browser', 'Edge', /^(?:msedge|microsoft edge(?: helper.*)?)$/u),
  row('browser', 'Firefox', /^(?:firefox(?:-bin)?|firefox-esr|plugin-container)$/u),
  row('browser', 'Safari', /^safari$/u),
  row('browser', 'Brave', /^brave(?: browser.*)?$/u),
  row('browser', 'Opera', /^opera(?: helper.*)?$/u),
  row('browser', 'Vivaldi', /^vivaldi(?:-bin)?$/u),
  row('video-editor', 'Final Cut Pro', /^final cut pro$/u),
  row('video-editor', 'iMovie', /^imovie$/u),
  row('video-editor', 'Premiere Pro', /^adobe premiere pro.*$/u),
  row('video-editor', 'After Effects', /^(?:afterfx|adobe after effects.*)$/u),
  row('video-editor', 'DaVinci Resolve', /^(?:resolve|davinci resolve)$/u),
  row('video-editor', 'Kdenlive', /^kdenlive$/u),
  row('video-editor', 'HandBrake', /^(?:handbrake|handbrakecli|ghb)$/u),
  row('video-editor', 'OBS Studio', /^(?:obs|obs64|obs studio)$/u),
  row('game', 'Steam game (reaper)', /^reaper$/u),
  row('game', 'Minecraft', /^minecraft.*$/u),
  row('game', 'Fortnite', /^fortniteclient.*$/u),
  row('game', 'Roblox', /^roblox(?:player.*)?$/u),
  row('game', 'League of Legends', /^league of legends.*$/u),
  row('game', 'Counter-Strike', /^(?:cs2|csgo.*)$/u),
  row('virtual-machine', 'VMware', /^vmware-vmx$/u),
  row('virtual-machine', 'VirtualBox', /^(?:virtualboxvm|vboxheadless)$/u),
  row('virtual-machine', 'Parallels Desktop', /^prl_vm_app$/u),
  row('virtual-machine', 'QEMU', /^qemu-system-.*$/u),
  row('virtual-machine', 'UTM', /^(?:utm|qemulauncher)$/u),
  row('cloud-sync', 'OneDrive', /^onedrive$/u),
  row('cloud-sync', 'Dropbox', /^dropbox$/u),
  row('cloud-sync', 'Google Drive', /^(?:googledrivefs|google drive)$/u),
  row('cloud-sync', 'Nextcloud', /^nextcloud$/u),
  row('phone-tool', 'iMazing', /^imazing(?: mini)?$/u),
  row('phone-tool', '3uTools', /^3utools$/u),
  row('phone-tool', 'iTools', /^itools.*$/u),
  row('phone-tool', 'AnyTrans', /^anytrans.*$/u),
  row('phone-tool', 'Dr.Fone', /^(?:drfone.*|dr\.fone.*)$/u),
  row('phone-tool', 'ReiBoot', /^(?:tenorshare )?reiboot.*$/u),
  row('phone-tool', 'Apple Configurator', /^apple configurator(?: 2)?$/u),
  row('phone-tool', 'iExplorer', /^iexplorer$/u),
  row('phone-tool', 'ifuse', /^ifuse$/u),
  row('phone-tool', 'File manager (phone mounted)', /^gvfsd-(?:afc|gphoto2)$/u),
]
