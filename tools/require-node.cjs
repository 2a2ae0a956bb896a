// Runs before anything native loads: better-sqlite3 on an old Node is a crash of the process, not an error.
// Plain CommonJS with old syntax on purpose, so that even an old Node can print the sentence.
var needed = [22, 12]
var have = process.versions.node.split('.').map(Number)
if (have[0] < needed[0] || (have[0] === needed[0] && have[1] < needed[1])) {
  console.error(
    'Handhold needs Node ' +
      needed.join('.') +
      ' or newer; this is Node ' +
      process.versions.node +
      '.\n' +
      (process.platform === 'linux' && process.arch === 'x64'
        ? 'On Linux x64 the project brings its own: run "npm ci" again and start it through npm ("npm start").'
        : 'Install a current Node from https://nodejs.org and try again.'),
  )
  process.exit(1)
}
