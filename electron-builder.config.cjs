// How the app becomes packages. Nothing is compiled here: the two native packages bring prebuilt files, and only those of the target go in.
// Signing and notarising come from the environment alone: CSC_LINK, CSC_KEY_PASSWORD (or CSC_NAME in a keychain), APPLE_API_KEY, APPLE_API_KEY_ID,
// APPLE_API_ISSUER on macOS; WIN_CSC_LINK, WIN_CSC_KEY_PASSWORD on Windows. Without them the packages are unsigned, and docs/packages.md says
// what the systems say then.
const hasCertificate = Boolean(process.env.CSC_LINK || process.env.CSC_NAME)
const canNotarize =
  hasCertificate && Boolean(process.env.APPLE_API_KEY && process.env.APPLE_API_KEY_ID && process.env.APPLE_API_ISSUER)

/** Everything of the two native packages that is not their code for the target. */
const NOT_NEEDED = [
  '!node_modules/better-sqlite3/{deps,src,binding.gyp}/**',
  '!node_modules/better-sqlite3/binding.gyp',
  '!node_modules/better-sqlite3/prebuilds/*',
  '!node_modules/usb/{test,src,docs}/**',
  '!node_modules/**/*.{d.ts,d.mts,d.cts,map,md,markdown}',
  '!node_modules/node-addon-api/**',
  '!node_modules/@types/**',
]
/** An Apple package holds both processors; every other one holds one. */
const PREBUILT = 'node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node'

/** A .deb must name one. */
const homepage = process.env.GITHUB_REPOSITORY
  ? `https://github.com/${process.env.GITHUB_REPOSITORY}`
  : 'https://handhold.invalid'

module.exports = {
  appId: 'app.handhold.desktop',
  productName: 'Handhold',
  copyright: 'The Handhold authors',
  directories: { output: process.env.HANDHOLD_RELEASE || 'release', buildResources: 'assets/packaging' },
  electronVersion: require('./node_modules/electron/package.json').version,
  ...(process.env.HANDHOLD_ELECTRON_DIST && { electronDist: process.env.HANDHOLD_ELECTRON_DIST }),
  extraMetadata: { homepage },
  npmRebuild: false,
  asar: true,
  asarUnpack: ['**/*.node'],
  files: ['dist/{main,preload,renderer}/**', '!**/*.map', 'package.json', ...NOT_NEEDED, PREBUILT],
  electronLanguages: ['en-US'],
  extraResources: [
    { from: 'assets/udev', to: 'udev', filter: ['*.rules'] },
    { from: 'LICENSE', to: 'LICENSE.handhold.txt' },
  ],
  fileAssociations: [
    { ext: 'handhold', name: 'Handhold case', mimeType: 'application/x-handhold-case', role: 'Viewer' },
  ],
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  },
  mac: {
    target: [
      { target: 'dmg', arch: ['universal'] },
      { target: 'zip', arch: ['universal'] },
    ],
    category: 'public.app-category.utilities',
    // one package for both processors: both prebuilt files go in, and stay as they are
    files: ['node_modules/better-sqlite3/prebuilds/darwin-{x64,arm64}.node'],
    x64ArchFiles: '**/*.node',
    // without a certificate it is signed ad hoc: Apple silicon starts nothing whose signature does not fit, and the fuses broke the one that
    // Electron brought. The hardened runtime would then refuse Electron's own framework, which has no team in common with an ad-hoc signature.
    ...(!hasCertificate && { identity: '-' }),
    hardenedRuntime: hasCertificate,
    gatekeeperAssess: false,
    entitlements: 'assets/packaging/entitlements.plist',
    entitlementsInherit: 'assets/packaging/entitlements.plist',
    notarize: canNotarize,
    extendInfo: { NSUserNotificationAlertStyle: 'banner' },
  },
  dmg: { title: 'Handhold ${version}' },
  win: { target: [{ target: 'nsis', arch: ['x64'] }] },
  nsis: {
    oneClick: false,
    perMachine: false,
    allowToChangeInstallationDirectory: true,
    deleteAppDataOnUninstall: false,
  },
  linux: {
    target: [
      { target: 'AppImage', arch: ['x64'] },
      { target: 'deb', arch: ['x64'] },
    ],
    category: 'Utility',
    executableName: 'handhold',
    maintainer: 'The Handhold authors <handhold@localhost.invalid>',
    vendor: 'The Handhold authors',
    synopsis: 'Takes you through an iPhone restore error',
    icon: 'assets/packaging/icons',
    desktop: { entry: { Keywords: 'iPhone;restore;DFU;recovery;4013;', StartupNotify: 'true' } },
  },
  deb: {
    packageCategory: 'utils',
    priority: 'optional',
    depends: [
      ...['libgtk-3-0', 'libnotify4', 'libnss3', 'libxss1', 'libxtst6', 'xdg-utils', 'libatspi2.0-0', 'libuuid1'],
      ...['libsecret-1-0', 'libasound2 | libasound2t64'],
    ],
    afterInstall: 'assets/packaging/deb-after-install.sh',
    afterRemove: 'assets/packaging/deb-after-remove.sh',
    fpm: ['assets/udev/39-handhold.rules=/usr/lib/udev/rules.d/39-handhold.rules'],
  },
}
