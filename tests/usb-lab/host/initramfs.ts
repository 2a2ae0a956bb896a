import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'
import { createArchive, type Archive } from './cpio.ts'
import { findModules, GUEST_MODULES, withDependencies } from './kernel-modules.ts'

/** Left out of the guest: documentation, locales, package administration. Saves two thirds of it. */
const NOT_NEEDED = [
  'usr/share/doc', 'usr/share/man', 'usr/share/locale', 'usr/share/info', 'usr/share/lintian', 'usr/share/perl5',
  'usr/share/bash-completion', 'usr/share/debconf', 'usr/share/keyrings', 'usr/share/common-licenses', 'usr/include',
  'usr/lib/x86_64-linux-gnu/gconv', 'usr/lib/udev/hwdb.d', 'usr/lib/dpkg', 'var/cache', 'var/lib/dpkg', 'etc/cron.daily',
  'etc/init.d',
  // It would leave every phone in normal mode unconfigured for a usbmuxd that only its own rules start.
  'usr/lib/udev/rules.d/39-usbmuxd.rules',
] // prettier-ignore

const isNeeded = (path: string) => !NOT_NEEDED.some((prefix) => path === prefix || path.startsWith(`${prefix}/`))

/** Debian 12's packages still carry /bin, /sbin, /lib beside /usr; the guest has them merged, as installed systems do. */
const merged = (path: string) => (/^(bin|sbin|lib|lib64)(\/|$)/.test(path) ? `usr/${path}` : path)

const addTree = (archive: Archive, root: string, below = ''): void => {
  for (const entry of readdirSync(join(root, below), { withFileTypes: true })) {
    const path = posix.join(below, entry.name)
    const source = join(root, path)
    const target = merged(path)
    if (!isNeeded(target)) continue
    if (entry.isDirectory()) {
      archive.directory(target)
      addTree(archive, root, path)
    } else if (entry.isSymbolicLink()) archive.link(target, readlinkSync(source))
    else if (entry.isFile()) archive.file(target, readFileSync(source), statSync(source).mode & 0o7777)
  }
}

/** Copies the wanted kernel modules to `stage` and lets the guest's own kmod (which need not run on this system) index them. */
const stageModules = (kernelRoot: string, guestRoot: string, stage: string): string => {
  const all = join(kernelRoot, 'lib/modules')
  const version = readdirSync(all)[0]
  if (version === undefined) throw new Error(`no kernel modules in ${all}`)
  const from = join(all, version)
  const to = join(stage, 'lib/modules', version)
  const modules = findModules(from)
  const wanted = withDependencies(modules, GUEST_MODULES).map((name) => modules.get(name) ?? '')
  const lists = ['modules.order', 'modules.builtin', 'modules.builtin.modinfo'].map((name) => join(from, name))
  for (const file of [...wanted, ...lists.filter((list) => existsSync(list))]) {
    const target = join(to, relative(from, file))
    mkdirSync(dirname(target), { recursive: true })
    copyFileSync(file, target)
  }
  const libraries = ['lib/x86_64-linux-gnu', 'usr/lib/x86_64-linux-gnu'].map((path) => join(guestRoot, path)).join(':')
  const loader = realpathSync(join(guestRoot, 'lib/x86_64-linux-gnu/ld-linux-x86-64.so.2'))
  execFileSync(loader, [
    '--library-path',
    libraries,
    '--argv0',
    'depmod',
    join(guestRoot, 'bin/kmod'),
    '-b',
    stage,
    version,
  ])
  return version
}

const addFrame = (archive: Archive) => {
  const directories = [
    'dev',
    'proc',
    'sys',
    'run',
    'tmp',
    'root',
    'host',
    'results',
    'etc',
    'var/lib/lockdown',
    'home/person',
  ]
  for (const path of [...directories, 'usr/bin', 'usr/sbin', 'usr/lib', 'usr/lib64']) archive.directory(path)
  for (const path of ['bin', 'sbin', 'lib', 'lib64']) archive.link(path, `usr/${path}`)
  archive.link('var/run', '/run')
  archive.device('dev/console', 5, 1)
  archive.device('dev/null', 1, 3, 0o666)
  const text = (path: string, lines: string[]) => archive.file(path, Buffer.from(`${lines.join('\n')}\n`))
  // An ordinary user with no group but its own; the lab adds it to a group where a rule asks for one.
  text('etc/passwd', ['root:x:0:0:root:/root:/bin/sh', 'person:x:1000:1000::/home/person:/bin/sh'])
  text('etc/group', ['root:x:0:', 'tty:x:5:', 'disk:x:6:', 'plugdev:x:46:', 'usbmux:x:121:', 'person:x:1000:'])
  text('etc/hosts', ['127.0.0.1 localhost usb-lab'])
}

const addBusybox = (archive: Archive, guestRoot: string) => {
  const applets = execFileSync(join(guestRoot, 'bin/busybox'), ['--list-full'], { encoding: 'utf8' })
  for (const applet of applets.trim().split('\n')) archive.link(merged(applet), '/bin/busybox')
  archive.link('usr/bin/env', '/bin/busybox')
}

/**
 * Packs the guest's whole root: Debian packages unpacked under `guestRoot`, modules of the kernel unpacked under
 * `kernelRoot`, busybox for everything else, and `init` as the first program. Gives the archive's size in bytes.
 */
export const buildInitramfs = (guestRoot: string, kernelRoot: string, init: string, target: string): number => {
  const archive = createArchive()
  addFrame(archive)
  archive.file('init', readFileSync(init), 0o755)
  addTree(archive, guestRoot)
  const stage = `${target}.modules`
  rmSync(stage, { recursive: true, force: true })
  stageModules(kernelRoot, guestRoot, stage)
  addTree(archive, stage)
  rmSync(stage, { recursive: true })
  addBusybox(archive, guestRoot)
  return archive.save(target)
}
